import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { asText } from "../util/as-text.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import type { Module } from "./scenario.ts";

/** The place that stands for a whole module: its type. */
export const modulePlace = (module: Module): JsonPlace => ({ pointer: pointer(module.pointer, "module") });

/** The place of a value in a module, or of the nearest thing around it that exists: `fieldPlace(m, "mapper", "to")`. */
export function fieldPlace(module: Module, ...path: readonly (string | number)[]): JsonPlace {
  const found: (string | number)[] = [];
  let value: unknown = module.source;
  for (const segment of path) {
    if (Array.isArray(value)) value = value[Number(segment)];
    else if (isObject(value)) value = Object.hasOwn(value, segment) ? value[segment] : undefined;
    else value = undefined;
    if (value === undefined) break;
    found.push(segment);
  }
  return found.length === 0 ? modulePlace(module) : { pointer: pointer(module.pointer, ...found) };
}

/** How a message names a module: its name on the canvas, or its type, with the id. */
export const describeModule = (module: Module): string => `${module.name ?? module.type} (${asText(module.id)})`;
