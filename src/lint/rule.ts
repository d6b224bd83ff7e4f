// What a rule is. A rule is an object with a check; it sees one scenario, asks the model and the catalogue, and reports
// places. It never sees text, files, or other rules.

import type { Json } from "../blueprint/blueprint.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { JsonPlace, Severity } from "../diagnostics/diagnostic.ts";
import type { Scenario } from "../model/scenario.ts";

/**
 * A named set of severities: `recommended` is the default, `strict` leaves nothing to luck, `publish` is `recommended` for
 * blueprints that leave the account: templates, and what others are to import.
 */
export const PRESETS = ["recommended", "strict", "publish"] as const;
export type Preset = (typeof PRESETS)[number];

export type RuleSeverity = Severity | "off";

/** How severe a rule is in each preset. Without `publish`, that is as `recommended`. */
export interface PresetSeverities {
  readonly recommended: RuleSeverity;
  readonly strict: RuleSeverity;
  readonly publish?: RuleSeverity;
}

export const severityIn = (preset: Preset, { recommended, strict, publish }: PresetSeverities): RuleSeverity =>
  ({ recommended, strict, publish: publish ?? recommended })[preset];

/** What rules are about, in the order in which they are listed. */
export const CATEGORIES = [
  /** What Make refuses to import or silently drops. */
  "structure",
  /** Mappings: what they read and how they are written. */
  "expressions",
  /** Filters, routers and conditions. */
  "conditions",
  /** Error handlers and scenario settings. */
  "reliability",
  /** How modules are filled in. */
  "configuration",
  /** Who can read, call or change what they should not. */
  "security",
  /** Credits that are spent for nothing. */
  "cost",
  /** Human review over HITL.sh. */
  "review",
] as const;
export type RuleCategory = (typeof CATEGORIES)[number];

/** A number that a configuration may set for a rule. */
export interface RuleOption {
  /** What it is, and its unit. */
  readonly summary: string;
  readonly default: number;
  readonly minimum: number;
}
export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** Something else to look at, with a short note on why. */
export interface Related {
  readonly message: string;
  readonly at: JsonPlace;
}

/**
 * A change of the file that removes the finding. `safe`: the scenario means the same or what was plainly meant;
 * `suggested`: somebody should look.
 */
export interface Fix {
  readonly safety: "safe" | "suggested";
  /** JSON Patch (RFC 6902) of the whole file. */
  readonly patch: readonly (
    | { readonly op: "add" | "replace" | "remove"; readonly path: string; readonly value?: Json }
    | { readonly op: "move"; readonly from: string; readonly path: string }
  )[];
}

/** What a rule found, before anybody asked for lines and columns. */
export interface RuleFinding {
  readonly rule: string;
  /** Which of the rule's messages. */
  readonly messageId: string;
  readonly message: string;
  readonly help: string | undefined;
  readonly at: JsonPlace;
  readonly related: readonly Related[];
  readonly fix?: Fix;
}

export interface RuleContext {
  readonly scenario: Scenario;
  readonly catalog: Catalog;
  /** Functions that the organization made. */
  readonly customFunctions: ReadonlySet<string>;
  /** The blueprint as data, for rules about its shape. */
  readonly json: unknown;
  /** JSON pointer of the blueprint in its file. */
  readonly root: string;
}

/** A rule as the linter runs it. */
export interface Rule {
  /** Names the bad thing; the same word names its file, its test, its page, and a suppression. */
  readonly id: string;
  readonly category: RuleCategory;
  /** The bad thing in one sentence. */
  readonly summary: string;
  readonly severity: PresetSeverities;
  /** The version that brought it. */
  readonly since: string;
  /** What a configuration may set, by name. */
  readonly options: RuleOptions;
  /** Its findings, or some of them, come with a fix; how much that can be relied on. */
  readonly fixable?: Fix["safety"];
  /** Its messages by name. */
  readonly messages: Messages;
  /** Whether a scenario has anything that it looks at. Without it, it looks at all. */
  readonly concerns?: (scenario: Scenario) => boolean;
  readonly check: (context: CheckContext<Messages, string>) => void;
  /** What it finds between the scenarios that are checked together. */
  readonly project?: ProjectCheck;
}

/** Looks at several scenarios at once. */
export interface ProjectCheck {
  /** What must be known of one scenario, as plain data: it is kept while the others are read, and the scenario is not. */
  readonly collect: (context: RuleContext) => unknown;
  /** Called once with all that was collected; a finding is told with the number of its scenario. */
  readonly check: (
    facts: readonly { readonly scenario: number; readonly facts: unknown }[],
    report: (scenario: number, finding: RuleFinding) => void,
  ) => void;
}

