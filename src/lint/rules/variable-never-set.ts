import type { JsonPlace } from "../../diagnostics/diagnostic.ts";
import { hasMapping } from "../../iml/scan.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { isObject } from "../../util/is-object.ts";
import { pointer } from "../../util/json-pointer.ts";
import { nearest } from "../../util/nearest.ts";
import { defineRule } from "../rule.ts";

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

  check({ scenario, report }) {
    // What sets a variable may have stayed behind when modules were copied.
    if (scenario.isFragment) return;
    const modules = connectedModules(scenario);
    const set = modules.filter(({ type }) => SETS.test(type)).flatMap(variables);
    if (set.some(({ name }) => name === undefined)) return;
    const names = new Set(set.flatMap(({ name }) => name ?? []));

    for (const module of modules) {
      if (!GETS.test(module.type)) continue;
      for (const { name, at } of variables(module)) {
        if (name === undefined || name === "" || names.has(name)) continue;
        const [meant] = nearest(name, names);
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

/** One variable or several, in any version of the module. */
const SETS = /^util:SetVariables?\d*$/;
const GETS = /^util:GetVariables?\d*$/;

interface Variable {
  /** Nothing when it is known only at run time. */
  readonly name: string | undefined;
  readonly at: JsonPlace;
}

function variables({ source, pointer: at }: Module): readonly Variable[] {
  const mapper = source.mapper;
  if (!isObject(mapper)) return [];
  const list: unknown = mapper.variables;
  const inMapper = pointer(at, "mapper");
  if (list === undefined) return [variable(mapper.name, pointer(inMapper, "name"))];
  if (!Array.isArray(list)) return [variable(undefined, pointer(inMapper, "variables"))];
  return list.map((item: unknown, index) =>
    isObject(item) && "name" in item
      ? variable(item.name, pointer(inMapper, "variables", index, "name"))
      : variable(item, pointer(inMapper, "variables", index)),
  );
}

const variable = (name: unknown, at: string): Variable => ({
  name: typeof name === "string" && !hasMapping(name) ? name : undefined,
  at: { pointer: at },
});
