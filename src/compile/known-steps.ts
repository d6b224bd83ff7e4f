// What is known of a scenario's steps from before. The export that it comes from goes first: it has the numbers, and
// what the editor had. The blueprint printed the last time has the steps that were added since, and tells, by their
// numbers, what the export's steps have been called since.

import type { Module, Scenario } from "../model/scenario.ts";
import { designerOf, type EditorData } from "./editor-data.ts";
import { stepKeys } from "./step-keys.ts";

/**
 * Far above any id that Make gives, and far enough below where numbers lose their last digit. A companion has it for what
 * has no id in the export: placeholders for modules that are yet to be chosen.
 */
export const MAX_ID = 2 ** 31;

export interface KnownStep {
  readonly id: number;
  /** What the step does, as `kindOf` says it; a companion of old does not tell. */
  readonly kind: string | undefined;
}

export interface KnownSteps {
  /** By step key. The key of an export's step is that of the export, whatever its name was the last time. */
  readonly steps: ReadonlyMap<string, KnownStep>;
  /** The keys of what was there the last time, in reading order. */
  readonly order: readonly string[];
  /** The keys of steps that had another name the last time than in the export, by that name. */
  readonly keyOfName: ReadonlyMap<string, string>;
}

/** Steps of two kinds are two steps, even if one has taken the place of the other. */
export const kindOf = ({ type, version }: { readonly type: string; readonly version: number | undefined }): string =>
  `${type} ${version}`;

/** Puts together what an export said of the steps, and the blueprint that was printed the last time. */
export function knownSteps(before: Scenario | undefined, editor: EditorData | undefined): KnownSteps {
  const steps = new Map<string, KnownStep>();
  for (const [key, { id, module, version }] of Object.entries(editor?.steps ?? {}))
    steps.set(key, { id, kind: module === undefined ? undefined : kindOf({ type: module, version }) });
  if (before === undefined) return { steps, order: [...steps.keys()], keyOfName: new Map() };

  const { exported, keyOfName } = exportedSteps(before, editor);
  const exportedIds = new Set([...steps.values()].map(({ id }) => id));
  const keys = stepKeys(before, exported);
  for (const [module, key] of keys) {
    const known = steps.get(key);
    if (known && exported.has(module)) steps.set(key, { id: known.id, kind: known.kind ?? kindOf(module) });
    if (known || !isUsableId(module, before) || exportedIds.has(module.id)) continue;
    steps.set(key, { id: module.id, kind: kindOf(module) });
  }
  return { steps, order: [...keys.values()], keyOfName };
}

/** A file that was edited by hand may hold anything: of two modules with one id, the first keeps it. */
const isUsableId = (module: Module, scenario: Scenario): boolean =>
  Number.isInteger(module.id) && module.id >= 1 && module.id < MAX_ID && scenario.find(module.id) === module;

/** Which printed modules are steps of the export, by their numbers; with the names that they have been given since. */
function exportedSteps(
  before: Scenario,
  editor: EditorData | undefined,
): { readonly exported: ReadonlyMap<Module, string>; readonly keyOfName: ReadonlyMap<string, string> } {
  const steps = new Map(Object.entries(editor?.steps ?? {}));
  // Reversed: of two steps with one number, the first counts.
  const keyOfId = new Map([...steps].reverse().map(([key, { id }]) => [id, key]));
  const exported = new Map<Module, string>();
  const keyOfName = new Map<string, string>();
  for (const module of before.modules) {
    const key = before.find(module.id) === module ? keyOfId.get(module.id) : undefined;
    const step = key === undefined ? undefined : steps.get(key);
    if (key === undefined || step === undefined) continue;
    const designer = designerOf(step);
    const isCalledAsExported = module.name === (designer ? designer.name : key);
    if (module.name !== undefined && !isCalledAsExported) {
      // A step of the export has this name: the export is newer than what was printed.
      if (steps.has(module.name)) continue;
      keyOfName.set(module.name, key);
    }
    exported.set(module, key);
  }
  return { exported, keyOfName };
}
