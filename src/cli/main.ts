import { Command, CommanderError } from "commander";
import { ProblemError } from "../diagnostics/diagnostic.ts";
import { systemProblem } from "../load/system-problem.ts";
import { checkCommand } from "./commands/check.ts";
import { compileCommand } from "./commands/compile.ts";
import { completionCommand } from "./commands/completion.ts";
import { decompileCommand } from "./commands/decompile.ts";
import { devCommand } from "./commands/dev.ts";
import { diffCommand } from "./commands/diff.ts";
import { evalCommand } from "./commands/eval.ts";
import { explainCommand } from "./commands/explain.ts";
import { initCommand } from "./commands/init.ts";
import { lintCommand } from "./commands/lint.ts";
import { lspCommand } from "./commands/lsp.ts";
import { modulesCommand } from "./commands/modules.ts";
import { renderCommand } from "./commands/render.ts";
import { rulesCommand } from "./commands/rules.ts";
import { firstHelp } from "./first-help.ts";
import { EXIT, type ExitCode, type Io } from "./io.ts";
import { formatProblems } from "./problems.ts";
import { usageProblem } from "./usage-problem.ts";
import { VERSION } from "./version.ts";

const LAST_HEADING = "Know more, and type less:";

/** As the help lists them, by their names. */
const COMMANDS = {
  "Write scenarios:": { init: initCommand, compile: compileCommand, decompile: decompileCommand, dev: devCommand },
  "Check them, and any blueprint:": {
    check: checkCommand,
    lint: lintCommand,
    rules: rulesCommand,
    explain: explainCommand,
  },
  "Look at them:": { render: renderCommand, diff: diffCommand },
  [LAST_HEADING]: { modules: modulesCommand, eval: evalCommand, lsp: lspCommand, completion: completionCommand },
} as const;

/** The command that is called, where it needs no other one: a shell is to complete them all, and a mistake may mean any. */
function calledAlone([name = ""]: readonly string[]): string | undefined {
  const isKnown = Object.values(COMMANDS).some((commands) => Object.hasOwn(commands, name));
  return isKnown && name !== "completion" ? name : undefined;
}

const EXIT_CODES = `
Exit codes: 0 done · 1 findings, something stale, or a difference
            2 wrong usage, or something cannot be read · 70 a bug of ours
`;

/** Runs the command line. Never throws and never ends the process: the exit code comes back. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  if (args.length === 0) {
    // A gate whose variable is empty has checked nothing.
    io.stderr(firstHelp());
    return EXIT.usage;
  }
  let code: ExitCode = EXIT.ok;
  const setCode = (result: ExitCode): void => {
    code = result;
  };
  const program = new Command("cyanotype")
    .description("Scenarios of Make.com as code: write them in TypeScript, print blueprints, check any blueprint.")
    .version(VERSION, "-v, --version", "print the version")
    .addHelpText("after", EXIT_CODES);
  const only = calledAlone(args);
  for (const [heading, commands] of Object.entries(COMMANDS)) {
    for (const [name, command] of Object.entries(commands)) {
      if (only === undefined || only === name) program.addCommand(command(io, setCode).helpGroup(heading));
    }
  }
  program.addHelpCommand(
    new Command("help").argument("[command]").description("Print the help of a command").helpGroup(LAST_HEADING),
  );
  speakAlike(program, io);
  try {
    await program.parseAsync(withoutGuessing(withoutHelpOn(args, program)), { from: "user" });
    return code;
  } catch (error) {
    return report(error, io);
  }
}

/** All commands help with the same words, and tell what is wrong as problems. */
function speakAlike(command: Command, io: Io): void {
  command
    .helpOption("-h, --help", "print this help")
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr, outputError: () => {} })
    .showSuggestionAfterError(false)
    .exitOverride((error) => {
      if (error.exitCode === 0 || error.code === "commander.help") throw error;
      throw new ProblemError([usageProblem(error, command, io.cwd)]);
    });
  for (const each of command.commands) speakAlike(each, io);
}

/** `help lnit` is as wrong as `lnit`, and told like it. */
function withoutHelpOn(args: readonly string[], { commands }: Command): readonly string[] {
  const [first, name] = args;
  const isMistaken = first === "help" && name !== undefined && !commands.some((known) => known.name() === name);
  return isMistaken ? args.slice(1) : args;
}

/** `--fix orders.json` is a flag and a file: only `--fix=all` has a value. */
const withoutGuessing = (args: readonly string[]): readonly string[] =>
  args.map((arg) => (arg === "--fix" ? "--fix=safe" : arg));

function report(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof ProblemError) {
    io.stderr(formatProblems(error.problems, io));
    return EXIT.usage;
  }
  const problem = systemProblem(error);
  if (problem) {
    io.stderr(formatProblems([problem], io));
    return EXIT.usage;
  }
  io.stderr(
    `This is a bug in cyanotype ${VERSION}. Please report it with the text below.\n\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.bug;
}
