// One declaration per module, many uses: the typed function that authors call, what the linter knows, what the editor
// wants in `metadata`, the row in the reference.

import type { Expression, Reference, Segment } from "../iml/ast.ts";
import type { ModuleForm } from "../model/authored.ts";
import type { Fields, InputOf, OutputOf } from "./field.ts";

/**
 * What a module does in a scenario. Only triggers and starters must stand first; searches, iterators and triggers may
 * give several bundles.
 */
export type ModuleKind =
  | "polling trigger"
  | "instant trigger"
  | "starter"
  | "action"
  | "search"
  | "transformer"
  | "iterator"
  | "aggregator"
  | "router"
  | "if-else"
  | "merge"
  | "directive"
  | "returner";

/** Where the knowledge of a module's id, version and keys comes from, and how far it reaches. */
export type Evidence =
  /** Seen so often in genuine exports. */
  | { readonly level: "observed"; readonly exports: number }
  /** Make's own documents or code name it; its keys need not have been seen. */
  | { readonly level: "documented"; readonly by: string }
  /** Somebody says so. Look at an export of your own before you rely on it. */
  | { readonly level: "weak"; readonly why: string };

export const observed = (exports: number): Evidence => ({ level: "observed", exports });
export const documented = (by: string): Evidence => ({ level: "documented", by });
export const weak = (why: string): Evidence => ({ level: "weak", why });

/** Everything that is known about one module of an app. */
export interface ModuleDeclaration {
  /** `app:Module`, as blueprints name it. */
  readonly module: string;
  /** Major version of the app. */
  readonly version: number;
  /** The app's name as Make shows it. */
  readonly app: string;
  /** The module's name as Make shows it. */
  readonly label: string;
  /** One sentence: what it does. */
  readonly summary: string;
  readonly kind: ModuleKind;
  /** Static settings: connection, hook, trigger options. */
  readonly parameters: Fields;
  /** Values mapped at run time; `null` where the module has no mapper at all. */
  readonly mapper: Fields | null;
  /** The fields of a bundle it gives. What differs per account is not listed. */
  readonly output: Fields;
  /** Whether a run of it can end in an error (wrong data, refused, unreachable). */
  readonly canFail: boolean;
  /** Whether it changes something outside of the scenario. */
  readonly writes: boolean;
  /** Whether running it twice with the same input leaves the same result as once. */
  readonly repeatable: boolean;
  /** Whether a rollback takes its change back. */
  readonly transactional: boolean;
  /** Credits for one run of it; absent when that depends on the data. */
  readonly credits?: number;
  readonly evidence: Evidence;
  /** What to use instead, when Make calls the module legacy. */
  readonly replacedBy?: string;
  /** The same over apps whose identifiers are certain. */
  readonly certain?: CertainForm;
}

