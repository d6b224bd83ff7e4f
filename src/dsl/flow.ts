// What authors write inside of a scenario. The interface is the documentation; `build-flow.ts` does the work.

import type { JsonObject } from "../blueprint/blueprint.ts";
import type { Action, Aggregator, Trigger } from "../catalog/module.ts";
import type { Condition } from "../model/conditions.ts";
import type { Expr, Ref, Value } from "../model/expression.ts";
import { checkPart } from "./check-call.ts";
import type { Handler } from "./handlers.ts";
import type { Suppress } from "./suppress.ts";

/** A condition, with the name that the canvas shows on the line. */
export type When = Condition | readonly [name: string, condition: Condition];

/** What Make knows of an error, inside of the handler of the step that failed. */
export interface ErrorInfo {
  readonly type: string;
  readonly message: string;
  readonly detail: string;
}

/** Ends in a handler, or in a router whose routes end in handlers; without one, Make ignores the error. */
export type ErrorRoute<Out> = (flow: ErrorFlow, error: Ref<ErrorInfo>) => Handler<Out> | undefined | void;

export interface StepOptions<Out = unknown> {
  /** The filter in front of the step: bundles that do not fit go no further. */
  readonly when?: When;
  /** What happens when the step fails. Without it, the run ends in an error. */
  readonly onError?: Handler<Out> | ErrorRoute<Out>;
  /** What an AI agent may do; only of a module that is one. */
  readonly tools?: readonly Tool[];
  /** A sticky note beside the step. */
  readonly note?: string | Note;
  /** What the linter finds at this step, but not at steps on its routes, and why that is fine. */
  readonly suppress?: Suppress;
  /** Further static settings, as a blueprint has them: they go before what the module's function writes. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Further mapped values, as a blueprint has them: they go before what the module's function writes. */
  readonly mapper?: Readonly<Record<string, unknown>>;
  /** Further `metadata` of the module, as the editor would keep it. */
  readonly metadata?: JsonObject;
}

/** What may be said of a router or an if-else, which cannot fail. */
export type JunctionOptions = Omit<StepOptions, "onError">;

export interface Note {
  readonly text: string;
  /** Default Make's violet, `#9138FE`. */
  readonly color?: `#${string}`;
  /** Put the note on the filter in front of the step. Default: on the step. */
  readonly onFilter?: boolean;
}

export interface AggregateOptions<Out> extends StepOptions<Out> {
  /** One bundle for each distinct value. */
  readonly groupBy?: Value<unknown>;
  /** Give no bundle at all when there was nothing to collect. Default: one empty bundle. */
  readonly stopIfEmpty?: boolean;
  /** Collect in the structure that a field of a later step expects. */
  readonly target?: { readonly step: string; readonly field: string };
}

export interface RepeatOptions {
  readonly times: Value<number>;
  /** Default 1. */
  readonly start?: Value<number>;
  /** Default 1. */
  readonly step?: Value<number>;
}

/** The item of a list; a plain text or number is found under `value`, as in Make. */
export type Item<E> = (E extends object ? E : { readonly value: E }) & {
  /** The position of the item, from 1. */
  readonly __IMTINDEX__: number;
  readonly __IMTLENGTH__: number;
};

type PlainValue<V> = V extends Value<infer T> ? T : never;
type Plain<Values> = { readonly [Key in keyof Values]: PlainValue<Values[Key]> };

/** What branches give together: each key that one of them has; where it did not run, or has not the key, it is null. */
type Merged<Out> = [Out] extends [void] ? void : Ref<Union<Exclude<Out, void | undefined>>>;
type Union<Out> = {
  readonly [Key in KeyOf<Out>]: Out extends { readonly [K in Key]: infer V } ? PlainValue<V> : never;
};
type KeyOf<Out> = Out extends unknown ? keyof Out : never;
type OutOf<B> = B extends Branch<infer Out> ? Out : never;

/** What an array aggregator gives. */
export interface Collected<Values> {
  readonly array: readonly Plain<Values>[];
  readonly __IMTAGGLENGTH__: number;
  /** The value that the group was made by; only with `groupBy`. */
  readonly __IMTKEY__: string;
}

type Values = Readonly<Record<string, Value<unknown>>>;

/** Steps that run one after the other for each bundle. */
export interface Flow {
  /** What starts the scenario. It stands first; a scenario without one starts by its schedule. */
  trigger<Out>(name: string, module: Trigger<Out>, options?: Omit<StepOptions<Out>, "when">): Ref<Out>;

  /** One module. What it gives is used like data in the steps behind it. */
  step<Out>(name: string, module: Action<Out>, options?: StepOptions<Out>): Ref<Out>;

