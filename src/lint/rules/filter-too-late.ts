import type { Catalog } from "../../catalog/catalog.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { type ModuleReference, moduleReferences } from "../../model/mappings.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import type { Module, Scenario } from "../../model/scenario.ts";
import { feederOf } from "../../model/visibility.ts";
import { pointer } from "../../util/json-pointer.ts";
import { defineRule } from "../rule.ts";
import { whereSome } from "../where-some.ts";
import { writes } from "../writes.ts";

/** A filter that could have been asked before the modules in front of it, which only look something up or compute. */
export const filterTooLate = defineRule({
  id: "filter-too-late",
  category: "cost",
  summary: "A filter stands behind modules that it does not need, so they run for bundles that it drops",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    late: (d: { module: string; first: string; credits: string }) =>
      `The filter of \`${d.module}\` could stand at \`${d.first}\`, and save ${d.credits} for each bundle that it drops`,
  },

  concerns: whereSome(({ source }) => Boolean(source.filter)),
  check({ scenario, catalog, report }) {
    if (scenario.isFragment) return;
    const modules = connectedModules(scenario);
    const feeders = new Set(modules.map(feederOf));
    const read = new Set(modules.flatMap((module) => [...moduleReferences(module)].map(idOf)));
    const isNeedless = (module: Module) => read.has(module.id) && !feeders.has(module.id) && onlyGives(module, catalog);
    const waits = waitsOf(modules, (module) => (isNeedless(module) ? creditsOf(module, catalog) : undefined));
    for (const module of modules) {
      const wait = waits.get(module);
      const needed = wait && filterReads(module, scenario);
      if (wait === undefined || needed === undefined) continue;
      const { modules: around } = module.flow;
      const from = Math.max(wait.from, ...needed.map((other) => (other.flow === module.flow ? other.position + 1 : 0)));
      const first = around[from];
      const before = first && waits.get(first);
      if (first === undefined || before === undefined || from >= module.position) continue;
      const saved = wait.spent - before.spent;
      if (saved === 0) continue;
      report("late", {
        at: { pointer: pointer(module.pointer, "filter") },
        data: {
          module: describeModule(module),
          first: describeModule(first),
          credits: saved === 1 ? "a credit" : `${saved} credits`,
        },
        help: `Move the filter to \`${describeModule(first)}\`: all that it reads is known there`,
        related: [{ message: "This runs for nothing when the filter drops the bundle", at: modulePlace(first) }],
      });
    }
  },
});

const idOf = ({ reference }: ModuleReference): number => reference.root.id;

const creditsOf = (module: Module, catalog: Catalog): number => catalog.find(module.type, module.version)?.credits ?? 0;

interface Wait {
  /** The first position of the needless modules in front of this one. */
  readonly from: number;
  /** What all needless modules before it in its flow cost. */
  readonly spent: number;
}

/**
 * What each module has waited for. The first of a flow counts as needed: the first of all cannot have a filter, and one
 * at the beginning of a route decides on the fallback.
 */
function waitsOf(
  modules: readonly Module[],
  costOf: (module: Module) => number | undefined,
): ReadonlyMap<Module, Wait> {
  const waits = new Map<Module, Wait>();
  for (const module of modules) {
    const before = module.flow.modules[module.position - 1];
    const known = before && waits.get(before);
    const cost = before && before.position > 0 ? costOf(before) : undefined;
    waits.set(module, {
      from: cost === undefined ? module.position : (known?.from ?? module.position),
      spent: (known?.spent ?? 0) + (cost ?? 0),
    });
  }
  return waits;
}

/** What a filter reads, if it reads any module at all. */
function filterReads(module: Module, scenario: Scenario): readonly Module[] | undefined {
  // That a router is filtered at all has a rule of its own.
  if (!module.source.filter || module.routes.length > 0) return undefined;
  const reads = [...moduleReferences(module)].filter(({ in: { domain } }) => domain === "filter");
  return reads.length === 0 ? undefined : reads.flatMap((read) => scenario.find(idOf(read)) ?? []);
}

/** Whether a module does nothing else than give an output. Variables are seen from other routes, too. */
function onlyGives(module: Module, catalog: Catalog): boolean {
  const kind = catalog.find(module.type, module.version)?.kind;
  if (kind !== "action" && kind !== "search" && kind !== "transformer") return false;
  return writes(module, catalog) === false && !LASTING.test(module.type);
}

const LASTING = /^util:(?:Set|FunctionIncrement|FunctionSleep)/;
