// What holds for each file that is checked: the command line first, then the configuration, then the preset.

import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Catalog, catalog as declared } from "../../catalog/catalog.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import type { OptionValues, Preset, Rule, RuleSeverity } from "../../lint/rule.ts";
import { rules as builtIn } from "../../lint/rules.generated.ts";
import { type RuleSeverities, SEVERITIES, settableRules, severities } from "../../lint/severities.ts";
import type { RuleSettings } from "../../lint/suppression-rules.ts";
import { quote } from "../../util/quote.ts";
import { shownPath } from "../find-files.ts";
import { findUpward } from "../find-upward.ts";
import type { Configuration, ConfiguredSuppression } from "./configuration.ts";

export interface LintSettingsOptions {
  readonly cwd: string;
  /** The configuration's file. Without it, the nearest one is taken, if there is any. */
  readonly config?: string;
  /** Instead of the preset that the configuration extends. */
  readonly preset?: Preset;
  /** Rules that are set on the command line: `weak-evidence=warning`. */
  readonly rules?: readonly string[];
}

/** A file by its absolute paths: a printed scenario has that of its source and that of its blueprint. */
export type Paths = readonly string[];

export interface LintSettings {
  readonly configuration: Configuration | undefined;
  readonly preset: Preset;
  readonly mandatory: ReadonlySet<string>;
  readonly customFunctions: ReadonlySet<string>;
  /** The rules that run: the project's own come last. */
  readonly rules: readonly Rule[];
  /** All rules whose severity can be set. */
  readonly settableRules: readonly RuleSettings[];
  readonly catalog: Catalog;
  readonly severityOf: (paths: Paths) => (rule: RuleSettings) => RuleSeverity;
  /** What is set of a rule's options. */
  readonly optionsOf: (paths: Paths) => (rule: RuleSettings) => OptionValues;
  readonly isIgnored: (paths: Paths) => boolean;
  /** Which of the configuration's patterns ignores a file first: -1 when none does. */
  readonly ignoredBy: (path: string) => number;
  readonly suppressionsFor: (paths: Paths) => readonly ConfiguredSuppression[];
}

export const CONFIGURATION_NAMES = ["cyanotype.config.yaml", "cyanotype.config.yml", "cyanotype.config.ts"];
const NONE: ReadonlySet<string> = new Set();

/** The nearest configuration. Throws a `ProblemError` when two of them stand in one folder. */
export function nearestConfiguration(cwd: string): string | undefined {
  const path = findUpward(cwd, CONFIGURATION_NAMES);
  if (path === undefined) return undefined;
  const here = CONFIGURATION_NAMES.filter((name) => existsSync(join(dirname(path), name)));
  if (here.length < 2) return path;
  throw new ProblemError([
    {
      path: shownPath(path, cwd),
      message: `This folder has ${here.length} configurations: ${here.map(quote).join(" and ")}`,
      help: "Keep one of them, or name it with `--config`",
    },
  ]);
}

/** Finds and reads the configuration. Throws a `ProblemError` when it, or the command line, cannot be meant so. */
export async function lintSettings(options: LintSettingsOptions): Promise<LintSettings> {
  const { cwd, config, rules } = options;
  const path = config === undefined ? nearestConfiguration(cwd) : existing(resolve(cwd, config), config);
  if (path === undefined) {
    const preset = options.preset ?? "recommended";
    const severityOf = severities(preset, rules);
    return {
      configuration: undefined,
      preset,
      mandatory: NONE,
      customFunctions: NONE,
      rules: builtIn,
      settableRules,
      catalog: declared,
      severityOf: () => severityOf,
      optionsOf: () => () => ({}),
      isIgnored: () => false,
      ignoredBy: () => -1,
      suppressionsFor: () => [],
    };
  }
  const { createMatcher, openConfigurationFile } = await import("./configuration.ts");
  const opened = await openConfigurationFile(path);
  const own = opened.plugins.length === 0 ? [] : await (await import("./plugins.ts")).readPlugins(opened.plugins, path);
  const known: readonly RuleSettings[] = [...settableRules, ...own];
  const configuration = opened.read(known);
  const catalog =
    opened.knownModules.length === 0
      ? declared
      : await (await import("./known-modules.ts")).withKnownModules(opened.knownModules, path);
  const preset = options.preset ?? configuration.preset ?? "recommended";
  const fits = createMatcher(dirname(path));

  const byOverrides = new Map<string, (rule: RuleSettings) => RuleSeverity>();
  const severityOf: LintSettings["severityOf"] = (paths) => {
    const overrides = configuration.overrides.filter(({ files }) => fits(files, paths));
    const key = overrides.map((override) => configuration.overrides.indexOf(override)).join();
    let found = byOverrides.get(key);
    if (found === undefined) {
      const layers: readonly RuleSeverities[] = [configuration.rules, ...overrides.map((override) => override.rules)];
      found = severities(preset, rules, layers, known);
      byOverrides.set(key, found);
    }
    return found;
  };
  const optionsOf: LintSettings["optionsOf"] = (paths) => {
    const sections = [configuration, ...configuration.overrides.filter(({ files }) => fits(files, paths))];
    return ({ id }) => Object.assign({}, ...sections.map(({ options }) => options.get(id) ?? {}));
  };
  const configured = severities(preset, [], [configuration.rules], known);
  refuseSofter(configuration, known, severityOf([]), configured, shownPath(path, cwd));
  return {
    configuration,
    preset,
    mandatory: configuration.mandatory,
    customFunctions: configuration.customFunctions,
    rules: [...builtIn, ...own],
    settableRules: known,
    catalog,
    severityOf,
    optionsOf,
    isIgnored: (paths) => fits(configuration.ignores, paths),
    ignoredBy: (path) => configuration.ignores.findIndex((pattern) => fits([pattern], [path])),
    suppressionsFor: (paths) =>
      configuration.suppressions.filter(({ files }) => files === undefined || fits(files, paths)),
  };
}

function existing(path: string, given: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw new ProblemError([{ path: given, message: "There is no such configuration" }]);
}

/** The command line goes before the configuration, but can neither switch off nor soften what is mandatory. */
function refuseSofter(
  { mandatory }: Configuration,
  known: readonly RuleSettings[],
  severityOf: (rule: RuleSettings) => RuleSeverity,
  configuredFor: (rule: RuleSettings) => RuleSeverity,
  path: string,
): void {
  const problems = known.flatMap((rule): readonly Problem[] => {
    const [wanted, configured] = [severityOf(rule), configuredFor(rule)];
    const isSofter = wanted === "off" || SEVERITIES.indexOf(wanted) < SEVERITIES.indexOf(configured);
    if (!mandatory.has(rule.id) || !isSofter) return [];
    const what = wanted === "off" ? "switched off" : `made ${wanted}`;
    return [{ message: `\`${rule.id}\` cannot be ${what}`, help: `${path} makes it mandatory` }];
  });
  if (problems.length > 0) throw new ProblemError(problems);
}
