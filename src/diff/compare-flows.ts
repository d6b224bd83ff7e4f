// What hangs on a module: routes and their order, the fallback, branches, tools, the error handler.

import type { Flow, Module } from "../model/scenario.ts";
import { isDeepEqual } from "../util/is-deep-equal.ts";
import { isObject } from "../util/is-object.ts";
import { type Change, change } from "./change.ts";
import { type Comparison, compareValues } from "./compare-values.ts";
import { compareFilters, describeAsked, flowFilter } from "./filters.ts";
import { inOrder } from "./in-order.ts";
import type { Matching } from "./matching.ts";
import { showValue } from "./show-value.ts";
import { isDirective, type Titles, titleOf } from "./titles.ts";

interface Context {
  readonly matching: Matching;
  readonly titles: Titles;
  readonly comparison: Comparison;
}

/** The differences of what hangs on a module; of a new one, what hangs on it. */
export function compareFlows(before: Module | undefined, after: Module, context: Context): readonly Change[] {
  return [
    ...compareSiblings("route", before?.routes ?? [], after.routes, context),
    ...compareFallback(before, after, context),
    ...compareSiblings("branch", before?.branches ?? [], after.branches, context),
    ...compareSiblings("tool", before?.tools ?? [], after.tools, context),
    ...compareHandlers(before, after, context),
  ];
}

const wordFor = ({ index, source, modules }: Flow, kind: "route" | "branch" | "tool"): string => {
  const name = kind === "tool" ? source?.name : kind === "branch" ? source?.label : modules[0]?.source.filter?.name;
  const shown = typeof name === "string" && name !== "" ? ` "${name}"` : "";
  return source?.type === "else" ? `branch else${shown}` : `${kind} ${index + 1}${shown}`;
};

function compareSiblings(
  kind: "route" | "branch" | "tool",
  flows: readonly Flow[],
  others: readonly Flow[],
  { matching, comparison }: Context,
): readonly Change[] {
  const changes: Change[] = [];
  const inNow = new Set(others);
  const conditions = (flow: Flow, side: "before" | "after"): string =>
    describeAsked(flowFilter(flow), comparison.words[side].shown) ?? (kind === "route" ? "always" : "");
  const was = new Map<Flow, Flow>();
  for (const flow of flows) {
    const now = matching.flowAfterOf.get(flow);
    if (now !== undefined && inNow.has(now)) was.set(now, flow);
    else changes.push(change("route", wordFor(flow, kind), conditions(flow, "before"), undefined));
  }
  for (const flow of others) {
    const before = was.get(flow);
    const label = wordFor(flow, kind);
    if (before) changes.push(...compareOwn(before, flow, label));
    else changes.push(change("route", label, undefined, conditions(flow, "after")));
  }
  const stayed = others.flatMap((flow) => was.get(flow) ?? []);
  if (inOrder(stayed.map(({ index }) => index)).size < stayed.length) {
    const nameOf = (flow: Flow): string => conditions(flow, "before") || wordFor(flow, kind);
    const inWords = (list: readonly Flow[]): string => list.map(nameOf).join("; ");
    const sorted = stayed.toSorted((a, b) => a.index - b.index);
    changes.push(
      change("route", `order of the ${kind === "branch" ? "branches" : `${kind}s`}`, inWords(sorted), inWords(stayed)),
    );
  }
  return changes;

  /** What a route, a branch or a tool says itself. */
  function compareOwn(before: Flow, after: Flow, label: string): readonly Change[] {
    const [own, other] = [ownOf(before), ownOf(after)];
    const off = (value: unknown): string => (value === true ? "switched off" : "switched on");
    const found: Change[] = [];
    if ((own.disabled === true) !== (other.disabled === true)) {
      found.push(change("route", label, off(own.disabled), off(other.disabled)));
    }
    found.push(...compareFilters(`${label}: condition`, flowFilter(before), flowFilter(after), comparison));
    const rest = ({ disabled: _, conditions: __, ...more }: Readonly<Record<string, unknown>>): unknown => more;
    found.push(...compareValues(rest(own), rest(other), [label], { ...comparison, kind: "route" }));
    return found;
  }
}

function ownOf({ source }: Flow): Readonly<Record<string, unknown>> {
  const { flow: _, ...own } = source ?? {};
  return own;
}

/** The route that is taken when no other one was. */
function compareFallback(
  before: Module | undefined,
  after: Module,
  { matching: { flowAfterOf } }: Pick<Context, "matching">,
): readonly Change[] {
  const [was, is] = [before, after].map((module) => {
    const index = isObject(module?.source.parameters) ? module.source.parameters.else : undefined;
    return { index: index ?? undefined, flow: module?.routes.find((route) => route.index === index) };
  });
  const isSame = was?.flow && is?.flow ? flowAfterOf.get(was.flow) === is.flow : isDeepEqual(was?.index, is?.index);
  if (isSame) return [];
  const inWords = (found: typeof was): string | undefined => {
    if (found?.flow) return wordFor(found.flow, "route");
    return found?.index === undefined ? undefined : showValue(found.index, String);
  };
  return [change("route", "fallback", inWords(was), inWords(is))];
}

/** A handler that is there on one side only. What differs within one is told of its modules. */
function compareHandlers(
  before: Module | undefined,
  after: Module,
  { titles, comparison }: Context,
): readonly Change[] {
  const [handler, other] = [before?.handler, after.handler];
  if ((handler === undefined) === (other === undefined)) return [];
  const inWords = (flow: Flow | undefined, side: "before" | "after"): string | undefined =>
    flow?.modules
      .map((module) => (isDirective(module.type) ? `${titleOf(module)}${settingsOf(module, side)}` : titles.of(module)))
      .join(" → ");
  return [change("error handler", "error handler", inWords(handler, "before"), inWords(other, "after"))];

  function settingsOf({ source }: Module, side: "before" | "after"): string {
    const { shown } = comparison.words[side];
    const settings = Object.entries({ ...source.parameters, ...source.mapper });
    return settings.length === 0
      ? ""
      : ` (${settings.map(([key, value]) => `${key}: ${showValue(value, shown)}`).join(", ")})`;
  }
}
