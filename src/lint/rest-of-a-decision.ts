import type { Module } from "../model/scenario.ts";
import { isFilter } from "./comparisons.ts";

/** Whether beside a module's filter or branches there is a way for what they do not let through. */
export function leavesRestAWay(module: Module): boolean {
  if (module.branches.some(({ source }) => source?.type === "else")) return true;
  const { flow, position } = module;
  return position === 0 && flow.kind === "route" && flow.owner !== undefined && takesTheRest(flow.owner);
}

const known = new WeakMap<Module, boolean>();

/** Whether a router has a fallback, or a route that takes everything. */
export function takesTheRest(router: Module): boolean {
  let takes = known.get(router);
  if (takes === undefined) {
    const hasFallback = typeof router.source.parameters?.else === "number";
    takes = hasFallback || router.routes.some(({ modules: [first] }) => first && !isFilter(first.source.filter));
    known.set(router, takes);
  }
  return takes;
}
