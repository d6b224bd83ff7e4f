import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** An error handler that does not say how the run goes on. Make's help says that the error counts as ignored then. */
export const handlerWithoutDirective = defineRule({
  id: "handler-without-directive",
  category: "reliability",
  summary: "An error handler does not say how the run goes on",
  severity: { recommended: "off", strict: "off" },
  since: "0.1.0",

  messages: {
    ignored: (d: { module: string }) =>
      `The error handler of \`${d.module}\` ends without a directive, so the error counts as ignored`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      const last = module.handler?.modules.at(-1);
      const kind = last && kindOf(last, catalog);
      if (last === undefined || kind === "directive" || kind === "router" || kind === "if-else") continue;
      report("ignored", {
        at: modulePlace(last),
        data: { module: describeModule(module) },
        help: "Say what is meant: put Ignore, Resume, Break, Commit or Rollback behind it",
        related: [{ message: "The handler belongs to this module", at: modulePlace(module) }],
      });
    }
  },
});
