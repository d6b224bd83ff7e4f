// A scenario's settings: what differs from the editor's defaults, when it starts, what callers give and get.

import type { BlueprintDocument } from "../blueprint/read.ts";
import { catalog } from "../catalog/catalog.ts";
import type { Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { dataCode, type Property } from "./code.ts";
import type { Context } from "./context.ts";
import { fieldsOfList } from "./learnt-entry.ts";
import { callsCode, type FieldCalls, moduleCalls } from "./learnt-field.ts";
import { isNothing } from "./same-meaning.ts";
import { scheduleCode } from "./schedule.ts";

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

/** What callers of a scenario give and get, as its file declares it. */
export function contractOf({ blueprint: { io } }: BlueprintDocument): {
  readonly inputs: FieldCalls;
  readonly outputs: FieldCalls;
} {
  const calls = (list: unknown): FieldCalls => moduleCalls(fieldsOfList(list), new Map()).parameters;
  const { input_spec: inputs, output_spec: outputs } = isObject(io) ? io : {};
  return { inputs: calls(inputs), outputs: calls(outputs) };
}

/** The second argument of `scenario`. */
export function settingsCode(
  document: BlueprintDocument,
  { settings, flows, scheduling }: Scenario,
  known: Context["known"],
): readonly Property[] {
  const first = flows[0]?.modules[0];
  const declared = first && (known(first.type, first.version)?.declaration ?? catalog.find(first.type, first.version));
  const kind = declared?.kind;
  const contract = Object.entries(contractOf(document)).filter(([, calls]) => calls.size > 0);
  return [
    ...switchesCode(settings),
    ...scheduleCode(scheduling?.value, kind),
    ...contract.map(([name, calls]) => ({ name, value: callsCode(calls) })),
  ];
}

/** The settings as properties. What the DSL has no value for is given as the blueprint has it. */
function switchesCode(settings: unknown): readonly Property[] {
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
