// What a diff says, for tests.

import { findBlueprint } from "../../src/blueprint/find-blueprint.ts";
import type { ScenarioSide } from "../../src/diff/compare-scenarios.ts";
import { type DiffOptions, diffScenarios, type ScenarioDiff } from "../../src/diff/diff.ts";
import { formatText } from "../../src/diff/formats/text.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";

/** A state of a scenario, from the JSON of its file. */
export function sideOf(json: unknown): ScenarioSide {
  const found = findBlueprint(json);
  if ("misfits" in found) throw new Error(found.misfits[0]?.message);
  return { scenario: scenarioOf({ ...found, json }), blueprint: found.blueprint };
}

export const diffOf = (before: unknown, after: unknown, options?: DiffOptions): ScenarioDiff =>
  diffScenarios(sideOf(before), sideOf(after), options);

/** The lines of the report below its head. */
export function said(before: unknown, after: unknown, options?: DiffOptions): readonly string[] {
  const text = formatText([{ before: "a.json", after: "a.json", diff: diffOf(before, after, options) }]);
  return text
    .split("\n")
    .slice(2)
    .filter((line) => line !== "");
}
