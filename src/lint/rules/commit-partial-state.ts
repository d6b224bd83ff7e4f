import { connectedModules } from "../../model/connected-modules.ts";
import { mappings } from "../../model/mappings.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { onTheWay } from "../../model/on-the-way.ts";
import type { Module } from "../../model/scenario.ts";
import { defineRule } from "../rule.ts";
import { writes } from "../writes.ts";

/** Nothing but a Commit when a step fails: what was done before stays, the rest is not done, and the run is a success. */
export const commitPartialState = defineRule({
  id: "commit-partial-state",
  category: "reliability",
  summary: "A run that is half done ends as a success, and nobody hears of it",
  severity: { recommended: "off", strict: "info" },
  since: "0.1.0",

  messages: {
    half: (d: { module: string; before: string }) =>
      `When \`${d.module}\` fails, the run ends as a success with only what \`${d.before}\` did`,
  },

  check({ scenario, catalog, report }) {
    const written = onTheWay<Module | undefined>(scenario, undefined, (last, module) =>
      writes(module, catalog) ? module : last,
    );
    for (const module of connectedModules(scenario)) {
      const [first] = module.handler?.modules ?? [];
      const before = written.get(module);
      // A filter lets only some errors through to it.
      if (first?.type !== "builtin:Commit" || first.source.filter || before === undefined) continue;
      if (failsOnPurpose(module)) continue;
      report("half", {
        at: modulePlace(first),
        data: { module: describeModule(module), before: describeModule(before) },
        help: "Tell somebody or undo it in front of the Commit, or keep the bundle with Break to go on from here",
        related: [{ message: "What it did stays", at: modulePlace(before) }],
      });
    }

    /** What only looks at a fixed value does the same each time: some end a run so, by parsing `{` as JSON. */
    function failsOnPurpose(module: Module): boolean {
      return !writes(module, catalog) && mappings(module).every(({ domain }) => domain !== "mapper");
    }
  },
});
