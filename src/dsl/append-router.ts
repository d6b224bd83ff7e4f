import * as builtin from "../catalog/apps/builtin.ts";
import { ownForm } from "../catalog/form.ts";
import { all } from "../model/conditions.ts";
import type { Route, StepOptions } from "./flow.ts";
import type { FlowBuilder } from "./flow-builder.ts";

/** Puts a router and its routes at the end of a flow. */
export function appendRouter(
  { build: { mistakes }, state, append, child }: FlowBuilder,
  name: string,
  routes: readonly Route[],
  options: StepOptions,
): void {
  const router = append(name, { ...ownForm(builtin.router.declaration, {}), mapper: null }, options);
  const { position } = router;
  if (routes.length === 0) mistakes.add(`The router \`${name}\` has no routes`, position, "Give it at least one route");
  const fallbacks = routes.filter(({ isFallback }) => isFallback);
  if (fallbacks.length > 1)
    mistakes.add(`The router \`${name}\` has ${fallbacks.length} fallback routes`, position, "Keep one of them");

  router.routes = routes.map((route) => {
    const { modules } = child("route", `the route \`${route.name}\``, route.steps);
    const [first] = modules;
    if (first === undefined) {
      mistakes.add(
        `The route \`${route.name}\` of \`${name}\` has no steps`,
        position,
        "Give it a step, or leave the route out",
      );
    }
    // A route's condition is the filter of its first module; the module's own comes on top.
    else if (route.when) first.when = [route.name, first.when ? all(route.when, first.when[1]) : route.when];
    return { flow: modules, ...(route.disabled ? { disabled: true } : {}) };
  });
  const [fallback] = fallbacks;
  if (fallback) router.parameters = { ...router.parameters, else: routes.indexOf(fallback) };
  state.ended = { by: `the router \`${name}\``, help: "Move it into a route, or in front of the router" };
}
