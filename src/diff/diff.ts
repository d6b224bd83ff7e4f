// What has changed between two states of a scenario, as a reviewer would say it.

import type { Module, Scenario } from "../model/scenario.ts";
import type { Change } from "./change.ts";
import { compareModules, type ModuleComparison } from "./compare-modules.ts";
import { compareScenarios, type ScenarioSide } from "./compare-scenarios.ts";
import type { Comparison, Words } from "./compare-values.ts";
import { emptySide } from "./empty-side.ts";
import { type Matching, matchScenarios } from "./matching.ts";
import { describePlace, findMoves } from "./places.ts";
import { createTitles, isDirective, kindOf, type Titles, titleOf } from "./titles.ts";

/** One side of a module that has changed. */
export interface ModuleState {
  readonly id: unknown;
  /** The name on the canvas, or what Make calls the module. */
  readonly title: string;
  /** `app:Module`. */
  readonly type: string;
  /** The app and the module as Make shows them. */
  readonly kind: string;
  /** JSON pointer in the file. */
  readonly pointer: string;
  /** `in route 2 of "Router", behind "Get customer"`. */
  readonly place: string;
}

/** `moved` when it only stands somewhere else. */
export type ModuleChangeKind = "added" | "removed" | "changed" | "moved";

export interface ModuleChange {
  readonly kind: ModuleChangeKind;
  readonly before?: ModuleState;
  readonly after?: ModuleState;
  /** What is different; of a module that is new, what it says. */
  readonly changes: readonly Change[];
}

export interface ScenarioDiff {
  /** What the scenario is called now; before, where it is gone. */
  readonly name: string;
  /** What differs in the scenario itself. */
  readonly scenario: readonly Change[];
  /** In reading order; what is gone stands behind what it stood behind. */
  readonly modules: readonly ModuleChange[];
}

export interface DiffOptions {
  /** Whether what only the editor needs counts as well. */
  readonly all?: boolean;
  /** Covers what nobody may see in a text. Default: nothing is covered. */
  readonly cover?: (text: string) => string;
}

/** Compares two states of a scenario. A state that is missing stands for a scenario without modules. */
export function diffScenarios(
  before: ScenarioSide | undefined,
  after: ScenarioSide | undefined,
  { all = false, cover = (text) => text }: DiffOptions = {},
): ScenarioDiff {
  const [was, is] = [before ?? emptySide(after), after ?? emptySide(before)];
  const matching = matchScenarios(was.scenario, is.scenario);
  const titles = createTitles(was.scenario, is.scenario, matching);
  const comparison: Comparison = { kind: "value", words: wordsOf(was.scenario, is.scenario, matching, titles) };
  const modules = diffModules(was.scenario, is.scenario, { matching, titles, comparison, all });
  return coverAll(
    {
      name: is.scenario.name || was.scenario.name,
      // Of what is new or gone as a whole, the settings are no differences.
      scenario: before && after ? compareScenarios(before, after, comparison, all) : [],
      modules,
    },
    cover,
  );
}

/** One word for a module on both sides. */
function wordsOf(before: Scenario, after: Scenario, { afterOf }: Matching, titles: Titles): Comparison["words"] {
  const numbers = new Map<Module, string>();
  for (const module of after.modules) numbers.set(module, `<${numbers.size}>`);
  for (const module of before.modules) {
    if (!afterOf.has(module)) numbers.set(module, `<${numbers.size}>`);
  }
  const wordsIn = (scenario: Scenario): Words => ({
    same: (id) => {
      const module = scenario.find(id);
      return module === undefined ? String(id) : (numbers.get(afterOf.get(module) ?? module) ?? String(id));
    },
    shown: titles.wordIn(scenario),
  });
  return { before: wordsIn(before), after: wordsIn(after) };
}

function diffModules(before: Scenario, after: Scenario, comparison: ModuleComparison): readonly ModuleChange[] {
  const { matching, titles } = comparison;
  const moves = findMoves(after, matching, titles);
  const gone = goneBehind(before, matching);
  const lost = (module: Module | undefined): readonly ModuleChange[] =>
    (gone.get(module) ?? []).map((lostModule) => ({
      kind: "removed",
      before: stateOf(lostModule, titles),
      changes: [],
    }));
  const changes: ModuleChange[] = [...lost(undefined)];
  for (const module of after.modules) {
    const found = diffModule(module, moves.get(module), comparison);
    if (found) changes.push(found);
    changes.push(...lost(module));
  }
  return changes;
}

function diffModule(after: Module, move: Change | undefined, comparison: ModuleComparison): ModuleChange | undefined {
  const { matching, titles } = comparison;
  const before = matching.beforeOf.get(after);
  if (before === undefined) {
    if (isToldWithHandler(after, matching.beforeOf)) return undefined;
    return { kind: "added", after: stateOf(after, titles), changes: compareModules(undefined, after, comparison) };
  }
  const isOnlyDirective = isInHandler(before) && isInHandler(after) && isDirective(after.type);
  const changes = [...(move && !isOnlyDirective ? [move] : []), ...compareModules(before, after, comparison)];
  if (changes.length === 0) return undefined;
  const kind = changes.length === 1 && changes[0] === move ? "moved" : "changed";
  return { kind, before: stateOf(before, titles), after: stateOf(after, titles), changes };
}

const isInHandler = ({ flow }: Module): boolean => flow.kind === "handler";

/** The directive of a handler that is new or lost as a whole is told with the module that the handler belongs to. */
const isToldWithHandler = (module: Module, otherOf: ReadonlyMap<Module, Module>): boolean =>
  isInHandler(module) &&
  isDirective(module.type) &&
  module.flow.owner !== undefined &&
  otherOf.get(module.flow.owner)?.handler === undefined;

/** The modules that are gone, by the module that stayed in front of them in reading order. */
function goneBehind(before: Scenario, { afterOf }: Matching): ReadonlyMap<Module | undefined, readonly Module[]> {
  const gone = new Map<Module | undefined, Module[]>();
  let stayed: Module | undefined;
  for (const module of before.modules) {
    const now = afterOf.get(module);
    if (now !== undefined) stayed = now;
    else if (!isToldWithHandler(module, afterOf)) {
      const others = gone.get(stayed);
      if (others) others.push(module);
      else gone.set(stayed, [module]);
    }
  }
  return gone;
}

const stateOf = (module: Module, titles: Titles): ModuleState => ({
  id: module.id,
  title: titleOf(module),
  type: module.type,
  kind: kindOf(module),
  pointer: module.pointer,
  place: describePlace(module, titles),
});

function coverAll({ name, scenario, modules }: ScenarioDiff, cover: (text: string) => string): ScenarioDiff {
  const coverChange = (found: Change): Change => ({
    ...found,
    label: cover(found.label),
    ...(found.before === undefined ? {} : { before: cover(found.before) }),
    ...(found.after === undefined ? {} : { after: cover(found.after) }),
  });
  const coverState = (state: ModuleState): ModuleState => ({
    ...state,
    title: cover(state.title),
    place: cover(state.place),
  });
  return {
    name: cover(name),
    scenario: scenario.map(coverChange),
    modules: modules.map(({ kind, before, after, changes }) => ({
      kind,
      ...(before ? { before: coverState(before) } : {}),
      ...(after ? { after: coverState(after) } : {}),
      changes: changes.map(coverChange),
    })),
  };
}
