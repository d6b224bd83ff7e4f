import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule } from "../../model/module-place.ts";
import { nearest } from "../../util/nearest.ts";
import { defineRule } from "../rule.ts";
import { getsVariables, setsVariables, variablesOf } from "../variables.ts";
import { whereSome } from "../where-some.ts";

/** Of so many names, none is suggested: comparing each with all of them would take seconds. */
const MANY = 500;

/** Get variable for a name that no Set variable of the scenario has: it always gives nothing. */
export const variableNeverSet = defineRule({
  id: "variable-never-set",
  category: "configuration",
  summary: "A variable is read that no module of the scenario sets",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    neverSet: (d: { module: string; name: string }) =>
      `\`${d.module}\` reads the variable \`${d.name}\`, which no module sets`,
  },

  concerns: whereSome(getsVariables),
  check({ scenario, report }) {
    // What sets a variable may have stayed behind when modules were copied.
    if (scenario.isFragment) return;
    const modules = connectedModules(scenario);
    const set = modules.filter(setsVariables).flatMap(variablesOf);
    if (set.some(({ name }) => name === undefined)) return;
    const names = new Set(set.flatMap(({ name }) => name ?? []));
    const suggested = names.size > MANY ? [] : names;

    for (const module of modules) {
      if (!getsVariables(module)) continue;
      for (const { name, at } of variablesOf(module)) {
        if (name === undefined || name === "" || names.has(name)) continue;
        const [meant] = nearest(name, suggested);
        report("neverSet", {
          at,
          data: { module: describeModule(module), name },
          help:
            meant === undefined
              ? "Set it with Set variable, in a module that runs before this one"
              : `Did you mean \`${meant}\`? If not, set it with Set variable before`,
        });
      }
    }
  },
});
