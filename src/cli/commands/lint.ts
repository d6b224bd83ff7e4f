import { Command, Option } from "commander";
import { FORMATS } from "../../lint/formats/format.ts";
import { FIX_LEVELS } from "../../lint/mend.ts";
import { UNNAMED } from "../../load/read-stdin.ts";
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
import type { LintFlags } from "../run/lint.ts";

const EXAMPLES = `
Examples:
  cyanotype lint orders.blueprint.json   any blueprint, whoever wrote it
  cyanotype lint scenarios               findings point at the scenarios' lines
  cyanotype lint exports --fix           mend what is certain
  cyanotype lint exports --fix-dry-run   and this shows it first
  cyanotype lint --preset strict --fail-on warning 'exports/**/*.json'
  cyanotype lint exports --rule missing-error-handler=error
  cyanotype lint exports --changed main  only what your branch has changed
  cyanotype lint exports --output report.sarif --output junit=build/lint.xml
  pbpaste | cyanotype lint -             modules copied in Make's editor

\`cyanotype explain <rule>\` tells more about a finding.

Exit codes: 0 nothing from --fail-on on · 1 findings, or too many warnings
            2 wrong usage, or something cannot be read or compiled
`;

export const lintCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("lint")
    .description("Check blueprints and scenarios for what breaks in Make at run time")
    .argument("<files...>", "blueprints (*.json), scenarios (*.scenario.ts), folders or patterns; - reads stdin")
    .option("--changed <git-ref>", "check only files that differ from a branch, a tag or a commit", notEmpty)
    .addOption(new Option("--format <name>", "how to print").choices(FORMATS).default("text"))
    .addOption(outputOption())
    .addOption(presetOption())
    .addOption(ruleOption())
    .addOption(configOption())
    .option("--print-config", "print what holds for a file, and check nothing")
    .addOption(baselineOption())
    .addOption(noBaselineOption())
    .option("--write-baseline [file]", "record what is found today: from now on, only new findings are told")
    .option("--prune-baseline", "take out of the baseline what is found no more")
    .addOption(new Option("--fix [which]", "mend what can be mended: safe fixes, or all").choices(FIX_LEVELS))
    .option("--fix-dry-run", "show as a diff what --fix would change, and write nothing")
    .addOption(failOnOption())
    .addOption(maxWarningsOption())
    .option("--watch", "check again whenever something changes, until Ctrl-C")
    .option("--quiet", "print only what makes the run fail; reports in files stay whole")
    .option("--stats", "tell how long each rule took")
    .addOption(envOption())
    .addOption(outOption())
    .option("--stdin-filename <name>", "what to call what comes from stdin", notEmpty, UNNAMED)
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: LintFlags) => {
      const { lint } = await import("../run/lint.ts");
      setCode(await lint(files, flags, io));
    });
