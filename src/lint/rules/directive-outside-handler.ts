import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** Ignore, Resume, Commit, Rollback or Break where no error can be. */
export const directiveOutsideHandler = defineRule({
  id: "directive-outside-handler",
  category: "structure",
  summary: "An error directive stands outside of error handlers",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    outside: (d: { module: string }) => `\`${d.module}\` stands outside of an error handler, where it can do nothing`,
  },

  check({ scenario, catalog, report }) {
    // A directive that is copied alone leaves its error handler behind.
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "directive" || isInside(module, "handler")) continue;
      report("outside", {
        at: modulePlace(module),
        data: { module: describeModule(module) },
        help: "Move it to the end of the `onerror` of the module whose errors it is for",
      });
    }
  },
});
