import { Command, InvalidArgumentError, Option } from "commander";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Preset } from "../../lint/rule.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

interface LintFlags {
  readonly format: "text" | "json";
  readonly preset: Preset;
  readonly failOn: Severity;
  readonly env?: string;
  readonly out: string;
  readonly stdinFilename: string;
}

const EXAMPLES = `
Examples:
  cyanotype lint exports/orders.blueprint.json      any blueprint, whoever wrote it
  cyanotype lint scenarios                          findings point at the lines of the scenarios
  cyanotype lint --preset strict --fail-on warning 'exports/**/*.json'
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
      setCode(await run(files, flags, io));
    });

function notEmpty(value: string): string {
  if (value === "") throw new InvalidArgumentError("Give it a name.");
  return value;
}

const RANKS: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

async function run(files: readonly string[], flags: LintFlags, io: Io): Promise<ExitCode> {
  const { lintFiles } = await import("../../load/lint-files.ts");
  const { resolve } = await import("node:path");
  const { report, problems, textOf } = await lintFiles(files, {
    cwd: io.cwd,
    preset: flags.preset,
    out: resolve(io.cwd, flags.out),
    stdinFilename: flags.stdinFilename,
    ...(flags.env === undefined ? {} : { env: flags.env }),
  });
  if (problems.length > 0) {
    const { formatProblems } = await import("../problems.ts");
    io.stderr(formatProblems(problems, io));
  }
  if (flags.format === "json") {
    const { formatJson } = await import("../../lint/formats/json.ts");
    io.stdout(formatJson(report));
  } else if (report.files > 0) {
    const { formatText } = await import("../../lint/formats/text.ts");
    const { painter } = await import("../paint.ts");
    io.stdout(formatText(report, { textOf, paint: painter(io.colors) }));
  }
  if (problems.length > 0) return EXIT.usage;
  const failing = report.findings.some(({ severity }) => RANKS[severity] >= RANKS[flags.failOn]);
  return failing ? EXIT.findings : EXIT.ok;
}
