import type { Catalog } from "../../catalog/catalog.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace, modulePlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { feederOf, viewpoint, visibility } from "../../model/visibility.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";
import { whereSome } from "../where-some.ts";

/** An aggregator that always collects a single bundle: nothing before it gives more than one. */
export const aggregatorOfOneBundle = defineRule({
  id: "aggregator-of-one-bundle",
  category: "configuration",
  summary: "An aggregator collects the bundles of a module that gives only one",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    one: (d: { module: string; source: string }) =>
      `\`${d.module}\` collects the bundles of \`${d.source}\`, which gives only one`,
  },

  concerns: whereSome((module) => feederOf(module) !== undefined),
  check({ scenario, catalog, report }) {
    if (scenario.isFragment) return;
    const lastSplit = lastSplits(connectedModules(scenario), catalog);
    for (const [module, split] of lastSplit) {
      const feeder = feederOf(module);
      const source = feeder === undefined ? undefined : scenario.find(feeder);
      if (kindOf(module, catalog) !== "aggregator" || source === undefined) continue;
      // Something at the source or behind it makes several bundles of one.
      if (mayGiveMany(source, catalog) || split !== lastSplit.get(source)) continue;
      if (visibility(scenario, viewpoint(module), source.id).kind !== "visible") continue;
      report("one", {
        at: fieldPlace(module, "parameters", "feeder"),
        data: { module: describeModule(module), source: describeModule(source) },
        help: "Collect the bundles of an iterator or a search, or read the module's output without an aggregator",
        related: [{ message: "The source", at: modulePlace(source) }],
      });
    }
  },
});

/** For each module the last one before it that may give several bundles, on its way. The modules come in reading order. */
function lastSplits(modules: readonly Module[], catalog: Catalog): ReadonlyMap<Module, Module | undefined> {
  const last = new Map<Module, Module | undefined>();
  for (const module of modules) {
    const before = module.flow.modules[module.position - 1] ?? module.flow.owner;
    last.set(module, before && mayGiveMany(before, catalog) ? before : before && last.get(before));
  }
  return last;
}

/** Parsers give several bundles when there are several matches, a grouping aggregator one for each group. */
function mayGiveMany(module: Module, catalog: Catalog): boolean {
  const declaration = catalog.find(module.type, module.version);
  if (declaration === undefined) return true;
  if (declaration.kind === "aggregator") return Boolean(module.source.flags?.groupBy);
  return !(declaration.kind === "action" && declaration.evidence.level === "observed");
}
