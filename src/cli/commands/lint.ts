import { Command, InvalidArgumentError, Option } from "commander";
import { FORMATS } from "../../lint/formats/format.ts";
import { FIX_LEVELS } from "../../lint/mend.ts";
import { PRESETS } from "../../lint/rule.ts";
import type { ExitCode, Io } from "../io.ts";
import type { LintFlags } from "../run/lint.ts";

const EXAMPLES = `
Examples:
  cyanotype lint exports/orders.blueprint.json      any blueprint, whoever wrote it
  cyanotype lint scenarios                          findings point at the lines of the scenarios
  cyanotype lint --preset strict --fail-on warning 'exports/**/*.json'
  cyanotype lint exports --fix                      mend what is certain; --fix-dry-run shows it first
  cyanotype lint dist-blueprints/app --rule weak-evidence=warning
  pbpaste | cyanotype lint -                        modules copied in Make's editor
  cyanotype lint exports --format github --output report.sarif --output junit=build/lint.xml
`;

export const lintCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("lint")
    .description("Check blueprints and scenarios for what breaks in Make at run time")
    .argument("<files...>", "blueprints (*.json), scenarios (*.scenario.ts), folders or patterns; - reads stdin")
    .addOption(new Option("--format <name>", "how to print").choices(FORMATS).default("text"))
    .option("--output <file>", "write a report to a file, too: report.sarif, junit=lint.xml; may be repeated", collect)
    .addOption(new Option("--preset <name>", "which rules, how severe (default: recommended)").choices(PRESETS))
    .option("--rule <id=severity>", "set one rule to off, info, warning or error; may be repeated", collect)
    .option("--config <file>", "the configuration (default: the nearest cyanotype.config.yaml)", notEmpty)
    .option("--print-config", "print what holds for a file, and check nothing")
    .option(
      "--baseline <file>",
      "tell only what is not in this file (default: the nearest cyanotype.baseline.json)",
      notEmpty,
    )
    .option("--no-baseline", "tell everything")
    .option("--write-baseline [file]", "record what is found today: from now on, only new findings are told")
    .option("--prune-baseline", "take out of the baseline what is found no more")
    .addOption(new Option("--fix [which]", "mend what can be mended: safe fixes, or all").choices(FIX_LEVELS))
    .option("--changed <git-ref>", "check only files that differ from a branch, a tag or a commit", notEmpty)
    .option("--fix-dry-run", "show as a diff what --fix would change, and write nothing")
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity on")
        .choices(["error", "warning", "info"])
        .default("error"),
    )
    .option("--max-warnings <n>", "exit with 1 when there are more warnings than this", wholeNumber)
    .option("--watch", "check again whenever something changes, until Ctrl-C")
    .option("--quiet", "print only what makes the run fail; reports in files stay whole")
    .option("--stats", "tell how long each rule took")
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

function wholeNumber(value: string): number {
  if (/^\d{1,9}$/u.test(value)) return Number(value);
  throw new InvalidArgumentError("Give it a whole number from 0.");
}
