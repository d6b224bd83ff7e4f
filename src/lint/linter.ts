import { type Catalog, catalog as declared } from "../catalog/catalog.ts";
import type { JsonPlace, Severity } from "../diagnostics/diagnostic.ts";
import type { Scenario } from "../model/scenario.ts";
import { createProject, type Project } from "./project.ts";
import {
  createChecker,
  type OptionValues,
  type Related,
  type Rule,
  type RuleContext,
  type RuleFinding,
  type RuleSeverity,
} from "./rule.ts";
import { rules as allRules } from "./rules.generated.ts";

/** A finding with the severity that the configuration gives its rule. */
export interface Finding extends Omit<RuleFinding, "related"> {
  readonly severity: Severity;
  readonly related: readonly Related[];
}

export interface LintInput {
  readonly scenario: Scenario;
  /** The blueprint as data. */
  readonly json: unknown;
  /** JSON pointer of the blueprint in its file. */
  readonly root?: string;
}

/** Keeps how long each rule took, by its id. Which clock it is, and its unit, is the caller's. */
export interface Stopwatch {
  readonly now: () => number;
  readonly spent: Map<string, number>;
}

export interface LintOptions {
  readonly severityOf: (rule: Rule) => RuleSeverity;
  readonly optionsOf?: (rule: Rule) => OptionValues;
  /** The project that the scenario belongs to. Without one it stands alone. */
  readonly project?: Project;
  readonly rules?: readonly Rule[];
  readonly catalog?: Catalog;
  /** Functions that the organization made. */
  readonly customFunctions?: ReadonlySet<string>;
  readonly stopwatch?: Stopwatch;
}

/**
 * Checks one scenario. A rule that is off does not run. Findings come in the order of the file; two that say the same
 * at the same place are one.
 */
export function lint(
  input: LintInput,
  {
    severityOf,
    optionsOf,
    project,
    rules = allRules,
    catalog = declared,
    customFunctions = new Set(),
    stopwatch,
  }: LintOptions,
): readonly Finding[] {
  const findings = new Map<string, Finding>();
  const add = (finding: RuleFinding, severity: Severity): void => {
    const { pointer, range, key: ofName } = finding.at;
    const key = `${finding.rule} ${pointer.length} ${pointer} ${ofName} ${range?.start} ${range?.end} ${finding.message}`;
    if (!findings.has(key)) findings.set(key, { ...finding, severity });
  };
  const own = project ?? createProject(rules);
  const { scenario, json, root = "" } = input;
  const context: RuleContext = { scenario, json, root, catalog, customFunctions };
  let severity: Severity = "info";
  const check = createChecker(context, (finding) => add(finding, severity));
  for (const active of activeRules(rules, severityOf)) {
    const { rule } = active;
    severity = active.severity;
    const started = stopwatch?.now() ?? 0;
    check(rule, optionsOf?.(rule));
    if (stopwatch) stopwatch.spent.set(rule.id, (stopwatch.spent.get(rule.id) ?? 0) + stopwatch.now() - started);
  }
  own.add(context, severityOf);
  if (project === undefined) for (const { finding, severity } of own.check()) add(finding, severity);
  return inOrder([...findings.values()], orderOf(scenario));
}

interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The rules that run. They are the same for hundreds of files. */
function activeRules(rules: readonly Rule[], severityOf: LintOptions["severityOf"]): readonly ActiveRule[] {
  const known = activeBySeverities.get(severityOf);
  if (known?.rules === rules) return known.active;
  const active = rules.flatMap((rule) => {
    const severity = severityOf(rule);
    return severity === "off" ? [] : [{ rule, severity }];
  });
  activeBySeverities.set(severityOf, { rules, active });
  return active;
}

const activeBySeverities = new WeakMap<
  LintOptions["severityOf"],
  { readonly rules: readonly Rule[]; readonly active: readonly ActiveRule[] }
>();

/** In the order of the file. */
function inOrder(findings: readonly Finding[], order: (place: JsonPlace) => number): readonly Finding[] {
  const placed = findings.map((finding) => ({ finding, order: order(finding.at) }));
  return placed.sort((a, b) => a.order - b.order || byPlace(a.finding, b.finding)).map(({ finding }) => finding);
}

/** The order of modules in the scenario; places outside of all modules come first. */
function orderOf(scenario: Scenario): (place: JsonPlace) => number {
  const order = new Map(scenario.modules.map((module, index) => [module.pointer, index]));
  return ({ pointer }) => {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
      const index = order.get(pointer.slice(0, end));
      if (index !== undefined) return index;
    }
    return -1;
  };
}

const byPlace = (a: Finding, b: Finding): number =>
  compare(a.at.pointer, b.at.pointer) || (a.at.range?.start ?? 0) - (b.at.range?.start ?? 0) || compare(a.rule, b.rule);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
