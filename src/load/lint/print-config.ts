// What holds for one file, for people who wonder.

import { resolve } from "node:path";
import { stringify } from "yaml";
import type { RuleSeverity } from "../../lint/rule.ts";
import type { RuleSettings } from "../../lint/suppression-rules.ts";
import { shownPath } from "../find-files.ts";
import { type LintSettingsOptions, lintSettings } from "./lint-settings.ts";

export interface ConfigOfFile {
  readonly file: string;
  /** Absent where there is none. */
  readonly configuration?: string;
  readonly ignored: boolean;
  readonly preset: string;
  /** Severities; with the options of rules that have some. */
  readonly rules: Readonly<Record<string, RuleSeverity | { readonly severity: RuleSeverity }>>;
  readonly mandatory: readonly string[];
  readonly suppressions: readonly object[];
  readonly customFunctions: readonly string[];
  readonly knownModules: readonly string[];
  readonly plugins: readonly string[];
}

/** What holds for a file, which need not exist. */
export async function configOf(file: string, options: LintSettingsOptions): Promise<ConfigOfFile> {
  const { cwd } = options;
  const settings = await lintSettings(options);
  const paths = [resolve(cwd, file)];
  const severityOf = settings.severityOf(paths);
  const optionsOf = settings.optionsOf(paths);
  const settingOf = (rule: RuleSettings): ConfigOfFile["rules"][string] => {
    const options = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]);
    if (options.length === 0) return severityOf(rule);
    return { severity: severityOf(rule), ...Object.fromEntries(options), ...optionsOf(rule) };
  };
  const rules = [...settings.settableRules].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    file: shownPath(resolve(cwd, file), cwd),
    ...(settings.configuration ? { configuration: shownPath(settings.configuration.path, cwd) } : {}),
    ignored: settings.isIgnored(paths),
    preset: settings.preset,
    rules: Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule)])),
    mandatory: [...settings.mandatory],
    suppressions: settings.suppressionsFor(paths).map(({ rule, target, reason, expires }) => ({
      rule,
      ...(typeof target === "object" && "module" in target ? target : {}),
      ...(typeof target === "object" && "pointers" in target ? { pointer: target.pointers[0] } : {}),
      reason,
      ...(expires === undefined ? {} : { expires }),
    })),
    customFunctions: [...settings.customFunctions],
    knownModules: (settings.configuration?.knownModules ?? []).map((path) => shownPath(path, cwd)),
    plugins: (settings.configuration?.plugins ?? []).map((path) => shownPath(path, cwd)),
  };
}

/** The same as YAML. */
export const configAsYaml = (config: ConfigOfFile): string => stringify(config, { lineWidth: 0 });
