// What a scenario's source need not say, because only Make's editor asks for it: original ids, positions, caches of
// fields, spellings. It comes from an export, stands beside the source in `<name>.editor.json`, and is laid over what is
// printed.

import type { Json, JsonObject } from "../blueprint/blueprint.ts";
import { isDeepEqual } from "../util/is-deep-equal.ts";
import { isObject } from "../util/is-object.ts";
import { parsePointer } from "../util/json-pointer.ts";

/** The companion of a source file. */
export interface EditorFile {
  readonly version: 1;
  /** By the name of the scenario's files. */
  readonly scenarios: Readonly<Record<string, EditorData>>;
}

export interface EditorData {
  /** What the export held around the blueprint (an answer of Make's API, a template). It is kept, not printed. */
  readonly around?: JsonObject;
  /** For the blueprint itself, without its flow. */
  readonly blueprint?: Overlay;
  /** By step key: the step's name; for what has no name, its place. */
  readonly steps: Readonly<Record<string, StepOverlay>>;
}

export interface StepOverlay extends Overlay {
  readonly id: number;
  /** What the step was, by which it is recognized when it is renamed: a module's type and version in the source. */
  readonly module?: string;
  readonly version?: number;
}

/** Changes to a printed object. All places are JSON pointers within it. */
export interface Overlay {
  /** Values that only the editor needs, whole. */
  readonly set?: Readonly<Record<string, Json>>;
  /** Spellings. Each holds only as long as the source says what it said. */
  readonly spelled?: readonly Spelling[];
}

/** Where `printed` would stand (absent: nothing), the export had `exported` (absent: nothing), which means the same. */
export interface Spelling {
  readonly at: string;
  readonly printed?: Json;
  readonly exported?: Json;
}

const DESIGNER = "/metadata/designer";

/** How the editor showed a step, where that is not how it would be printed: its place and its name. */
export function designerOf({ set = {} }: Overlay): JsonObject | undefined {
  const designer = set[DESIGNER];
  return isObject(designer) ? (designer as JsonObject) : undefined;
}

/** The changes for a step that has another name now. */
export function renamedOverlay(overlay: Overlay, name: string): Overlay {
  const designer = designerOf(overlay);
  return designer ? { ...overlay, set: { ...overlay.set, [DESIGNER]: { ...designer, name } } } : overlay;
}

/** The changes for a step whose place is to stay, even if it would be printed there. */
export const placedOverlay = (overlay: Overlay, designer: JsonObject): Overlay => ({
  ...overlay,
  set: { [DESIGNER]: designer, ...overlay.set },
});

/** The object with the changes, as far as they fit. */
export function overlaid<T extends object>(printed: T, { set = {}, spelled = [] }: Overlay): T {
  let changed: Json = printed as unknown as Json;
  for (const [at, value] of Object.entries(set)) changed = replaced(changed, parsePointer(at), () => value);
  for (const { at, printed: before, exported } of spelled) {
    changed = replaced(changed, parsePointer(at), (value) => (isDeepEqual(value, before) ? exported : value));
  }
  return changed as unknown as T;
}

type Change = (value: Json | undefined) => Json | undefined;

/** A copy with another value at a path; where the path leads nowhere, the value itself. */
function replaced(value: Json, [step, ...rest]: readonly string[], change: Change): Json {
  if (step === undefined) return change(value) ?? value;
  if (Array.isArray(value)) {
    const index = Number(step);
    if (!(index < value.length)) return value;
    return value.map((item, position) => (position === index ? replaced(item, rest, change) : item));
  }
  if (!isObject(value)) return value;
  const before = Object.hasOwn(value, step) ? (value[step] as Json) : undefined;
  if (rest.length > 0 && before === undefined) return value;
  const after = rest.length === 0 ? change(before) : replaced(before as Json, rest, change);
  const entries = Object.entries(value) as [string, Json][];
  if (after === undefined) return Object.fromEntries(entries.filter(([key]) => key !== step));
  if (before === undefined) return Object.fromEntries([...entries, [step, after]]);
  return Object.fromEntries(entries.map(([key, old]) => [key, key === step ? after : old]));
}
