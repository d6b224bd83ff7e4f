// What a rule is. A rule is an object with a check; it sees one scenario, asks the model and the catalogue, and reports
// places. It never sees text, files, or other rules.

import type { Json } from "../blueprint/blueprint.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { JsonPlace, Severity } from "../diagnostics/diagnostic.ts";
import type { Scenario } from "../model/scenario.ts";

/** A named set of severities: `recommended` is the default, `strict` leaves nothing to luck. */
export type Preset = "recommended" | "strict";

export type RuleSeverity = Severity | "off";

export type RuleCategory =
  /** What Make refuses to import or silently drops. */
  | "structure"
  /** Mappings: what they read and how they are written. */
  | "expressions"
  /** Filters, routers and conditions. */
  | "conditions"
  /** Error handlers and scenario settings. */
  | "reliability"
  /** How modules are filled in. */
  | "configuration"
  /** Human review over HITL.sh. */
  | "review";

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
  readonly patch: readonly {
    readonly op: "add" | "replace" | "remove";
    readonly path: string;
    readonly value?: Json;
  }[];
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
  readonly severity: Readonly<Record<Preset, RuleSeverity>>;
  /** The version that brought it. */
  readonly since: string;
  /** The names of its messages. */
  readonly messageIds: readonly string[];
  readonly check: (context: RuleContext, report: (finding: RuleFinding) => void) => void;
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
    readonly fix?: Fix;
  } & (DataOf<M[Key]> extends undefined ? { readonly data?: undefined } : { readonly data: DataOf<M[Key]> }),
) => void;

export interface RuleSpec<M extends Messages> extends Omit<Rule, "check" | "messageIds"> {
  /** One sentence each: capital first, no final period, no advice. */
  readonly messages: M;
  readonly check: (context: RuleContext & { readonly report: Report<M> }) => void;
}

/** Makes a rule. Messages are typed functions, so that a wrong placeholder does not compile. */
export function defineRule<const M extends Messages>(spec: RuleSpec<M>): Rule {
  const { messages, check, ...metadata } = spec;
  return {
    ...metadata,
    messageIds: Object.keys(messages),
    check: (context, emit) => {
      const report: Report<M> = (message, { at, data, help, related = [], fix }) => {
        const format = messages[message] as (data: unknown) => string;
        emit({ rule: spec.id, messageId: message, message: format(data), help, at, related, ...(fix ? { fix } : {}) });
      };
      check({ ...context, report });
    },
  };
}
