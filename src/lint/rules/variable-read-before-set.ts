import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import type { Flow, Module, Scenario } from "../../model/scenario.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { getsVariables, keptValues, mayRepeat, setsVariables, variablesOf } from "../variables.ts";
import { whereSome } from "../where-some.ts";

// Modules run in the order of the tree: one behind the other, routes from the first to the last. A variable outlives the
// bundle that set it, so that in a loop the first pass sets what the second one reads. That is how sums are kept and
// neighbours are compared; where what was read leads to neither, it is as wrong there as anywhere.

/** Get variable at a place where the variable is never set yet. */
export const variableReadBeforeSet = defineRule({
  id: "variable-read-before-set",
  category: "configuration",
  summary: "A variable is read before any module has set it",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    later: (d: { module: string; name: string; setter: string }) =>
      `\`${d.module}\` reads the variable \`${d.name}\`, which \`${d.setter}\` sets only later`,
    elsewhere: (d: { module: string; name: string; setter: string }) =>
      `\`${d.module}\` reads the variable \`${d.name}\`, which \`${d.setter}\` sets in another branch of the if-else`,
    stale: (d: { module: string; name: string; setter: string }) =>
      `\`${d.module}\` reads what the bundle before left in the variable \`${d.name}\`, which \`${d.setter}\` sets only later`,
  },

  concerns: whereSome(getsVariables),
  check(context) {
    const { scenario, report } = context;
    // What sets a variable may have stayed behind when modules were copied.
    if (scenario.isFragment || mayRepeat(scenario)) return;
    const setters = firstSetters(scenario);
    if (setters === undefined) return;
    const looping = modulesInLoops(context);
    const isKept = keptValues(scenario);
    const walk = new Walk((module, isSet) => {
      if (!getsVariables(module) || isInside(module, "tool")) return;
      for (const { name = "", at } of variablesOf(module)) {
        const setter = setters.get(name);
        if (setter === undefined || isSet(name)) continue;
        if (looping.has(module) && isKept(module)) continue;
        report(looping.has(module) ? "stale" : walk.isAhead(setter) ? "later" : "elsewhere", {
          at,
          data: { module: describeModule(module), name, setter: describeModule(setter) },
          help: "Move Set variable to a place that every bundle passes before it gets here",
          related: [{ message: "The variable is set here", at: modulePlace(setter) }],
        });
      }
    });
    for (const flow of scenario.flows) walk.through(flow);
  },
});

/** For each name, the first module that sets it. Nothing when a name is known only at run time. */
function firstSetters(scenario: Scenario): ReadonlyMap<string, Module> | undefined {
  const setters = new Map<string, Module>();
  for (const module of connectedModules(scenario)) {
    if (!setsVariables(module)) continue;
    for (const { name } of variablesOf(module)) {
      if (name === undefined) return undefined;
      if (!setters.has(name)) setters.set(name, module);
    }
  }
  return setters;
}

/** What a module that gives a single bundle is. Others, and those that nobody knows, may be the start of a loop. */
const SINGLE: ReadonlySet<string> = new Set(["starter", "action", "transformer", "aggregator", "merge", "returner"]);

/** The modules that may run more than once in a cycle. */
function modulesInLoops({ scenario, catalog }: RuleContext): ReadonlySet<Module> {
  const looping = new Set<Module>();
  const loopingFlows = new Set<Flow>();
  // Owners stand before what hangs on them, and a flow's modules in their order.
  for (const module of connectedModules(scenario)) {
    const { flow } = module;
    const inLoop =
      loopingFlows.has(flow) || (flow.owner !== undefined && looping.has(flow.owner)) || flow.kind === "tool";
    if (inLoop) looping.add(module);
    if (!inLoop && givesSeveral(module, kindOf(module, catalog))) looping.add(module);
    // What stands behind runs once for each of its bundles.
    if (looping.has(module)) loopingFlows.add(flow);
  }
  return looping;
}

function givesSeveral({ source, branches, routes }: Module, kind: string | undefined): boolean {
  if (branches.length + routes.length > 0 || kind === "router" || kind === "if-else") return false;
  // Whether a webhook takes one at a time stands in the module.
  if (kind === "instant trigger") {
    const most = source.parameters?.maxResults;
    return (typeof most === "string" || typeof most === "number") && Number(most) > 1;
  }
  return kind === undefined || !SINGLE.has(kind);
}

type IsSet = (name: string) => boolean;

/** Goes through the modules as they run, and knows which variables may be set by then. */
class Walk {
  readonly #set = new Set<string>();
  /** The names in the order in which they were set for the first time. */
  readonly #log: string[] = [];
  readonly #passed = new Set<Module>();
  readonly #visit: (module: Module, isSet: IsSet) => void;

  constructor(visit: (module: Module, isSet: IsSet) => void) {
    this.#visit = visit;
  }

  isAhead(module: Module): boolean {
    return !this.#passed.has(module);
  }

  through(flow: Flow): void {
    for (const module of flow.modules) {
      this.#visit(module, (name) => this.#set.has(name));
      this.#passed.add(module);
      if (setsVariables(module)) for (const { name } of variablesOf(module)) this.#add(name);
      for (const route of module.routes) this.through(route);
      this.#throughBranches(module.branches);
      for (const tool of module.tools) this.through(tool);
      if (module.handler) this.through(module.handler);
    }
  }

  /** A bundle takes one branch: what is set in it is not set in the others, but perhaps behind all of them. */
  #throughBranches(branches: readonly Flow[]): void {
    const before = this.#log.length;
    for (const branch of branches) {
      const start = this.#log.length;
      this.through(branch);
      for (const name of this.#log.slice(start)) this.#set.delete(name);
    }
    for (const name of this.#log.splice(before)) this.#add(name);
  }

  #add(name: string | undefined): void {
    if (name === undefined || this.#set.has(name)) return;
    this.#set.add(name);
    this.#log.push(name);
  }
}