  /** Sends every bundle down each route whose condition holds, in order. Nothing can follow a router. */
  router(name: string, routes: readonly Route[], options?: JunctionOptions): void;

  /** One route per possible value. Leaving one out is a type error, unless there is a `fallback`. */
  match<T extends string>(
    name: string,
    value: Expr<T>,
    routes: { readonly [Key in T]: Steps } & { readonly fallback?: Steps },
    options?: JunctionOptions,
  ): void;
  match<T extends string>(
    name: string,
    value: Expr<T>,
    routes: { readonly [Key in T]?: Steps } & { readonly fallback: Steps },
    options?: JunctionOptions,
  ): void;

  /**
   * Runs the first branch whose condition holds, or `otherwise`. Branches that return values meet again: what they
   * return can be used behind it. When none does, nothing can follow.
   */
  ifElse<const Branches extends readonly Branch<Values | void>[], Else extends Values | void = void>(
    name: string,
    branches: Branches,
    otherwise?: (flow: Flow) => Else,
    options?: JunctionOptions,
  ): Merged<OutOf<Branches[number]> | Else>;

  /** One bundle per item, from here to the aggregator (or to the end). */
  iterate<E>(name: string, items: Expr<readonly E[]>, options?: StepOptions): Ref<Item<E>>;

  /** One bundle per number, counted up. */
  repeat(name: string, options: RepeatOptions & StepOptions): Ref<{ readonly i: number }>;

  /**
   * Collects the bundles of `source` (an iterator, a search, a trigger) into one list. `source` and the steps between
   * cannot be read behind it.
   */
  collect<Out extends Values>(
    name: string,
    source: Expr<unknown>,
    values: Out,
    options?: AggregateOptions<Collected<Out>>,
  ): Ref<Collected<Out>>;

  /** Collects bundles by an aggregator module: text, numbers, a table, JSON. */
  aggregate<Out>(
    name: string,
    source: Expr<unknown>,
    module: Aggregator<Out>,
    options?: AggregateOptions<Out>,
  ): Ref<Out>;
}

/** The flow of an error route, which can end in a handler inside of a router's route, too. */
export interface ErrorFlow extends Flow {
  /** Ends the route; only needed where the route is one of a router's. */
  end(handler: Handler<unknown>): void;
}

/** Writes steps into a flow. */
export type Steps = (flow: ErrorFlow) => void;

export interface Route {
  readonly kind: "route";
  readonly name: string;
  readonly when: Condition | undefined;
  readonly isFallback: boolean;
  readonly disabled: boolean;
  readonly steps: Steps;
}

interface RouteOptions {
  /** Keep the route, but never take it. */
  readonly disabled?: boolean;
}

/** A route for the bundles that fit the condition. */
export function route(name: string, when: Condition, steps: Steps, { disabled = false }: RouteOptions = {}): Route {
  checkPart("route", name, when, steps);
  return { kind: "route", name, when, isFallback: false, disabled, steps };
}

/** A route that every bundle takes. */
export function always(name: string, steps: Steps, { disabled = false }: RouteOptions = {}): Route {
  checkPart("always", name, steps);
  return { kind: "route", name, when: undefined, isFallback: false, disabled, steps };
}

/** The route for bundles that no other route took; it may have a condition of its own. */
export function fallback(
  name: string,
  steps: Steps,
  { when, disabled = false }: RouteOptions & { readonly when?: Condition } = {},
): Route {
  checkPart("fallback", name, steps);
  return { kind: "route", name, when, isFallback: true, disabled, steps };
}

/** Steps that an AI agent runs when it finds them useful. */
export interface Tool {
  readonly kind: "tool";
  readonly name: string;
  readonly description: string | undefined;
  readonly steps: (flow: Flow, inputs: Ref<never>) => void;
}

/** A tool of an AI agent. `Inputs` is what the agent hands over when it uses the tool; the description tells it when. */
export function tool<Inputs = unknown>(
  name: string,
  steps: (flow: Flow, inputs: Ref<Inputs>) => void,
  { description }: { readonly description?: string } = {},
): Tool {
  checkPart("tool", name, steps);
  return { kind: "tool", name, description, steps: steps as Tool["steps"] };
}

export interface Branch<out Out> {
  readonly kind: "branch";
  readonly name: string;
  readonly when: Condition;
  readonly disabled: boolean;
  readonly steps: (flow: Flow) => Out | void;
}

/** A branch of an if-else. */
export function branch<Out = void>(
  name: string,
  when: Condition,
  steps: (flow: Flow) => Out | void,
  { disabled = false }: RouteOptions = {},
): Branch<Out> {
  checkPart("branch", name, when, steps);
  return { kind: "branch", name, when, disabled, steps };
}
