// The flags of all commands that lint.

import { resolve } from "node:path";
import { Option } from "commander";
import type { Severity } from "../diagnostics/diagnostic.ts";
import { PRESETS, type Preset } from "../lint/rule.ts";
import type { LintFilesOptions } from "../load/lint/lint-files.ts";
import type { LintSettingsOptions } from "../load/lint/lint-settings.ts";
import { collect, notEmpty, wholeNumber } from "./flag-values.ts";
import type { Io } from "./io.ts";

export interface SharedLintFlags {
  readonly output?: readonly string[];
  readonly preset?: Preset;
  readonly config?: string;
  readonly rule?: readonly string[];
  readonly baseline?: string | boolean;
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly env?: string;
  readonly out: string;
}

export const outputOption = (): Option =>
  new Option(
    "--output <file>",
    "write a report to a file, too: report.sarif, junit=lint.xml; may be repeated",
  ).argParser(collect);
export const presetOption = (): Option =>
  new Option("--preset <name>", "which rules, how severe (default: recommended)").choices(PRESETS);
export const ruleOption = (): Option =>
  new Option("--rule <id=severity>", "set one rule to off, info, warning or error; may be repeated").argParser(collect);
export const configOption = (): Option =>
  new Option("--config <file>", "the configuration (default: the nearest cyanotype.config.yaml, or .ts)").argParser(
    notEmpty,
  );
export const baselineOption = (): Option =>
  new Option(
    "--baseline <file>",
    "tell only what is not in this file (default: the nearest cyanotype.baseline.json)",
  ).argParser(notEmpty);
export const noBaselineOption = (): Option => new Option("--no-baseline", "tell everything");
export const failOnOption = (): Option =>
  new Option("--fail-on <severity>", "exit with 1 from this severity on")
    .choices(["error", "warning", "info"])
    .default("error");
export const maxWarningsOption = (): Option =>
  new Option("--max-warnings <n>", "exit with 1 when there are more warnings than this").argParser(wholeNumber);

/** What of the command line holds for each file, whatever the configuration says. */
export const settingsOf = (
  { preset, config, rule }: Pick<SharedLintFlags, "preset" | "config" | "rule">,
  { cwd }: Pick<Io, "cwd">,
): LintSettingsOptions => ({
  cwd,
  ...(preset === undefined ? {} : { preset }),
  ...(config === undefined ? {} : { config }),
  ...(rule === undefined ? {} : { rules: rule }),
});

/** What linting needs to know of where and when it runs. */
export const placeAndDay = (
  { env, out }: Pick<SharedLintFlags, "env" | "out">,
  { cwd }: Pick<Io, "cwd">,
): Pick<LintFilesOptions, "today" | "out" | "env"> => ({
  today: new Date().toISOString().slice(0, "2027-01-31".length),
  out: resolve(cwd, out),
  ...(env === undefined ? {} : { env }),
});
