// What differs in the scenario itself: its settings, its schedule, its notes, what it takes and gives.

import type { Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { type Change, change } from "./change.ts";
import { compareInterface } from "./compare-interface.ts";
import { compareNotes } from "./compare-notes.ts";
import { type Comparison, compareValues } from "./compare-values.ts";
import { describeSchedule } from "./describe-schedule.ts";

export interface ScenarioSide {
  readonly scenario: Scenario;
  readonly blueprint: Readonly<Record<string, unknown>>;
  /** It was printed from a source just now, and not kept by Make. */
  readonly isPrinted?: boolean;
}

/** As Make's editor calls them. */
const SETTINGS: Readonly<Record<string, string>> = {
  roundtrips: "maximum number of cycles",
  maxErrors: "number of consecutive errors",
  autoCommit: "auto commit",
  autoCommitTriggerLast: "commit trigger last",
  sequential: "sequential processing",
  confidential: "data is confidential",
  dataloss: "enable data loss",
  dlq: "store incomplete executions",
};

/** Told of the modules, and in ways of their own. */
const ELSEWHERE = new Set(["name", "flow", "subflows", "metadata", "scheduling", "io"]);
const ELSEWHERE_IN_METADATA = new Set(["scenario", "designer", "notes"]);

/** The differences that no module has. */
export function compareScenarios(
  before: ScenarioSide,
  after: ScenarioSide,
  comparison: Comparison,
  all: boolean,
): readonly Change[] {
  const setting: Comparison = { ...comparison, kind: "setting" };
  const [was, is] = [before.scenario, after.scenario];
  const changes: Change[] = [];
  if (was.name !== is.name) changes.push(change("name", "name", was.name, is.name, true));
  changes.push(
    ...compareValues(without(before.blueprint, ELSEWHERE), without(after.blueprint, ELSEWHERE), [], setting),
  );
  for (const key of Object.keys({ ...was.settings, ...is.settings })) {
    const label = SETTINGS[key] === undefined ? key : `${SETTINGS[key]} (${key})`;
    changes.push(...compareValues(was.settings[key], is.settings[key], [label], setting));
  }
  changes.push(...compareSchedules(was, is, setting));
  changes.push(...compareInterface(before, after, comparison));
  changes.push(...compareNotes(was, is, comparison));
  const [metadata, other] = [was.metadata, is.metadata].map((value) => without(value, ELSEWHERE_IN_METADATA));
  changes.push(...compareValues(metadata, other, [], setting));
  if (all) {
    const [designer, otherDesigner] = [was.metadata.designer, is.metadata.designer].map((value) =>
      isObject(value) ? without(value, new Set(["orphans"])) : value,
    );
    changes.push(...compareValues(designer, otherDesigner, ["designer"], { ...comparison, kind: "editor" }));
  }
  return changes;
}

const without = (value: object, keys: ReadonlySet<string>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).filter(([key, item]) => !keys.has(key) && item !== undefined));

/** A schedule that a file does not carry, as an export of the editor, is not known, rather than none. */
function compareSchedules(before: Scenario, after: Scenario, comparison: Comparison): readonly Change[] {
  if (before.scheduling === undefined || after.scheduling === undefined) return [];
  const [was, is] = [before.scheduling.value, after.scheduling.value];
  const differences = compareValues(was, is, ["schedule"], { ...comparison, kind: "schedule" });
  if (differences.length === 0) return [];
  const [words, otherWords] = [describeSchedule(was), describeSchedule(is)];
  return words === otherWords ? differences : [change("schedule", "schedule", words, otherWords)];
}
