import { Argument, Command } from "commander";
import { SHELLS, type Shell } from "../completion/shells.ts";
import type { ExitCode, Io } from "../io.ts";

const INSTALL = `
Examples:
  cyanotype completion bash
  cyanotype completion zsh
  cyanotype completion fish

To have it in every terminal, keep what is printed where the shell looks:
  bash   cyanotype completion bash > ~/.cyanotype-completion.bash
         echo 'source ~/.cyanotype-completion.bash' >> ~/.bashrc
  zsh    mkdir -p ~/.zfunc && cyanotype completion zsh > ~/.zfunc/_cyanotype
         and in ~/.zshrc: fpath+=~/.zfunc; autoload -Uz compinit && compinit
  fish   cyanotype completion fish > ~/.config/fish/completions/cyanotype.fish

Print it again after an update. It completes \`cyanotype\`, as it is called when
it is installed for all projects (npm install --global); not \`npx cyanotype\`.
`;

export const completionCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("completion")
    .description("Print what makes a shell complete commands, options and rules")
    .addArgument(new Argument("<shell>", "the shell that you use").choices(SHELLS))
    .addHelpText("after", INSTALL)
    .action(async (shell: Shell, _flags: object, command: Command) => {
      const { completion } = await import("../run/completion.ts");
      setCode(completion(shell, command.parent ?? command, io));
    });
