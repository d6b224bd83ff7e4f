import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { fieldPlace } from "../../model/module-place.ts";
import type { Flow, Module } from "../../model/scenario.ts";
import { isObject } from "../../util/is-object.ts";
import { pointer } from "../../util/json-pointer.ts";
import { isFilter } from "../comparisons.ts";
import { defineRule, type Fix } from "../rule.ts";

/** A filter on the route itself. Make reads filters on modules only: the route is open. */
export const routeFilterMisplaced = defineRule({
  id: "route-filter-misplaced",
  category: "conditions",
  summary: "A filter stands on a route instead of on its first module, where Make ignores it",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "safe",

  messages: {
    ignored: (d: { route: string }) => `${d.route} carries a filter that Make ignores`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const route of module.routes) {
        if (!isObject(route.source?.filter)) continue;
        report("ignored", {
          at: { ...fieldPlace(module, "routes", route.index, "filter"), key: true },
          data: { route: describeFlow(route) },
          help: "Move `filter` into the first module of the route",
          fix: fixOf(module, route),
        });
      }
    }
  },
});

/**
 * Filters that ask something are moved to where Make reads them, if nothing stands there: those of all routes, since a
 * router with only some of its filters is another one than was meant.
 */
function fixOf(router: Module, route: Flow): Fix | undefined {
  if (targetOf(route) === undefined) return undefined;
  const patch = router.routes.flatMap((other) => {
    const target = targetOf(other);
    const from = pointer(router.pointer, "routes", other.index, "filter");
    return target === undefined ? [] : [{ op: "move" as const, from, path: target }];
  });
  return { safety: "safe", patch };
}

/** Where the filter of a route belongs. */
const targetOf = ({ source, modules: [first] }: Flow): string | undefined =>
  first === undefined || Object.hasOwn(first.source, "filter") || !isFilter(source?.filter)
    ? undefined
    : pointer(first.pointer, "filter");
