import type { Catalog } from "../../catalog/catalog.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { fieldPlace, modulePlace } from "../../model/module-place.ts";
import type { Flow, Module } from "../../model/scenario.ts";
import { isFilter } from "../comparisons.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";
import { getsVariables, setsVariables, variablesOf } from "../variables.ts";

// A router is no switch: a bundle goes down every route that lets it. People who come from other tools leave the last
// route open and mean "otherwise"; in Make that is the fallback, a setting of the router.

/** A route without a filter among filtered ones: it takes every bundle, not just those that the others leave. */
export const unfilteredRoute = defineRule({
  id: "unfiltered-route",
  category: "conditions",
  summary: "A route without a filter stands among filtered ones, and so takes every bundle",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    takesAll: (d: { route: string }) => `${d.route} has no filter, so it takes every bundle`,
    starvesFallback: (d: { route: string }) =>
      `${d.route} has no filter and takes every bundle, so the fallback route never runs`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (module.routes.length === 0) continue;
      const routes = module.routes.filter(({ source, modules }) => source?.disabled !== true && modules.length > 0);
      const fallback = routes.find(({ index }) => index === module.source.parameters?.else);
      const others = routes.filter((route) => route !== fallback);
      const open = others.filter((route) => takesEverything(route, catalog) && (fallback || !goesOn(route, others)));
      // No filter and no fallback: the bundle is sent everywhere on purpose.
      if (fallback === undefined && !others.some(isFiltered)) continue;

      for (const route of open) {
        report(fallback === undefined ? "takesAll" : "starvesFallback", {
          at: fieldPlace(module, "routes", route.index),
          data: { route: describeFlow(route) },
          help:
            fallback === undefined
              ? `Filter its first module, or make it the fallback: \`parameters.else\` of the router is \`${route.index}\`, in TypeScript \`fallback("…", …)\``
              : "Filter its first module",
          ...(fallback?.modules[0] && {
            related: [{ message: "The fallback route begins here", at: modulePlace(fallback.modules[0]) }],
          }),
        });
      }
    }
  },
});

/**
 * Routes run one after the other. One that begins by reading a variable that another one sets goes on with it, for every
 * bundle: Make has no other way to bring routes together.
 */
function goesOn({ modules: [first] }: Flow, routes: readonly Flow[]): boolean {
  if (first === undefined || !getsVariables(first)) return false;
  const set = new Set(routes.flatMap(({ modules }) => modules.filter(setsVariables).flatMap(namesIn)));
  return namesIn(first).some((name) => set.has(name));
}

const namesIn = (module: Module): readonly string[] => variablesOf(module).flatMap(({ name }) => name ?? []);

const isFiltered = ({ modules: [first] }: Flow): boolean => isFilter(first?.source.filter);

/** What a route does that begins with a router or an if-else is decided there. */
function takesEverything(route: Flow, catalog: Catalog): boolean {
  const [first] = route.modules;
  const kind = first && kindOf(first, catalog);
  return !isFiltered(route) && kind !== "router" && kind !== "if-else";
}
