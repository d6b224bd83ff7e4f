// `cyanotype.config.yaml`, read and checked.

import { relative, sep } from "node:path";
import picomatch from "picomatch";
import { formatProblem, type JsonPlace, type Problem, ProblemError, type Span } from "../diagnostics/diagnostic.ts";
import type { Preset, RuleSeverity } from "../lint/rule.ts";
import { isRule, type RuleSeverities, settableRules, severities, unknownRule } from "../lint/severities.ts";
import type { Suppression } from "../lint/suppressions.ts";
import { validateConfig } from "../schema/config.ts";
import { isDay } from "../util/is-day.ts";
import { pointer } from "../util/json-pointer.ts";
import { parseYaml } from "./parse-yaml.ts";

/** A suppression for the files that fit, or for all without patterns. */
export interface ConfiguredSuppression extends Suppression {
  readonly files?: readonly string[];
}

export interface Configuration {
  /** The file. Its patterns are seen from the folder that it stands in. */
  readonly path: string;
  readonly text: string;
  readonly preset: Preset | undefined;
  readonly rules: RuleSeverities;
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: RuleSeverities }[];
  readonly ignores: readonly string[];
  readonly suppressions: readonly ConfiguredSuppression[];
  readonly mandatory: ReadonlySet<string>;
  readonly customFunctions: ReadonlySet<string>;
  /** Finds a place in the file. */
  readonly locate: (place: JsonPlace) => Span;
}

type Setting = RuleSeverity | { readonly severity: RuleSeverity };
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
}

interface SuppressionEntry {
  readonly rule: string;
  readonly files?: readonly string[];
  readonly module?: string;
  readonly pointer?: string;
  readonly reason: string;
  readonly expires?: string;
}

/** Reads a configuration. Throws a `ProblemError` with everything that is wrong with it. */
export function readConfiguration(text: string, path: string): Configuration {
  const { value, locate } = parseYaml(text, path);
  const problems = new Map<string, Problem>();
  const complain = ({ message, help }: Problem, place: JsonPlace): void => {
    const problem = { path, span: locate(place), message, ...(help !== undefined && { help }) };
    // What an alias stands for is checked wherever it stands.
    problems.set(formatProblem(problem), problem);
  };
  for (const problem of value === null ? [] : validateConfig(value)) complain(problem, problem);
  const file = (value ?? {}) as ConfigurationFile;
  if (problems.size === 0) {
    checkRules(file, complain);
    checkSuppressions(file, complain);
    checkMandatory(file, complain);
  }
  if (problems.size > 0) throw new ProblemError([...problems.values()]);

  return {
    path,
    text,
    preset: presetOf(file),
    rules: severitiesIn(file.rules),
    overrides: (file.overrides ?? []).map(({ files, rules }) => ({ files, rules: severitiesIn(rules) })),
    ignores: file.ignores ?? [],
    suppressions: (file.suppressions ?? []).map(suppressionOf),
    mandatory: new Set(file.mandatory),
    customFunctions: new Set(file.customFunctions),
    locate,
  };
}

/** Every preset says of each rule how severe it is, so the last one is all that counts. */
const presetOf = ({ extends: presets }: ConfigurationFile): Preset | undefined =>
  typeof presets === "object" ? presets.at(-1) : presets;

const severitiesIn = (settings: Settings | undefined): RuleSeverities =>
  new Map(
    Object.entries(settings ?? {}).map(([id, setting]) => [
      id,
      typeof setting === "string" ? setting : setting.severity,
    ]),
  );

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

function checkRules(file: ConfigurationFile, complain: Complain): void {
  for (const [at, settings] of sections(file)) {
    for (const id of Object.keys(settings ?? {})) {
      if (!isRule(id)) complain(unknownRule(id), { pointer: pointer(at, id), key: true });
    }
  }
  for (const [index, id] of (file.mandatory ?? []).entries()) {
    if (!isRule(id)) complain(unknownRule(id), { pointer: pointer("/mandatory", index) });
  }
}

function checkSuppressions({ suppressions }: ConfigurationFile, complain: Complain): void {
  for (const [index, { rule, module, pointer: at, expires }] of (suppressions ?? []).entries()) {
    const here = pointer("/suppressions", index);
    if (!isRule(rule)) complain(unknownRule(rule), { pointer: pointer(here, "rule") });
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
function checkMandatory(file: ConfigurationFile, complain: Complain): void {
  const isOff = (setting: Setting | undefined): boolean =>
    (typeof setting === "object" ? setting.severity : setting) === "off";
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
    const rule = settableRules.find((candidate) => candidate.id === id);
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