/** What is set of a rule's options. */
export type OptionValues<Name extends string = string> = Readonly<Record<Name, number>>;

/** What a check is given: the scenario, what is set, and where to tell what it finds. */
export interface CheckContext<M extends Messages, Option extends string> extends RuleContext {
  readonly report: Report<M>;
  readonly options: OptionValues<Option>;
}

/** Messages by name; each is a function of what it tells. */
export type Messages = Readonly<Record<string, (data: never) => string>>;
type DataOf<Message> = Message extends () => string
  ? undefined
  : Message extends (data: infer Data) => string
    ? Data
    : never;

/** Reports one finding. `data` fills the message. */
export type Report<M extends Messages> = <Key extends keyof M & string>(
  message: Key,
  finding: {
    readonly at: JsonPlace;
    readonly help?: string;
    readonly related?: readonly Related[];
    readonly fix?: Fix | undefined;
  } & (DataOf<M[Key]> extends undefined ? { readonly data?: undefined } : { readonly data: DataOf<M[Key]> }),
) => void;

export interface RuleSpec<M extends Messages, O extends RuleOptions = Record<never, RuleOption>>
  extends Omit<Rule, "check" | "messages" | "options" | "project"> {
  readonly options?: O;
  /** One sentence each: capital first, no final period, no advice. */
  readonly messages: M;
  readonly check: (context: CheckContext<M, keyof O & string>) => void;
}

/** Makes a rule. Messages are typed functions, so that a wrong placeholder does not compile. */
export const defineRule = <const M extends Messages, const O extends RuleOptions = Record<never, never>>(
  spec: RuleSpec<M, O>,
): Rule => ({ options: NO_OPTIONS, ...spec }) as unknown as Rule;

const NO_OPTIONS: RuleOptions = {};
const NOTHING_SET: OptionValues = {};

/**
 * Checks a scenario with one rule after the other. What is not set of a rule's options is as the rule says. Called some
 * hundred times for every file, so that all rules are given the same object.
 */
export function createChecker(
  { scenario, json, root, catalog, customFunctions }: RuleContext,
  emit: (finding: RuleFinding) => void,
): (rule: Rule, set?: OptionValues) => void {
  let current: Rule;
  const report: Report<Messages> = (message, finding) =>
    emit(findingOf(current.id, message, current.messages[message] as AnyMessage, finding));
  const context = { scenario, json, root, catalog, customFunctions, report, options: NOTHING_SET };
  return (rule, set) => {
    if (rule.concerns && !rule.concerns(scenario)) return;
    current = rule;
    context.options = rule.options === NO_OPTIONS ? NOTHING_SET : valuesOf(rule.options, set);
    rule.check(context);
  };
}

const valuesOf = (options: RuleOptions, set: OptionValues = NOTHING_SET): OptionValues =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, set[name] ?? option.default]));

/** What was collected of one scenario, and where to tell what is found in it. */
export interface Collected<Facts, M extends Messages> {
  readonly facts: Facts;
  readonly report: Report<M>;
}

export interface ProjectRuleSpec<M extends Messages, Facts>
  extends Omit<Rule, "check" | "concerns" | "messages" | "options" | "project"> {
  readonly messages: M;
  /**
   * What must be known of one scenario, as plain data; nothing when it has no part in this. It is kept while the others
   * are read, so it must be small and must not hold the scenario, its modules or its values as a whole.
   */
  readonly collect: (context: RuleContext) => Facts | undefined;
  /** Called once, with what was collected of all scenarios that have a part in it, in the order of the files. */
  readonly check: (scenarios: readonly Collected<Facts, M>[]) => void;
}

/** Makes a rule that looks at the scenarios that are checked together. Of one scenario alone it sees only that. */
export function defineProjectRule<const M extends Messages, Facts>(spec: ProjectRuleSpec<M, Facts>): Rule {
  const { messages, collect, check, ...metadata } = spec;
  return {
    ...metadata,
    options: NO_OPTIONS,
    messages,
    check: () => {},
    project: {
      collect,
      check: (collected, emit) =>
        check(
          collected.map(({ scenario, facts }) => ({
            facts: facts as Facts,
            report: (message, finding) =>
              emit(scenario, findingOf(spec.id, message, messages[message] as AnyMessage, finding)),
          })),
        ),
    },
  };
}

type AnyMessage = (data: unknown) => string;
type ReportedPlace = Parameters<Report<Messages>>[1];

const findingOf = (
  rule: string,
  messageId: string,
  format: AnyMessage,
  { at, data, help, related = [], fix }: ReportedPlace,
): RuleFinding => ({ rule, messageId, message: format(data), help, at, related, ...(fix ? { fix } : {}) });
