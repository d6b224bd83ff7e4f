// `cyanotype.config.yaml`, or `.ts`, read and checked.

import { dirname, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { formatProblem, type JsonPlace, type Problem, ProblemError, type Span } from "../../diagnostics/diagnostic.ts";
import type { OptionValues, Preset, RuleSeverity } from "../../lint/rule.ts";
import { isRule, type RuleSeverities, settableRules, severities, unknownRule } from "../../lint/severities.ts";
import type { RuleSettings } from "../../lint/suppression-rules.ts";
import type { Suppression } from "../../lint/suppressions.ts";
import { validateConfig } from "../../schema/config.ts";
import { describeValue } from "../../schema/describe-value.ts";
import { listOf } from "../../schema/list-of.ts";
import { isDay } from "../../util/is-day.ts";
import { pointer } from "../../util/json-pointer.ts";
import { nearest } from "../../util/nearest.ts";
import { quote } from "../../util/quote.ts";
import { parseYaml, type YamlFile } from "../parse-yaml.ts";
import { readText } from "../read-text.ts";

/** A suppression for the files that fit, or for all without patterns. */
export interface ConfiguredSuppression extends Suppression {
  readonly files?: readonly string[];
}

/** What a section `rules` sets. */
export interface RulesSection {
  readonly rules: RuleSeverities;
  /** Options of rules, by the id of the rule. */
  readonly options: ReadonlyMap<string, OptionValues>;
}

export interface Configuration extends RulesSection {
  /** The file. Its patterns are seen from the folder that it stands in. */
  readonly path: string;
  readonly text: string;
  readonly preset: Preset | undefined;
  readonly overrides: readonly (RulesSection & { readonly files: readonly string[] })[];
  readonly ignores: readonly string[];
  readonly suppressions: readonly ConfiguredSuppression[];
  readonly mandatory: ReadonlySet<string>;
  readonly customFunctions: ReadonlySet<string>;
  /** Files with rules, and files or folders with modules: absolute. */
  readonly plugins: readonly string[];
  readonly knownModules: readonly string[];
  /** Finds a place in the file. */
  readonly locate: (place: JsonPlace) => Span;
}

type Setting = RuleSeverity | { readonly severity?: RuleSeverity; readonly [option: string]: unknown };
type Settings = Readonly<Record<string, Setting>> | null;

/** What a file says once it fits its schema: a section may be absent, or have nothing in it. */
interface ConfigurationFile {
  readonly extends?: Preset | readonly Preset[];
  readonly rules?: Settings;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: Settings }[] | null;
  readonly ignores?: readonly string[] | null;
  readonly suppressions?: readonly SuppressionEntry[] | null;
  readonly mandatory?: readonly string[] | null;
  readonly customFunctions?: readonly string[] | null;
  readonly knownModules?: readonly string[] | null;
  readonly plugins?: readonly string[] | null;
}

interface SuppressionEntry {
  readonly rule: string;
  readonly files?: readonly string[];
  readonly module?: string;
  readonly pointer?: string;
  readonly reason: string;
  readonly expires?: string;
}

/** A configuration whose rules are not looked at yet: it may bring some of its own. */
export interface OpenedConfiguration {
  /** Files with rules, and files or folders with modules; each with its place. */
  readonly plugins: readonly ConfiguredPath[];
  readonly knownModules: readonly ConfiguredPath[];
  /** Throws a `ProblemError` with everything that is wrong with it. */
  readonly read: (known: readonly RuleSettings[]) => Configuration;
}

/** A path that a configuration names, absolute, and where it does. */
export interface ConfiguredPath {
  readonly path: string;
  readonly span: Span;
}

/** Reads a configuration without rules of its own. */
export const readConfiguration = (text: string, path: string): Configuration =>
  openConfiguration(text, path).read(settableRules);

/** Opens a configuration that stands in a file; one that is a program is run. */
export async function openConfigurationFile(path: string): Promise<OpenedConfiguration> {
  const text = (await readText(path)).replace(/^\ufeff/u, "");
  if (!path.endsWith(".ts")) return openConfiguration(text, path);
  const { runConfiguration } = await import("./run-configuration.ts");
  return openConfiguration(text, path, await runConfiguration(text, path));
}

/** What a configuration says, and where. */
export type ConfigurationSource = YamlFile;

