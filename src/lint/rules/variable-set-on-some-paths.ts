import type { Expression } from "../../iml/ast.ts";
import { childrenOf } from "../../iml/walk.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { mappings } from "../../model/mappings.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import type { Flow, Module, Scenario } from "../../model/scenario.ts";
import { isFilter } from "../comparisons.ts";
import { defineRule } from "../rule.ts";
import { getsVariables, keptValues, mayRepeat, setsVariables, variablesOf } from "../variables.ts";
import { whereSome } from "../where-some.ts";

// A bundle takes one branch of an if-else, and only those routes whose filters let it through. What is set there is set
// for a part of the bundles only; behind a merge, what every merging branch sets is set for all.

/** Get variable for a name that only some of the paths before it set. */
export const variableSetOnSomePaths = defineRule({
  id: "variable-set-on-some-paths",
  category: "configuration",
  summary: "A variable is read that only some of the paths before have set",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    some: (d: { module: string; name: string; setter: string }) =>
      `\`${d.module}\` reads the variable \`${d.name}\`, which \`${d.setter}\` sets for some bundles only`,
  },

  concerns: whereSome(getsVariables),
  check({ scenario, report }) {
    // What sets a variable may have stayed behind when modules were copied.
    if (scenario.isFragment || mayRepeat(scenario)) return;
    const modules = connectedModules(scenario);
    if (modules.filter(setsVariables).some((module) => variablesOf(module).some(({ name }) => name === undefined)))
      return;
    const isKept = keptValues(scenario);
    const taken = modulesTakenAsTheyAre(scenario);
    const paths = new Paths((module) => {
      if (!getsVariables(module) || isInside(module, "tool") || !taken.has(module.id) || isKept(module)) return;
      for (const { name = "", at } of variablesOf(module)) {
        const setter = paths.setterOnSome(name);
        if (setter === undefined) continue;
        report("some", {
          at,
          data: { module: describeModule(module), name, setter: describeModule(setter) },
          help: "Set it on the other paths, too, or before they part, to what it is to be there",
          related: [{ message: "The variable is set here", at: modulePlace(setter) }],
        });
      }
    });
    for (const flow of scenario.flows) paths.through(flow);
  },
});

/** Functions with which an author says what is to be there instead of nothing. */
const ASKING: ReadonlySet<string> = new Set(["if", "ifempty", "switch", "length"]);

/** Modules whose output is read somewhere without asking whether there is anything in it. */
function modulesTakenAsTheyAre(scenario: Scenario): ReadonlySet<number> {
  const taken = new Set<number>();
  const look = (expression: Expression): void => {
    if (expression.kind === "call" && ASKING.has(expression.name)) return;
    if (expression.kind === "reference" && expression.root.kind === "module") taken.add(expression.root.id);
    for (const child of childrenOf(expression)) look(child);
  };
  for (const module of connectedModules(scenario)) {
    for (const { template } of mappings(module)) {
      for (const part of template.parts) if (part.kind === "mapping" && part.expression) look(part.expression);
    }
  }
  return taken;
}

/** Goes through the modules as they run, and knows which variables are set by then, and for which only some bundles set them. */
class Paths {
  /** What every bundle that gets here has set. */
  readonly #sure = new Set<string>();
  /** The names in the order in which they became sure. */
  readonly #log: string[] = [];
  /** The first module that sets each name, of those that were passed. */
  readonly #setters = new Map<string, Module>();
  readonly #visit: (module: Module) => void;

  constructor(visit: (module: Module) => void) {
    this.#visit = visit;
  }

  /** The module that has set a variable for some of the bundles, when none has for all. */
  setterOnSome(name: string): Module | undefined {
    return this.#sure.has(name) ? undefined : this.#setters.get(name);
  }

  /** Afterwards all that is sure at the end of the flow is. Gives how much of the log is sure even for a bundle that a filter has stopped. */
  through(flow: Flow): number {
    let unfiltered: number | undefined;
    for (const module of flow.modules) {
      if (isFilter(module.source.filter)) unfiltered ??= this.#log.length;
      this.#visit(module);
      if (setsVariables(module)) {
        for (const { name = "" } of variablesOf(module)) {
          if (!this.#setters.has(name)) this.#setters.set(name, module);
          this.#add(name);
        }
      }
      this.#throughRoutes(module.routes);
      this.#throughBranches(module.branches);
      for (const aside of [...module.tools, ...(module.handler ? [module.handler] : [])]) {
        const start = this.#log.length;
        this.through(aside);
        this.#forget(start);
      }
    }
    return unfiltered ?? this.#log.length;
  }

  /** Routes run one after the other. What several of them set may well be set for all: who sets it twice has thought of that. */
  #throughRoutes(routes: readonly Flow[]): void {
    const before = new Set<string>();
    for (const route of routes) {
      const sure = this.through(route);
      for (const name of this.#forget(sure)) {
        if (before.has(name)) this.#add(name);
        before.add(name);
      }
    }
  }

  /** Behind a merge, what all branches that lead there have set is sure. */
  #throughBranches(branches: readonly Flow[]): void {
    let common: ReadonlySet<string> | undefined;
    for (const branch of branches) {
      const start = this.#log.length;
      this.through(branch);
      const set = new Set(this.#forget(start));
      if (branch.source?.merge === true)
        common = common === undefined ? set : new Set([...set].filter((name) => common?.has(name)));
    }
    for (const name of common ?? []) this.#add(name);
  }

  #add(name: string): void {
    if (this.#sure.has(name)) return;
    this.#sure.add(name);
    this.#log.push(name);
  }

  /** Takes back what became sure since then. */
  #forget(since: number): readonly string[] {
    const names = this.#log.splice(since);
    for (const name of names) this.#sure.delete(name);
    return names;
  }
}
