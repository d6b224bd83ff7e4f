// When Make starts a scenario, where its file says so: answers of Make's API do, exports of the editor do not.

import type { FoundBlueprint } from "../blueprint/find-blueprint.ts";
import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";

/** A schedule as a file has it: it may be of any shape. */
export interface Scheduling {
  /** Parsed, where the file has it as JSON in a text. */
  readonly value: unknown;
  /** JSON pointer of it in the file. */
  readonly pointer: string;
  readonly isText: boolean;
}

/** The schedule of a scenario: in its blueprint, or beside it in the answer of the API that `json` is. */
export function schedulingOf({
  blueprint,
  root,
  json,
}: Pick<FoundBlueprint, "blueprint" | "root"> & { readonly json?: unknown }): Scheduling | undefined {
  const [around, at] =
    isObject(json) && isObject(json.response) ? ([json.response, "/response"] as const) : ([json, ""] as const);
  return readScheduling(blueprint, root) ?? readScheduling(around, at);
}

/** The schedule in an object that stands at this place. */
export function readScheduling(holder: unknown, at: string): Scheduling | undefined {
  if (!isObject(holder) || holder.scheduling === undefined || holder.scheduling === null) return undefined;
  const { scheduling } = holder;
  const isText = typeof scheduling === "string";
  return { value: isText ? parsed(scheduling) : scheduling, pointer: pointer(at, "scheduling"), isText };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The place of a part of a schedule, or of the whole when it has no such part or is a text. */
export function schedulingPlace({ value, pointer: at, isText }: Scheduling, key: string): JsonPlace {
  return { pointer: !isText && isObject(value) && value[key] !== undefined ? pointer(at, key) : at };
}
