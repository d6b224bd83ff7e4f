import type { Command } from "commander";
import { bashScript } from "../completion/bash.ts";
import { completedCommand } from "../completion/completed-command.ts";
import { fishScript } from "../completion/fish.ts";
import type { Shell } from "../completion/shells.ts";
import { zshScript } from "../completion/zsh.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** Prints a script that completes a program. */
export function completion(shell: Shell, program: Command, { stdout }: Pick<Io, "stdout">): ExitCode {
  stdout(SCRIPTS[shell](completedCommand(program)));
  return EXIT.ok;
}