/** Opens a configuration. Throws a `ProblemError` with everything in it that does not fit its schema. */
function openConfiguration(
  text: string,
  path: string,
  { value, locate }: ConfigurationSource = parseYaml(text, path),
): OpenedConfiguration {
  const problems = new Map<string, Problem>();
  const complain = ({ message, help }: Problem, place: JsonPlace): void => {
    const problem = { path, span: locate(place), message, ...(help !== undefined && { help }) };
    // What an alias stands for is checked wherever it stands.
    problems.set(formatProblem(problem), problem);
  };
  for (const problem of value === null ? [] : validateConfig(value)) complain(problem, problem);
  const file = (value ?? {}) as ConfigurationFile;
  const refuse = (): void => {
    if (problems.size > 0) throw new ProblemError([...problems.values()]);
  };
  refuse();

  const pathsIn = (section: "plugins" | "knownModules"): readonly ConfiguredPath[] =>
    (file[section] ?? []).map((entry, index) => ({
      path: resolve(dirname(path), entry),
      span: locate({ pointer: pointer("", section, index) }),
    }));
  const [plugins, knownModules] = [pathsIn("plugins"), pathsIn("knownModules")];
  return {
    plugins,
    knownModules,
    read: (known) => {
      checkRules(file, known, complain);
      checkSuppressions(file, known, complain);
      checkMandatory(file, known, complain);
      refuse();
      return {
        path,
        text,
        preset: presetOf(file),
        ...sectionOf(file.rules),
        overrides: (file.overrides ?? []).map(({ files, rules }) => ({ files, ...sectionOf(rules) })),
        ignores: file.ignores ?? [],
        suppressions: (file.suppressions ?? []).map(suppressionOf),
        mandatory: new Set(file.mandatory),
        customFunctions: new Set(file.customFunctions),
        plugins: plugins.map((plugin) => plugin.path),
        knownModules: knownModules.map((known) => known.path),
        locate,
      };
    },
  };
}

/** Every preset says of each rule how severe it is, so the last one is all that counts. */
const presetOf = ({ extends: presets }: ConfigurationFile): Preset | undefined =>
  typeof presets === "object" ? presets.at(-1) : presets;

const severityIn = (setting: Setting | undefined): RuleSeverity | undefined =>
  typeof setting === "object" ? setting.severity : setting;

const severitiesIn = (settings: Settings | undefined): RuleSeverities =>
  new Map(
    Object.entries(settings ?? {}).flatMap(([id, setting]) => {
      const severity = severityIn(setting);
      return severity === undefined ? [] : [[id, severity]];
    }),
  );

const optionsIn = (settings: Settings | undefined): RulesSection["options"] =>
  new Map(
    Object.entries(settings ?? {}).flatMap(([id, setting]) => {
      if (typeof setting === "string") return [];
      const { severity: _, ...options } = setting;
      return Object.keys(options).length > 0 ? [[id, options as OptionValues]] : [];
    }),
  );

const sectionOf = (settings: Settings | undefined): RulesSection => ({
  rules: severitiesIn(settings),
  options: optionsIn(settings),
});

const suppressionOf = ({ module, pointer: at, ...entry }: SuppressionEntry): ConfiguredSuppression => ({
  ...entry,
  by: "configuration",
  target: module === undefined ? { pointers: [at ?? ""] } : { module },
});

type Complain = (problem: Problem, place: JsonPlace) => void;

/** All sections that set severities, and where they stand. */
const sections = ({ rules, overrides }: ConfigurationFile): readonly (readonly [at: string, settings: Settings])[] => [
  ["/rules", rules ?? null],
  ...(overrides ?? []).map((override, index) => [pointer("/overrides", index, "rules"), override.rules] as const),
];

function checkRules(file: ConfigurationFile, known: readonly RuleSettings[], complain: Complain): void {
  for (const [at, settings] of sections(file)) {
    for (const [id, setting] of Object.entries(settings ?? {})) {
      const rule = known.find((candidate) => candidate.id === id);
      if (rule === undefined) complain(unknownRule(id, known), { pointer: pointer(at, id), key: true });
      else if (typeof setting === "object") checkOptions(rule, setting, pointer(at, id), complain);
    }
  }
  for (const [index, id] of (file.mandatory ?? []).entries()) {
    if (!isRule(id, known)) complain(unknownRule(id, known), { pointer: pointer("/mandatory", index) });
  }
}

