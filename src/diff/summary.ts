// How much has changed, in one line.

import type { ScenarioDiff } from "./diff.ts";

export interface Summary {
  readonly modulesAdded: number;
  readonly modulesRemoved: number;
  readonly modulesChanged: number;
  /** Modules that only stand somewhere else. */
  readonly modulesMoved: number;
  readonly handlersAdded: number;
  readonly handlersRemoved: number;
  /** Differences of the scenario itself: settings, schedule, notes. */
  readonly scenarioChanges: number;
}

/** Counts what has changed in scenarios. Handlers of modules that are new or gone themselves are not counted. */
export function summarize(diffs: readonly ScenarioDiff[]): Summary {
  const modules = diffs.flatMap((diff) => diff.modules);
  const count = (kind: string): number => modules.filter((module) => module.kind === kind).length;
  const handlers = modules
    .filter(({ kind }) => kind === "changed")
    .flatMap(({ changes }) => changes.filter((change) => change.kind === "error handler"));
  return {
    modulesAdded: count("added"),
    modulesRemoved: count("removed"),
    modulesChanged: count("changed"),
    modulesMoved: count("moved"),
    handlersAdded: handlers.filter(({ before }) => before === undefined).length,
    handlersRemoved: handlers.filter(({ after }) => after === undefined).length,
    scenarioChanges: diffs.reduce((sum, { scenario }) => sum + scenario.length, 0),
  };
}

/** Whether anything is different. */
export const isEqual = ({ scenario, modules }: ScenarioDiff): boolean => scenario.length + modules.length === 0;

/** `2 modules added, 1 changed, 1 error handler removed`. */
export function inWords(summary: Summary): string {
  const { modulesAdded, modulesRemoved, modulesChanged, modulesMoved } = summary;
  const parts: string[] = [];
  for (const [amount, verb] of [
    [modulesAdded, "added"],
    [modulesRemoved, "removed"],
    [modulesChanged, "changed"],
    [modulesMoved, "moved"],
  ] as const) {
    if (amount > 0) parts.push(parts.length === 0 ? `${count(amount, "module")} ${verb}` : `${amount} ${verb}`);
  }
  const { handlersAdded, handlersRemoved, scenarioChanges } = summary;
  if (handlersAdded > 0) parts.push(`${count(handlersAdded, "error handler")} added`);
  if (handlersRemoved > 0) parts.push(`${count(handlersRemoved, "error handler")} removed`);
  if (scenarioChanges > 0) parts.push(`${count(scenarioChanges, "change")} of the scenario itself`);
  return parts.length === 0 ? "nothing has changed" : parts.join(", ");
}

const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? "" : "s"}`;
