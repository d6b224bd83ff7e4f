import type { Module, Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import type { Context } from "./context.ts";
import { readableModule } from "./names.ts";

/** A name for each module: its own, or what the module is called; no two are the same. */
export function stepNames(scenario: Scenario, known: Context["known"]): ReadonlyMap<Module, string> {
  const names = new Map<Module, string>();
  const taken = new Set<string>();
  /** How often each name was wanted: hundreds may want the same. */
  const counts = new Map<string, number>();
  const wanted = (module: Module): string => {
    if (module.name !== undefined && module.name.trim() !== "") return module.name;
    const label = known(module.type, module.version)?.declaration.label ?? readableModule(module.type);
    return `${label}${ownName(module)}`;
  };
  for (const module of scenario.modules) {
    const base = wanted(module);
    let name = base;
    let count = counts.get(base) ?? 1;
    while (taken.has(name)) name = `${base} ${++count}`;
    counts.set(base, count);
    taken.add(name);
    names.set(module, name);
  }
  return names;
}

/** What a module says that it is called: a variable, say. */
function ownName({ source: { mapper } }: Module): string {
  const name: unknown = isObject(mapper) && Object.hasOwn(mapper, "name") ? mapper.name : undefined;
  return typeof name === "string" && name.length <= 40 && /^[\p{L}\p{N} _-]+$/u.test(name) ? ` ${name}` : "";
}
