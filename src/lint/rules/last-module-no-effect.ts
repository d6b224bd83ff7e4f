import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { type Module, next } from "../../model/scenario.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A way that ends in a module which only prepares something for others. */
export const lastModuleNoEffect = defineRule({
  id: "last-module-no-effect",
  category: "configuration",
  summary: "A scenario or a route ends in a module that only prepares data, and nothing uses what it gives",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    last: (d: { module: string }) => `Nothing comes behind \`${d.module}\` that could use what it gives`,
  },

  check({ scenario, catalog, report }) {
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      if (next(module) !== undefined || !endsAWay(module)) continue;
      const kind = kindOf(module, catalog);
      if ((kind !== "transformer" && kind !== "iterator") || PAUSES.has(module.type)) continue;
      report("last", {
        at: modulePlace(module),
        data: { module: describeModule(module) },
        help: "Add the module that uses it, or remove this one: each run of it costs a credit",
      });
    }
  },
});

/** A merge reads the ends of its branches, an agent those of its tools; a handler's end makes the error handled. */
const endsAWay = ({ flow }: Module): boolean =>
  flow.kind === "main" || flow.kind === "route" || (flow.kind === "branch" && flow.source?.merge !== true);

/** What ends with a pause keeps the next bundle waiting: that is an effect. */
const PAUSES: ReadonlySet<string> = new Set(["util:FunctionSleep"]);
