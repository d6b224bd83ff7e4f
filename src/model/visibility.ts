// What a mapping may read. Make resolves a reference on the way that a bundle came: modules earlier in the same flow,
// those before the router, if-else or failing module that the flow hangs on, and so on up. An aggregator swallows the
// bundles of its source: behind it, its source and everything between are gone.

import type { Flow, Module, Scenario } from "./scenario.ts";

export type Visibility =
  | { readonly kind: "visible"; readonly module: Module }
  /** The failed module, seen from its own error handler: only `error` is there. */
  | { readonly kind: "failed"; readonly module: Module }
  | { readonly kind: "missing" }
  | { readonly kind: "self"; readonly module: Module }
  /** Behind the reading module in the same flow, or in what hangs on a later one. */
  | { readonly kind: "later"; readonly module: Module }
  /** In another route, branch, handler or tool. */
  | { readonly kind: "elsewhere"; readonly module: Module }
  /** On the way, but swallowed by an aggregator. */
  | { readonly kind: "aggregated"; readonly module: Module; readonly aggregator: Module };

/** The id of the module whose bundles an aggregator collects: `parameters.feeder`. */
export function feederOf(module: Module): number | undefined {
  const feeder = module.source.parameters?.feeder;
  return typeof feeder === "number" ? feeder : undefined;
}

/**
 * Where a mapping is evaluated: in `flow`, behind the first `before` modules. For nearly all mappings that is the place
 * of the module itself; a merge reads each branch from that branch's end.
 */
export interface Viewpoint {
  readonly module: Module;
  readonly flow: Flow;
  readonly before: number;
}

/** The place of a module, where its mapper and its filter are evaluated. */
export const viewpoint = (module: Module): Viewpoint => ({ module, flow: module.flow, before: module.position });

/** Tells what a mapping gets when it refers to the module `id`. Costs the depth of the tree. */
export function visibility(scenario: Scenario, from: Viewpoint, id: number): Visibility {
  const target = scenario.find(id);
  if (target === undefined) return { kind: "missing" };
  if (target === from.module) return { kind: "self", module: target };

  let swallowed: Module | undefined;
  let flow: Flow | undefined = from.flow;
  let before = from.before;
  while (flow !== undefined) {
    // Aggregators whose source stands further up swallow from there on: remember the one met last.
    for (const aggregator of aggregatorsBefore(flow, before)) {
      const feeder = feederOf(aggregator);
      const source = feeder === undefined ? undefined : scenario.find(feeder);
      if (source === undefined) continue;
      if (isBetween(source, target, aggregator)) swallowed ??= aggregator;
    }
    if (target.flow === flow) {
      if (target.position >= before) return { kind: "later", module: target };
      return swallowed
        ? { kind: "aggregated", module: target, aggregator: swallowed }
        : { kind: "visible", module: target };
    }
    const owner: Module | undefined = flow.owner;
    if (owner === undefined) break;
    if (owner === target) return { kind: flow.kind === "handler" ? "failed" : "visible", module: target };
    before = owner.position;
    flow = owner.flow;
  }
  return { kind: ancestorFollows(from.module, target) ? "later" : "elsewhere", module: target };
}

const aggregatorsOf = new WeakMap<Flow, readonly Module[]>();

function aggregatorsBefore(flow: Flow, position: number): readonly Module[] {
  let aggregators = aggregatorsOf.get(flow);
  if (aggregators === undefined) {
    aggregators = flow.modules.filter((module) => feederOf(module) !== undefined);
    aggregatorsOf.set(flow, aggregators);
  }
  return aggregators.filter((module) => module.position < position);
}

/** Whether `target` is the source or stands on the way from it to the aggregator. */
function isBetween(source: Module, target: Module, aggregator: Module): boolean {
  let flow: Flow | undefined = aggregator.flow;
  let before = aggregator.position;
  while (flow !== undefined) {
    if (target.flow === flow && target.position < before) {
      return source.flow !== flow || target.position >= source.position;
    }
    if (source.flow === flow || flow.owner === undefined) return false;
    before = flow.owner.position;
    flow = flow.owner.flow;
  }
  return false;
}

/** Whether the target hangs on something behind the reader (or behind what the reader hangs on). */
function ancestorFollows(reader: Module, target: Module): boolean {
  const positions = new Map<Flow, number>();
  for (let module: Module | undefined = reader; module; module = module.flow.owner)
    positions.set(module.flow, module.position);
  for (let module: Module | undefined = target; module; module = module.flow.owner) {
    const position = positions.get(module.flow);
    if (position !== undefined) return module.position > position;
  }
  return false;
}
