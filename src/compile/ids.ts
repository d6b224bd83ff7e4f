import type { Module, Scenario } from "../model/scenario.ts";
import type { EditorData } from "./editor-data.ts";
import { stepKeys } from "./step-keys.ts";

/** Far above any id that Make gives, and far enough below where numbers lose their last digit. */
const MAX_ID = 2 ** 31;

/**
 * Gives each module its id. Steps that the blueprint printed before already had keep theirs; new ones get the next
 * free numbers, as in Make's editor, so that putting a step in the middle renumbers nothing.
 */
export function assignIds(
  scenario: Scenario,
  before: Scenario | undefined,
  editor?: EditorData,
): ReadonlyMap<Module, number> {
  const known = new Map<string, number>();
  let last = 0;
  // An export's steps go first: what was printed before may call them by other names.
  for (const [key, { id }] of Object.entries(editor?.steps ?? {})) {
    known.set(key, id);
    last = Math.max(last, id);
  }
  const exported = new Set(known.values());
  if (before) {
    for (const [module, key] of stepKeys(before)) {
      // A file that was edited by hand may hold anything: of two modules with one id, the first keeps it.
      if (!Number.isInteger(module.id) || module.id < 1 || module.id > MAX_ID) continue;
      if (before.find(module.id) !== module || exported.has(module.id) || known.has(key)) continue;
      known.set(key, module.id);
      last = Math.max(last, module.id);
    }
  }
  const ids = new Map<Module, number>();
  for (const [module, key] of stepKeys(scenario)) {
    ids.set(module, known.get(key) ?? ++last);
  }
  return ids;
}
