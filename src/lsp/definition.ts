// From what reads a module to the module.

import type { Range } from "vscode-languageserver";
import { moduleAt } from "../model/module-at.ts";
import { modulePlace } from "../model/module-place.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { feederOf } from "../model/visibility.ts";
import type { Analysis } from "./analysis.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { mappedAt, mappedTextAt } from "./mapping-at.ts";
import { rangeOf } from "./position.ts";

/** The place of the module that is read under the cursor: its type. */
export function definition({ text, scenario, locate }: Analysis, offset: number): Range | null {
  const cursor = scenario && cursorAt(text, offset);
  const target = scenario && cursor && readAt(scenario, cursor);
  return target ? rangeOf(locate(modulePlace(target))) : null;
}

/** The module that a mapping reads under the cursor, or that an aggregator names as its source. */
export function readAt(scenario: Scenario, cursor: Cursor): Module | undefined {
  const mapping = mappedTextAt(scenario, cursor);
  const mapped = mapping && mappedAt(mapping, cursor.string?.at ?? 0);
  if (mapped?.kind === "module") return scenario.find(mapped.id);
  const module = moduleAt(scenario, cursor.pointer);
  if (module === undefined || cursor.pointer !== `${module.pointer}/parameters/feeder`) return undefined;
  const source = feederOf(module);
  return source === undefined ? undefined : scenario.find(source);
}
