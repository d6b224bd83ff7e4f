import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { onTheWay } from "../../model/on-the-way.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A step of an error handler that can fail itself: then the run ends in an error, and the directive is not reached. */
export const handlerCanFail = defineRule({
  id: "handler-can-fail",
  category: "reliability",
  summary: "A step of an error handler can fail, and nothing catches that",
  // To tell somebody is good, and what tells can fail.
  severity: { recommended: "off", strict: "off" },
  since: "0.1.0",

  messages: {
    fails: (d: { module: string }) =>
      `When \`${d.module}\` fails too, the error handler ends there and so does the run`,
  },

  check({ scenario, catalog, report }) {
    // What stands behind a directive does not run.
    const isOver = onTheWay(scenario, false, (over, module) => over || kindOf(module, catalog) === "directive");
    for (const module of connectedModules(scenario)) {
      if (!isInside(module, "handler") || module.handler !== undefined || isOver.get(module)) continue;
      if (!catalog.find(module.type, module.version)?.canFail) continue;
      report("fails", {
        at: modulePlace(module),
        data: { module: describeModule(module) },
        help: "Leave in the handler what must be there, and report errors from a scenario of its own",
      });
    }
  },
});
