import { Command, InvalidArgumentError, Option } from "commander";
import type { ExitCode, Io } from "../io.ts";
import type { LintFlags } from "../run/lint.ts";

const EXAMPLES = `
Examples:
  cyanotype lint exports/orders.blueprint.json      any blueprint, whoever wrote it
  cyanotype lint scenarios                          findings point at the lines of the scenarios
  cyanotype lint --preset strict --fail-on warning 'exports/**/*.json'
  cyanotype lint dist-blueprints/app --rule weak-evidence=warning
  pbpaste | cyanotype lint -                        modules copied in Make's editor
`;

export const lintCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("lint")
    .description("Check blueprints and scenarios for what breaks in Make at run time")
    .argument("<files...>", "blueprints (*.json), scenarios (*.scenario.ts), folders or patterns; - reads stdin")
    .addOption(new Option("--format <name>", "how to print").choices(["text", "json"]).default("text"))
    .addOption(
      new Option("--preset <name>", "which rules, how severe")
        .choices(["recommended", "strict"])
        .default("recommended"),
    )
    .option("--rule <id=severity>", "set one rule to off, info, warning or error; may be repeated", collect)
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity on")
        .choices(["error", "warning", "info"])
        .default("error"),
    )
    .option("--env <name>", "environment to print scenarios for (default: every one beside them)")
    .option("--out <folder>", "where the scenarios' blueprints are printed to", "dist-blueprints")
    .option("--stdin-filename <name>", "what to call what comes from stdin", notEmpty, "stdin.json")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: LintFlags) => {
      const { lint } = await import("../run/lint.ts");
      setCode(await lint(files, flags, io));
    });

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function notEmpty(value: string): string {
  if (value === "") throw new InvalidArgumentError("Give it a name.");
  return value;
}
