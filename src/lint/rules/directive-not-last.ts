import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { type Module, next } from "../../model/scenario.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A directive with modules behind it. It ends the error handler: they never run. */
export const directiveNotLast = defineRule({
  id: "directive-not-last",
  category: "structure",
  summary: "Modules stand behind an error directive, which ends its error handler",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    unreachable: (d: { module: string; directive: string }) =>
      `\`${d.module}\` never runs, because \`${d.directive}\` ends the error handler before it`,
  },

  check({ scenario, catalog, report }) {
    for (const directive of connectedModules(scenario)) {
      const module = next(directive);
      if (module === undefined || kindOf(directive, catalog) !== "directive") continue;
      if (!isInside(directive, "handler")) continue;
      report("unreachable", {
        at: modulePlace(module),
        data: { module: describeModule(module), directive: describeModule(directive) },
        help: `Move \`${describeModule(directive)}\` to the end of the error handler`,
        // Of two directives, one is too many.
        fix:
          kindOf(module, catalog) === "directive"
            ? undefined
            : { safety: "suggested", patch: [{ op: "move", from: directive.pointer, path: endOf(directive) }] },
        related: [{ message: "The error handler ends here", at: modulePlace(directive) }],
      });
    }
  },
});

/** Behind the last module of the same flow. */
const endOf = ({ pointer }: Module): string => `${pointer.slice(0, pointer.lastIndexOf("/"))}/-`;
