import type { Flow, Module, Scenario } from "../model/scenario.ts";

/**
 * Which flow has become which: the one that a module went along with; of the others, those that are called the same, and
 * then those that are left, in their order.
 */
export function matchFlows(
  before: Scenario,
  after: Scenario,
  afterOf: ReadonlyMap<Module, Module>,
): ReadonlyMap<Flow, Flow> {
  const flowAfterOf = new Map<Flow, Flow>();
  matchSiblings(before.flows, after.flows);
  matchSiblings(before.orphans, after.orphans);
  for (const [a, b] of afterOf) {
    matchSiblings(a.routes, b.routes);
    matchSiblings(a.branches, b.branches);
    matchSiblings(a.tools, b.tools);
    if (a.handler && b.handler) flowAfterOf.set(a.handler, b.handler);
  }
  return flowAfterOf;

  function matchSiblings(flows: readonly Flow[], others: readonly Flow[]): void {
    const left = new Set(others);
    const match = (flow: Flow, other: Flow | undefined): void => {
      if (other === undefined || flowAfterOf.has(flow) || !left.delete(other)) return;
      flowAfterOf.set(flow, other);
    };
    for (const flow of flows) {
      for (const module of flow.modules) match(flow, afterOf.get(module)?.flow);
    }
    const named = new Map([...left].map((flow) => [nameOf(flow), flow]));
    for (const flow of flows) match(flow, named.get(nameOf(flow) ?? ""));
    // What follows a route that is gone is no successor of it.
    if (flows.every(({ kind }) => kind === "orphan")) return;
    const rest = [...left];
    for (const flow of flows.filter((candidate) => !flowAfterOf.has(candidate))) {
      match(
        flow,
        rest.find((other) => other.index === flow.index && left.has(other)),
      );
    }
  }
}

/** What an author calls a flow, if anything. */
function nameOf({ kind, source, modules }: Flow): string | undefined {
  const name = kind === "tool" ? source?.name : kind === "branch" ? source?.label : modules[0]?.source.filter?.name;
  return typeof name === "string" && name !== "" ? name : undefined;
}
