// Every text that stands in a module itself, not in those that hang on it: settings, mappings, names, and what the editor
// shows of choices (`metadata.restore`).

import type { Module, Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";

export interface OwnText {
  readonly text: string;
  readonly pointer: string;
  /** A name or a caption: people read it, and Make does not. */
  readonly isLabel: boolean;
}

const VALUES = ["parameters", "mapper", "flags", "outputs", "filters"] as const;

/** The texts of one module. What the editor knows of its form has no data of anybody in it. */
export function* ownTexts({ source, pointer: at, branches, tools }: Module): Generator<OwnText> {
  for (const key of VALUES) yield* within(source[key], pointer(at, key), false);
  const { name, conditions } = isObject(source.filter) ? source.filter : {};
  yield* within(name, pointer(at, "filter", "name"), true);
  yield* within(conditions, pointer(at, "filter", "conditions"), false);
  for (const { index, source: branch } of branches) {
    yield* within(branch?.label, pointer(at, "branches", index, "label"), true);
    yield* within(branch?.conditions, pointer(at, "branches", index, "conditions"), false);
  }
  for (const { index, source: tool } of tools) {
    yield* within(tool?.description, pointer(at, "tools", index, "description"), true);
  }
  const { designer, restore } = isObject(source.metadata) ? source.metadata : {};
  if (isObject(designer)) yield* within(designer.name, pointer(at, "metadata", "designer", "name"), true);
  yield* within(restore, pointer(at, "metadata", "restore"), true);
}

/** The scenario's sticky notes. */
export function* noteTexts({ metadata, metadataPointer }: Scenario): Generator<OwnText> {
  yield* within(metadata.notes, pointer(metadataPointer, "notes"), true);
}

function* within(value: unknown, at: string, isLabel: boolean): Generator<OwnText> {
  if (typeof value === "string") {
    if (value !== "") yield { text: value, pointer: at, isLabel };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* within(item, pointer(at, index), isLabel);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* within(item, pointer(at, key), isLabel);
  }
}
