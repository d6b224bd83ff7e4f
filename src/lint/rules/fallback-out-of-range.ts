import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A router whose fallback is a route that it does not have: what no route takes is lost. */
export const fallbackOutOfRange = defineRule({
  id: "fallback-out-of-range",
  category: "conditions",
  summary: "A router's fallback is a route that it does not have",
  // The editor itself leaves the number behind when someone removes the fallback route.
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "safe",

  messages: {
    outOfRange: (d: { module: string; fallback: string }) =>
      `The fallback of \`${d.module}\` is route \`${d.fallback}\` counted from 0, which does not exist`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "router") continue;
      const fallback: unknown = module.source.parameters?.else;
      const isRoute = module.routes.some((route) => route.index === fallback);
      if (fallback === undefined || fallback === null || isRoute) continue;
      const last = module.routes.length - 1;
      const at = fieldPlace(module, "parameters", "else");
      report("outOfRange", {
        at,
        data: { module: describeModule(module), fallback: JSON.stringify(fallback) },
        help:
          last > 0
            ? `Set \`parameters.else\` to a number from \`0\` to \`${last}\`, or remove it`
            : "Remove `parameters.else`, or add the route that takes what the others leave",
        fix: { safety: "safe", patch: [{ op: "remove", path: at.pointer }] },
      });
    }
  },
});
