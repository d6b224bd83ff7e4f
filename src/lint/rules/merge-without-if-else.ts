import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { previous } from "../../model/scenario.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** A merge with nothing to bring together. */
export const mergeWithoutIfElse = defineRule({
  id: "merge-without-if-else",
  category: "structure",
  summary: "A merge does not follow an if-else with branches to merge",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    noIfElse: (d: { module: string }) => `\`${d.module}\` does not stand right behind an if-else`,
    noBranches: (d: { module: string; ifElse: string }) =>
      `\`${d.module}\` has nothing to merge: no branch of \`${d.ifElse}\` leads to it`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "merge") continue;
      const at = modulePlace(module);
      const name = describeModule(module);
      const ifElse = previous(module);
      if (ifElse === undefined || kindOf(ifElse, catalog) !== "if-else") {
        report("noIfElse", { at, data: { module: name }, help: "Move it right behind the if-else, or remove it" });
      } else if (!ifElse.branches.some((branch) => branch.source?.merge === true)) {
        report("noBranches", {
          at,
          data: { module: name, ifElse: describeModule(ifElse) },
          help: "Set `merge` to `true` in the branches that go on behind the merge",
          related: [{ message: "The if-else", at: modulePlace(ifElse) }],
        });
      }
    }
  },
});
