// A scenario's settings: what differs from the editor's defaults.

import { isObject } from "../util/is-object.ts";
import { dataCode, type Property } from "./code.ts";
import { isNothing } from "./same-meaning.ts";

type Kind = "count" | "switch";

/** What the DSL calls each key of `metadata.scenario`, and the editor's default. */
const SETTINGS: readonly (readonly [key: string, name: string, kind: Kind, otherwise: number | boolean])[] = [
  ["roundtrips", "maxCycles", "count", 1],
  ["maxErrors", "maxConsecutiveErrors", "count", 3],
  ["autoCommit", "autoCommit", "switch", true],
  ["autoCommitTriggerLast", "commitTriggerLast", "switch", true],
  ["sequential", "sequential", "switch", false],
  ["confidential", "confidential", "switch", false],
  ["dataloss", "allowDataLoss", "switch", false],
  ["dlq", "storeIncompleteExecutions", "switch", false],
  ["freshVariables", "freshVariables", "switch", false],
];

/** The settings as properties. What the DSL has no value for is given as the blueprint has it. */
export function settingsCode(settings: unknown): readonly Property[] {
  if (!isObject(settings)) return [];
  const properties: Property[] = [];
  const raw: Record<string, unknown> = {};
  const own = (key: string): unknown => (Object.hasOwn(settings, key) ? settings[key] : undefined);
  for (const [key, name, kind, otherwise] of SETTINGS) {
    const value = own(key);
    if (isNothing(value) || value === otherwise) continue;
    const isValid = kind === "count" ? Number.isInteger(value) && Number(value) >= 1 : typeof value === "boolean";
    if (isValid) properties.push({ name, value: String(value) });
    else raw[key] = value;
  }
  const slots = own("slots");
  if (typeof slots === "number") properties.push({ name: "slots", value: String(slots) });
  else if (!isNothing(slots)) raw.slots = slots;
  return Object.keys(raw).length > 0 ? [...properties, { name: "further", value: dataCode(raw) }] : properties;
}
