import type { Catalog } from "../../catalog/catalog.ts";
import { templateReferences } from "../../iml/references.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { type MappedText, mappings, moduleReferences } from "../../model/mappings.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { onTheWay } from "../../model/on-the-way.ts";
import { appOf, type Module, type Scenario } from "../../model/scenario.ts";
import { type Iteration, iterations } from "../iterations.ts";
import { defineRule } from "../rule.ts";
import { whereSome } from "../where-some.ts";
import { writes } from "../writes.ts";

/** One over a list; a repeater may well ask again on purpose, until there is an answer. */
const goesThroughList = ({ type }: Module): boolean => type === "builtin:BasicFeeder";

/** A module that is asked the same for every item of a list, and gives the same each time. */
export const callPerItem = defineRule({
  id: "call-per-item",
  category: "cost",
  summary: "A module runs for every item of a list although it does not depend on the item",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    same: (d: { module: string; iterator: string }) =>
      `\`${d.module}\` is asked the same for every item of \`${d.iterator}\``,
  },

  concerns: whereSome(goesThroughList),
  check({ scenario, catalog, report }) {
    const around = iterations(scenario, catalog);
    const read = new Set(connectedModules(scenario).flatMap(idsReadBy));
    const asked = connectedModules(scenario).filter((module) => {
      const iterator = around.get(module)?.iterator;
      if (iterator === undefined || !goesThroughList(iterator) || !read.has(module.id)) return false;
      return onlyGives(module, catalog) && !isInside(module, "handler") && !isInside(module, "tool");
    });
    if (asked.length === 0) return;
    const changed = appsChangedIn(scenario, catalog, around);
    const dependence = dependences(scenario, catalog);
    const gates = onTheWay(scenario, -1, (gate, module) => Math.max(gate, dependence.gate(module)));
    for (const module of asked) {
      const iterator = around.get(module)?.iterator as Module;
      const since = dependence.orderOf(iterator);
      const isGated = Math.max(gates.get(module) ?? -1, dependence.gate(module)) >= since;
      if (isGated || dependence.of(module) >= since || changed.get(iterator)?.has(familyOf(module))) continue;
      report("same", {
        at: modulePlace(module),
        data: { module: describeModule(module), iterator: describeModule(iterator) },
        help: `Move it in front of \`${describeModule(iterator)}\`: there it runs once, and every item can read it`,
        related: [{ message: "What follows runs once for each item", at: modulePlace(iterator) }],
      });
    }
  },
});

/** Whether it costs something and only gives an output that follows from what it was asked. */
function onlyGives(module: Module, catalog: Catalog): boolean {
  const declaration = catalog.find(module.type, module.version);
  const { kind } = declaration ?? {};
  if (kind !== "action" && kind !== "search" && kind !== "transformer") return false;
  return declaration?.credits !== 0 && writes(module, catalog) === false && !keepsState(module);
}

/** Variables, counters and waiting: what they do depends on when they do it. */
const keepsState = ({ type }: Module): boolean => /^util:(?:[GS]etVariable|FunctionIncrement|FunctionSleep)/.test(type);

/** The part of an app's name that related apps share: a new document is seen in Drive, a sent mail in Gmail. */
const familyOf = ({ type }: Module): string => appOf(type).split("-")[0] ?? "";

/** Which apps something is changed in, while each iterator's items are worked on. Reading them again makes sense. */
function appsChangedIn(
  scenario: Scenario,
  catalog: Catalog,
  around: ReadonlyMap<Module, Iteration | undefined>,
): ReadonlyMap<Module, ReadonlySet<string>> {
  const changed = new Map<Module, Set<string>>();
  const add = (iteration: Iteration | undefined, family: string): void => {
    if (iteration === undefined) return;
    const apps = changed.get(iteration.iterator) ?? new Set();
    changed.set(iteration.iterator, apps.add(family));
  };
  // From the end, so that all of an inner iteration is known when it is added to the one around it.
  for (const module of [...connectedModules(scenario)].reverse()) {
    if (writes(module, catalog) !== false) add(around.get(module), familyOf(module));
    for (const family of changed.get(module) ?? []) add(around.get(module), family);
  }
  return changed;
}

const idsReadBy = (module: Module): readonly number[] =>
  moduleReferences(module).map(({ reference }) => reference.root.id);

/** Words of the mapping language that mean something else each time. */
const CHANGING: ReadonlySet<string> = new Set(["now", "timestamp", "random", "uuid"]);
/** Later than every iterator: it may be another value each time. */
const ALWAYS = Number.POSITIVE_INFINITY;

interface Dependence {
  readonly orderOf: (module: Module) => number;
  /** The last iterator that a module's output depends on, by its order; -1 for none. */
  readonly of: (module: Module) => number;
  /** The same of what decides whether a bundle gets to a module, or behind it. */
  readonly gate: (module: Module) => number;
}

function dependences(scenario: Scenario, catalog: Catalog): Dependence {
  const order = new Map(scenario.modules.map((module, index) => [module, index]));
  const orderOf = (module: Module): number => order.get(module) ?? 0;
  const outputs = new Map<Module, number>();
  const gates = new Map<Module, number>();

  const ofText = (text: MappedText): number =>
    latest(
      templateReferences(text.template).map(({ root }) => {
        if (root.kind === "name") return CHANGING.has(root.name) ? ALWAYS : -1;
        const target = scenario.find(root.id);
        return target === undefined ? ALWAYS : (outputs.get(target) ?? ALWAYS);
      }),
    );
  // In reading order, so that what a mapping may read is known.
  for (const module of scenario.modules) {
    const texts = mappings(module);
    const isGate = ({ domain }: MappedText): boolean => domain === "filter" || domain === "branch";
    const declaration = catalog.find(module.type, module.version);
    const isSteady = declaration !== undefined && !keepsState(module) && writes(module, catalog) === false;
    const read = latest(texts.filter((text) => !isGate(text)).map(ofText));
    const own = goesThroughList(module) || declaration?.kind === "iterator" ? orderOf(module) : -1;
    outputs.set(module, Math.max(own, isSteady ? read : ALWAYS));
    // What a fallback takes depends on all the filters beside it.
    const { flow, position } = module;
    const isFallback = position === 0 && flow.owner?.source.parameters?.else === flow.index;
    gates.set(module, isFallback ? ALWAYS : latest(texts.filter(isGate).map(ofText)));
  }
  return { orderOf, of: (module) => outputs.get(module) ?? ALWAYS, gate: (module) => gates.get(module) ?? ALWAYS };
}

const latest = (orders: readonly number[]): number => orders.reduce((last, order) => Math.max(last, order), -1);
