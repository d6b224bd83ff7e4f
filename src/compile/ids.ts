import type { Module } from "../model/scenario.ts";
import { type KnownStep, MAX_ID } from "./known-steps.ts";

/**
 * Gives each module its id, by its key. Known steps keep theirs; new ones get the next free numbers, as in Make's
 * editor, so that putting a step in the middle renumbers nothing.
 */
export function assignIds(
  keys: ReadonlyMap<Module, string>,
  known: ReadonlyMap<string, KnownStep>,
): ReadonlyMap<Module, number> {
  let last = 0;
  for (const { id } of known.values()) {
    if (id < MAX_ID) last = Math.max(last, id);
  }
  return new Map([...keys].map(([module, key]) => [module, known.get(key)?.id ?? ++last]));
}