function checkOptions({ id, options = {} }: RuleSettings, setting: object, at: string, complain: Complain): void {
  const known = ["severity", ...Object.keys(options)];
  if (Object.keys(setting).length === 0) {
    complain({ message: `\`${id}\` is set to nothing`, help: `Give it ${listOf(known.map(quote))}` }, { pointer: at });
  }
  for (const [name, value] of Object.entries(setting)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    const here = pointer(at, name);
    if (!known.includes(name)) {
      const [meant] = nearest(name, known);
      const help = meant === undefined ? `Use ${listOf(known.map(quote))}` : `Did you mean ${quote(meant)}?`;
      complain({ message: `${quote(name)} is no option of \`${id}\``, help }, { pointer: here, key: true });
    } else if (option && (typeof value !== "number" || !(value >= option.minimum))) {
      complain(
        {
          message: `${quote(name)} is ${typeof value === "number" ? quote(String(value)) : describeValue(value)}, not a number from ${option.minimum}`,
          help: `It is ${option.summary}; ${option.default} without this`,
        },
        { pointer: here },
      );
    }
  }
}

function checkSuppressions(
  { suppressions }: ConfigurationFile,
  known: readonly RuleSettings[],
  complain: Complain,
): void {
  for (const [index, { rule, module, pointer: at, expires }] of (suppressions ?? []).entries()) {
    const here = pointer("/suppressions", index);
    if (!isRule(rule, known)) complain(unknownRule(rule, known), { pointer: pointer(here, "rule") });
    if (module === undefined && at === undefined) {
      complain(
        {
          message: "This suppression does not say where it holds",
          help: 'Name a `module`, or a `pointer`; `pointer: ""` is the whole file',
        },
        { pointer: here },
      );
    } else if (module !== undefined && at !== undefined) {
      complain(
        { message: "This suppression names a module and a pointer", help: "Keep one of them" },
        { pointer: pointer(here, "pointer"), key: true },
      );
    }
    if (expires !== undefined && !isDay(expires))
      complain({ message: `The calendar has no day \`${expires}\`` }, { pointer: pointer(here, "expires") });
  }
}

/** A rule that must run cannot be off. */
function checkMandatory(file: ConfigurationFile, known: readonly RuleSettings[], complain: Complain): void {
  const isOff = (setting: Setting | undefined): boolean => severityIn(setting) === "off";
  const mandatory = file.mandatory ?? [];
  for (const [at, settings] of sections(file)) {
    for (const id of mandatory.filter((rule) => isOff(settings?.[rule]))) {
      complain(
        { message: `\`${id}\` is switched off, although it is mandatory`, help: "Decide for one of the two" },
        { pointer: pointer(at, id), key: true },
      );
    }
  }
  const severityOf = severities(presetOf(file) ?? "recommended", [], [severitiesIn(file.rules)]);
  for (const [index, id] of mandatory.entries()) {
    const rule = known.find((candidate) => candidate.id === id);
    if (rule === undefined || severityOf(rule) !== "off" || isOff(file.rules?.[id])) continue;
    complain(
      { message: `\`${id}\` is mandatory, but off in the preset`, help: "Give it a severity under `rules`" },
      { pointer: pointer("/mandatory", index) },
    );
  }
}

/** Tells whether one of several paths fits one of a configuration's patterns, which are seen from its folder. */
export function createMatcher(folder: string): (patterns: readonly string[], paths: readonly string[]) => boolean {
  const matchers = new Map<string, (path: string) => boolean>();
  return (patterns, paths) =>
    patterns.some((pattern) => {
      let matches = matchers.get(pattern);
      if (matches === undefined) {
        matches = picomatch(withFolder(pattern), { dot: true });
        matchers.set(pattern, matches);
      }
      return paths.some((path) => matches(relative(folder, path).split(sep).join("/")));
    });
}

/** A plain name means a folder with everything in it, too. */
const withFolder = (pattern: string): string[] => {
  const plain = pattern.replace(/^\.\//u, "").replace(/\/$/u, "");
  return /[*?[\]{}()]/u.test(plain) ? [plain] : [plain, `${plain}/**`];
};
