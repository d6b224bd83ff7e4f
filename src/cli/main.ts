import { Command, CommanderError } from "commander";
import { ProblemError } from "../diagnostics/diagnostic.ts";
import { systemProblem } from "../load/system-problem.ts";
import { compileCommand } from "./commands/compile.ts";
import { decompileCommand } from "./commands/decompile.ts";
import { diffCommand } from "./commands/diff.ts";
import { evalCommand } from "./commands/eval.ts";
import { explainCommand } from "./commands/explain.ts";
import { lintCommand } from "./commands/lint.ts";
import { lspCommand } from "./commands/lsp.ts";
import { modulesCommand } from "./commands/modules.ts";
import { renderCommand } from "./commands/render.ts";
import { rulesCommand } from "./commands/rules.ts";
import { EXIT, type ExitCode, type Io } from "./io.ts";
import { formatProblems } from "./problems.ts";
import { VERSION } from "./version.ts";

/** Runs the command line. Never throws and never ends the process: the exit code comes back. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const setCode = (result: ExitCode): void => {
    code = result;
  };
  const program = new Command("cyanotype")
    .description("Scenarios of Make.com as code: write them in TypeScript, print blueprints, check any blueprint.")
    .version(VERSION, "-v, --version")
    .showHelpAfterError("(run `cyanotype --help` to see what there is)")
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .exitOverride();
  for (const command of [
    compileCommand,
    decompileCommand,
    lintCommand,
    rulesCommand,
    explainCommand,
    renderCommand,
    diffCommand,
    evalCommand,
    modulesCommand,
    lspCommand,
  ]) {
    program.addCommand(
      command(io, setCode).exitOverride().configureOutput({ writeOut: io.stdout, writeErr: io.stderr }),
    );
  }
  try {
    await program.parseAsync(withoutGuessing(args), { from: "user" });
    return code;
  } catch (error) {
    return report(error, io);
  }
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
