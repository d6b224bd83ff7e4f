import { Command } from "commander";
import type { ExitCode, Io } from "../io.ts";
import type { CompileFlags } from "../run/compile.ts";

const EXAMPLES = `
Examples:
  cyanotype compile                                 print all scenarios for all environments
  cyanotype compile --env production                only for environments/production.yaml
  cyanotype compile --env production --scenario orders --stdout
  cyanotype compile --check                         is what is committed fresh? (exit code 1 if not)
`;

export const compileCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("compile")
    .description("Print scenarios as blueprints that Make imports")
    .argument("[files...]", "files, folders or patterns of *.scenario.ts (default: scenarios)")
    .option("--env <name>", "only for this environment (default: every one beside the scenarios)")
    .option("--out <folder>", "where blueprints are printed to, in a folder per environment", "dist-blueprints")
    .option("--scenario <name>", "with --stdout: which one, by its name or the name of its files")
    .option("--stdout", "print one blueprint to the terminal and write nothing")
    .option("--check", "write nothing; tell whether the printed blueprints are fresh")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: CompileFlags) => {
      const { compile } = await import("../run/compile.ts");
      setCode(await compile(files, flags, io));
    });
