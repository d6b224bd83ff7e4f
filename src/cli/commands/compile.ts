import { Command } from "commander";
import type { ExitCode, Io } from "../io.ts";
import { envOption, outOption } from "../print-flags.ts";
import type { CompileFlags } from "../run/compile.ts";

const EXAMPLES = `
Examples:
  cyanotype compile                    all scenarios, for all environments
  cyanotype compile --env production   only for environments/production.yaml
  cyanotype compile scenarios/orders.scenario.ts
  cyanotype compile --env production --scenario orders --stdout
  cyanotype compile --check            is what is committed fresh?

Exit codes: 0 printed, or fresh · 1 something is stale or missing (--check)
            2 wrong usage, or something does not compile
`;

export const compileCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("compile")
    .description("Print scenarios as blueprints that Make imports")
    .argument("[files...]", "scenarios (*.scenario.ts), folders or patterns (default: scenarios)")
    .addOption(envOption())
    .addOption(outOption())
    .option("--scenario <name>", "with --stdout: which one, by its name or the name of its files")
    .option("--stdout", "print one blueprint to the terminal and write nothing")
    .option("--check", "write nothing; tell whether the printed blueprints are fresh")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: CompileFlags) => {
      const { compile } = await import("../run/compile.ts");
      setCode(await compile(files, flags, io));
    });
