import type { Flow, FlowKind, Module } from "./scenario.ts";

/** Whether a module stands in a flow of this kind, at whatever depth. */
export function isInside(module: Module, kind: FlowKind): boolean {
  for (let flow: Flow | undefined = module.flow; flow; flow = flow.owner?.flow) {
    if (flow.kind === kind) return true;
  }
  return false;
}