/** How to say what a module says through another one: an HTTP request to the service's documented API, a webhook. */
export interface CertainForm<Extra extends Fields = Fields> {
  readonly declaration: ModuleDeclaration;
  /** What authors must say for this form alone, such as the subdomain in a URL. The module's own form leaves it out. */
  readonly fields?: Extra;
  /** The other module's input. `input` is the author's, fields that were left out have their defaults. */
  readonly input: (input: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Where the other module gives what this one calls `path`. */
  readonly outputPath?: (path: readonly Segment[]) => readonly Segment[];
}

/**
 * Fields that exist only while authoring: each is computed from the module's output by an expression. They nest, so
 * that a question of a form can be `answers.amount` although Make keeps it four levels deeper.
 */
export interface Lens {
  readonly [field: string]: Lens | ((output: Reference) => Expression);
}

declare const output: unique symbol;

/** A module with its input: what a step runs. `Role` keeps triggers, steps and aggregators apart. */
export interface ModuleCall<out Out, Role extends string = string> {
  readonly role: Role;
  readonly declaration: ModuleDeclaration;
  readonly input: Readonly<Record<string, unknown>>;
  readonly lens?: Lens;
  /** The module as it is to be written, where no declaration says how. */
  readonly form?: ModuleForm;
  readonly [output]?: Out;
}
export type Trigger<Out> = ModuleCall<Out, "trigger">;
export type Action<Out> = ModuleCall<Out, "action">;
export type Aggregator<Out> = ModuleCall<Out, "aggregator">;

type Arguments<Input> = Record<never, never> extends Input ? [input?: Input] : [input: Input];

/**
 * The function that authors call. `Out` is what the module gives; name a type of your own for what Make cannot know
 * in advance, such as the body of a webhook.
 */
export interface ModuleFunction<Input, Output, Role extends string> {
  <Out = Output>(...input: Arguments<Input>): ModuleCall<Out, Role>;
  readonly declaration: ModuleDeclaration;
}

interface AppSpec<Base extends Fields> {
  /** The part of a module's identifier before the colon. */
  readonly slug: string;
  /** As Make shows it. */
  readonly name: string;
  readonly version: number;
  /** Parameters that all its modules have, usually the connection. */
  readonly parameters?: Base;
}

/** What a declaration says; the rest follows from its kind. */
export interface ModuleSpec<
  Parameters extends Fields,
  Mapper extends Fields,
  Output extends Fields,
  Extra extends Fields = Fields,
> {
  readonly label: string;
  readonly summary: string;
  readonly parameters?: Parameters;
  readonly mapper?: Mapper | null;
  readonly output?: Output;
  readonly evidence: Evidence;
  readonly canFail?: boolean;
  readonly writes?: boolean;
  readonly repeatable?: boolean;
  readonly transactional?: boolean;
  /** Default 1. `"dynamic"` when it depends on the data. */
  readonly credits?: number | "dynamic";
  readonly replacedBy?: string;
  readonly certain?: CertainForm<Extra>;
}

type Declare<Base extends Fields, Role extends string> = <
  const P extends Fields = Record<never, never>,
  const M extends Fields = Record<never, never>,
  const O extends Fields = Record<never, never>,
  const C extends Fields = Record<never, never>,
>(
  module: string,
  spec: ModuleSpec<P, M, O, C>,
) => ModuleFunction<InputOf<Base & P> & InputOf<M> & InputOf<C>, OutputOf<O>, Role>;

/** What is true of a kind unless a declaration says otherwise. */
const KINDS: Readonly<
  Record<
    ModuleKind,
    Pick<ModuleDeclaration, "canFail" | "writes" | "repeatable"> & { readonly role: string; readonly credits: number }
  >
> = {
  "polling trigger": { role: "trigger", canFail: true, writes: false, repeatable: true, credits: 1 },
  "instant trigger": { role: "trigger", canFail: false, writes: false, repeatable: true, credits: 1 },
  starter: { role: "trigger", canFail: false, writes: false, repeatable: true, credits: 0 },
  action: { role: "action", canFail: true, writes: true, repeatable: false, credits: 1 },
  search: { role: "action", canFail: true, writes: false, repeatable: true, credits: 1 },
  transformer: { role: "action", canFail: false, writes: false, repeatable: true, credits: 1 },
  iterator: { role: "action", canFail: false, writes: false, repeatable: true, credits: 1 },
  aggregator: { role: "aggregator", canFail: false, writes: false, repeatable: true, credits: 1 },
  router: { role: "flow", canFail: false, writes: false, repeatable: true, credits: 0 },
  "if-else": { role: "flow", canFail: false, writes: false, repeatable: true, credits: 0 },
  merge: { role: "flow", canFail: false, writes: false, repeatable: true, credits: 0 },
  directive: { role: "flow", canFail: false, writes: false, repeatable: true, credits: 0 },
  returner: { role: "action", canFail: false, writes: false, repeatable: true, credits: 0 },
};

/** The modules of one app: each method declares one and gives the function that authors call. */
export interface App<Base extends Fields> {
  pollingTrigger: Declare<Base, "trigger">;
  instantTrigger: Declare<Base, "trigger">;
  starter: Declare<Base, "trigger">;
  action: Declare<Base, "action">;
  search: Declare<Base, "action">;
  transformer: Declare<Base, "action">;
  iterator: Declare<Base, "action">;
  aggregator: Declare<Base, "aggregator">;
  router: Declare<Base, "flow">;
  ifElse: Declare<Base, "flow">;
  merge: Declare<Base, "flow">;
  directive: Declare<Base, "flow">;
  returner: Declare<Base, "action">;
}

/** Starts the declarations of an app. */
export function app<const Base extends Fields = Record<never, never>>(spec: AppSpec<Base>): App<Base> {
  const declare =
    (kind: ModuleKind) =>
    (module: string, given: ModuleSpec<Fields, Fields, Fields>): unknown => {
      const { role, credits, ...defaults } = KINDS[kind];
      const { mapper = {}, credits: ownCredits = credits, parameters, output: fields = {}, ...rest } = given;
      const declaration: ModuleDeclaration = {
        module: `${spec.slug}:${module}`,
        version: spec.version,
        app: spec.name,
        kind,
        transactional: false,
        ...defaults,
        ...rest,
        ...(ownCredits === "dynamic" ? {} : { credits: ownCredits }),
        parameters: { ...spec.parameters, ...parameters },
        mapper,
        output: fields,
      };
      return Object.assign((input: Readonly<Record<string, unknown>> = {}) => ({ role, declaration, input }), {
        declaration,
      });
    };
  return {
    pollingTrigger: declare("polling trigger") as Declare<Base, "trigger">,
    instantTrigger: declare("instant trigger") as Declare<Base, "trigger">,
    starter: declare("starter") as Declare<Base, "trigger">,
    action: declare("action") as Declare<Base, "action">,
    search: declare("search") as Declare<Base, "action">,
    transformer: declare("transformer") as Declare<Base, "action">,
    iterator: declare("iterator") as Declare<Base, "action">,
    aggregator: declare("aggregator") as Declare<Base, "aggregator">,
    router: declare("router") as Declare<Base, "flow">,
    ifElse: declare("if-else") as Declare<Base, "flow">,
    merge: declare("merge") as Declare<Base, "flow">,
    directive: declare("directive") as Declare<Base, "flow">,
    returner: declare("returner") as Declare<Base, "action">,
  };
}
