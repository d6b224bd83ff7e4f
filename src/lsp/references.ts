// From a module to all that reads it.

import type { Range } from "vscode-languageserver";
import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { moduleReferences } from "../model/mappings.ts";
import { moduleAt } from "../model/module-at.ts";
import { modulePlace } from "../model/module-place.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { feederOf } from "../model/visibility.ts";
import { pointer } from "../util/json-pointer.ts";
import type { Analysis } from "./analysis.ts";
import { cursorAt } from "./cursor.ts";
import { readAt } from "./definition.ts";
import { rangeOf } from "./position.ts";

/** All reads of the module under the cursor: the one that is read there, or else the one that the cursor is in. */
export function references(
  { text, scenario, locate }: Analysis,
  offset: number,
  { withModule }: { readonly withModule: boolean },
): readonly Range[] {
  const cursor = scenario && cursorAt(text, offset);
  if (scenario === undefined || cursor === undefined) return [];
  const module = readAt(scenario, cursor) ?? moduleAt(scenario, cursor.pointer);
  if (module === undefined) return [];
  const places = [...(withModule ? [modulePlace(module)] : []), ...readsOf(scenario, module)];
  return places.map((place) => rangeOf(locate(place)));
}

function* readsOf(scenario: Scenario, { id }: Module): Generator<JsonPlace> {
  for (const reader of scenario.modules) {
    if (feederOf(reader) === id) yield { pointer: pointer(reader.pointer, "parameters", "feeder") };
    for (const { reference, place } of moduleReferences(reader)) if (reference.root.id === id) yield place;
  }
}
