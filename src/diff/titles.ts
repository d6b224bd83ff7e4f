// What a reader calls a module.

import { catalog } from "../catalog/catalog.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { asText } from "../util/as-text.ts";
import type { Matching } from "./matching.ts";
import type { ModuleWord } from "./references.ts";

export const isDirective = (type: string): boolean => catalog.find(type)?.kind === "directive";

/** The name on the canvas, or what Make calls the module. */
export const titleOf = ({ name, type, version }: Module): string => name ?? catalog.find(type, version)?.label ?? type;

/** `Slack › Create a message`, or the bare type of a module that nobody has declared. */
export function kindOf({ type, version }: Pick<Module, "type" | "version">): string {
  const declaration = catalog.find(type, version);
  return declaration ? `${declaration.app} › ${declaration.label}` : type;
}

export interface Titles {
  /** One name for a module on both sides: what stayed is called as it is called now. */
  readonly of: (module: Module) => string;
  /** The same, for whoever has only the number that a scenario gives the module. */
  readonly wordIn: (scenario: Scenario) => ModuleWord;
}

/** Names modules so that no two are called the same. */
export function createTitles(before: Scenario, after: Scenario, { afterOf }: Pick<Matching, "afterOf">): Titles {
  const gone = before.modules.filter((module) => !afterOf.has(module));
  const bearers = new Map<string, number>();
  for (const module of [...after.modules, ...gone]) {
    const title = titleOf(module);
    bearers.set(title, (bearers.get(title) ?? 0) + 1);
  }
  const isGone = new Set(gone);
  const ids = new Set(after.modules.map((module) => `${titleOf(module)} ${asText(module.id)}`));
  const of = (module: Module): string => {
    const now = afterOf.get(module) ?? module;
    const title = titleOf(now);
    if ((bearers.get(title) ?? 0) < 2) return title;
    const suffix = isGone.has(now) && ids.has(`${title} ${asText(now.id)}`) ? ", before" : "";
    return `${title} (${asText(now.id)}${suffix})`;
  };
  return {
    of,
    wordIn: (scenario) => (id) => {
      const module = scenario.find(id);
      return module === undefined ? String(id) : of(module).replaceAll("`", "'");
    },
  };
}
