import { describeModule, fieldPlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { pointer } from "../../util/json-pointer.ts";
import { isFilter } from "../comparisons.ts";
import { defineRule, type Fix } from "../rule.ts";

/** A filter in front of the first module, where there is no bundle to look at yet. */
export const filterOnFirstModule = defineRule({
  id: "filter-on-first-module",
  category: "conditions",
  summary: "The first module has a filter, though no bundle exists before it",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    nothingToFilter: (d: { module: string }) => `\`${d.module}\` comes first, so its filter has no bundle to look at`,
  },

  check({ scenario, report }) {
    // A module that is copied with its filter stood behind others.
    if (scenario.isFragment) return;
    for (const { modules } of scenario.flows) {
      const [first, second] = modules;
      if (first === undefined || !isFilter(first.source.filter)) continue;
      report("nothingToFilter", {
        at: fieldPlace(first, "filter"),
        data: { module: describeModule(first) },
        help: "Move the filter to the module behind it",
        fix: fixOf(first, second),
      });
    }
  },
});

function fixOf(first: Module, second: Module | undefined): Fix | undefined {
  // Behind a router, each route has a filter of its own.
  if (second === undefined || second.routes.length > 0 || Object.hasOwn(second.source, "filter")) return undefined;
  const [from, path] = [first, second].map((module) => pointer(module.pointer, "filter")) as [string, string];
  return { safety: "suggested", patch: [{ op: "move", from, path }] };
}
