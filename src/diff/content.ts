// What a module says, apart from its number, its place, and what only the editor needs.

import type { Module, Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { canonical, type ModuleWord } from "./references.ts";

export interface Content {
  /** The same for two modules that say the same, as far as that can be told without knowing which module is which. */
  readonly text: string;
  /** The modules that it names, in the order of `text`; a number where there is no such module. */
  readonly names: readonly (Module | number)[];
}

/** Keys of a module that are compared in their own ways, or not at all. */
const OWN_WAYS = new Set(["id", "module", "version", "metadata", "routes", "branches", "tools", "onerror"]);

/** What the editor keeps of a module for itself: it writes it anew when it likes. */
export const EDITOR_KEYS: ReadonlySet<string> = new Set([
  "designer",
  "restore",
  "expect",
  "interface",
  "parameters",
  "advanced",
]);

const known = new WeakMap<Module, Readonly<Record<string, unknown>>>();

/** The parts of a module that say what it does. A part that is empty says as much as one that is not there. */
export function partsOf(module: Module): Readonly<Record<string, unknown>> {
  let parts = known.get(module);
  if (parts === undefined) {
    parts = findParts(module);
    known.set(module, parts);
  }
  return parts;
}

function findParts({ source }: Module): Readonly<Record<string, unknown>> {
  const parts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(source)) {
    if (!OWN_WAYS.has(key) && !isEmpty(value)) parts[key] = value;
  }
  if (isObject(source.metadata)) {
    const more = Object.entries(source.metadata).filter(([key]) => !EDITOR_KEYS.has(key));
    if (more.length > 0) parts.metadata = Object.fromEntries(more);
  }
  return parts;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (isObject(value) && Object.keys(value).length === 0);

/** The contents of all modules of a scenario. */
export function contentsOf(scenario: Scenario): ReadonlyMap<Module, Content> {
  return new Map(scenario.modules.map((module) => [module, contentOf(module, scenario)]));
}

function contentOf(module: Module, scenario: Scenario): Content {
  const names: (Module | number)[] = [];
  const word: ModuleWord = (id) => {
    const named = scenario.find(id);
    names.push(named ?? id);
    return named === undefined ? String(id) : `<${named.type} ${named.name ?? ""}>`;
  };
  const parts = partsOf(module);
  const said = Object.keys(parts)
    .sort()
    .map((key) => `${key}:${canonical(parts[key], word, key === "parameters")}`);
  const flows = [...module.routes, ...module.branches, ...module.tools].map(({ source }) => {
    const { flow: _, ...own } = source ?? {};
    return canonical(own, word);
  });
  const identity = [module.type, String(module.version), module.name ?? ""];
  return { text: [...identity, ...said, ...flows].join("\n"), names };
}
