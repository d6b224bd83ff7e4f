import type { Module, Scenario } from "./scenario.ts";

/**
 * Carries something along every way that a bundle can take, and tells what it was when each module was reached. `pass`
 * says what becomes of it in a module that is reached with it. An error handler is reached as the module that failed
 * was: what that module does has not happened. Costs one step for each module.
 */
export function onTheWay<Carried>(
  scenario: Scenario,
  start: Carried,
  pass: (carried: Carried, module: Module) => Carried,
): ReadonlyMap<Module, Carried> {
  const reached = new Map<Module, Carried>();
  const left = new Map<Module, Carried>();
  // In reading order, what a module follows or hangs on comes before it.
  for (const module of scenario.modules) {
    const { flow, position } = module;
    const before = flow.modules[position - 1];
    const from = before ?? flow.owner;
    const known = before === undefined && flow.kind === "handler" ? reached : left;
    const carried = from === undefined ? start : (known.get(from) as Carried);
    reached.set(module, carried);
    left.set(module, pass(carried, module));
  }
  return reached;
}
