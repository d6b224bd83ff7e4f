import { Command, Option } from "commander";
import { FORMATS } from "../../check/formats/format.ts";
import { notEmpty } from "../flag-values.ts";
import type { ExitCode, Io } from "../io.ts";
import {
  baselineOption,
  configOption,
  failOnOption,
  maxWarningsOption,
  noBaselineOption,
  outputOption,
  presetOption,
  ruleOption,
} from "../lint-flags.ts";
import { envOption, outOption } from "../print-flags.ts";
import type { CheckFlags } from "../run/check.ts";

const EXAMPLES = `
It compiles every scenario for every environment beside it, has the project's
own TypeScript check their types by the nearest tsconfig.json, compares what is
printed with what is committed, and lints scenarios and all other blueprints,
each once. What a red check asks for stands at its end; what is stale is printed
anew by \`cyanotype compile\`.

Examples:
  cyanotype check                      everything in this folder
  cyanotype check scenarios --fail-on warning
  cyanotype check --base origin/main   and what has changed since this branch
                                       left it: scenarios, findings, credits
  cyanotype check --base origin/main --format github --output report.sarif \\
    --output summary.md                in a workflow, with the job's summary

Exit codes: 0 green · 1 findings from --fail-on on, too many warnings, types
              that do not hold, or printed files that are stale
            2 wrong usage, something cannot be read or compiled, or there is
              nothing to check
`;

export const checkCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("check")
    .description("The gate: scenarios compile, types hold, what is committed is fresh, and the linter is content")
    .argument(
      "[files...]",
      "blueprints (*.json), scenarios (*.scenario.ts), folders or patterns (default: the current folder)",
    )
    .option("--base <git-ref>", "tell what has changed since the branch left this branch, tag or commit", notEmpty)
    .addOption(
      new Option("--format <name>", "how to print; `github` writes the summary of the job as well")
        .choices(FORMATS)
        .default("text"),
    )
    .addOption(outputOption())
    .addOption(presetOption())
    .addOption(ruleOption())
    .addOption(configOption())
    .addOption(baselineOption())
    .addOption(noBaselineOption())
    .addOption(failOnOption())
    .addOption(maxWarningsOption())
    .addOption(envOption())
    .addOption(outOption())
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: CheckFlags) => {
      const { check } = await import("../run/check.ts");
      setCode(await check(files, flags, io));
    });
