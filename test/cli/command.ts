// Runs the command as people do: the one that was built for the tests, in a process of its own.

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export const COMMAND = resolve("dist/cli.js");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another copy of the command. */
  readonly command?: string;
}

/** Runs the command in a folder; colours are off unless a test asks for them. */
export function run(
  cwd: string,
  args: readonly string[],
  { input = "", env = {}, command = COMMAND }: RunOptions = {},
): Ran {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    encoding: "utf8",
    input,
    env: { ...inherited, ...env },
    maxBuffer: 100 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** What a person sees in the terminal, the exit code last. The folder of the test is `<folder>`. */
export const transcript = ({ code, stdout, stderr }: Ran, folder: string): string =>
  `${stdout}${stderr === "" ? "" : `[stderr]\n${stderr}`}[exit code ${code}]`.replaceAll(folder, "<folder>");
