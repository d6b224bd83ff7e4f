// Of a large scenario, a chart of a change shows what has changed and what stands beside it; GitHub draws a larger chart so
// small that nobody reads it. What lies between is folded into one box.

import type { Flow, Module, Scenario } from "../model/scenario.ts";
import type { DrawnChange } from "./change-marks.ts";

/** A module; or several in a row that are the same as before. */
export interface Entry {
  readonly first: Module;
  readonly last: Module;
  readonly modules: readonly Module[];
  /** How many modules it stands for, with those inside of them. */
  readonly count: number;
  readonly isFolded: boolean;
}

/** What is shown of a flow. */
export type Fold = (flow: Flow) => readonly Entry[];

type Run = [Module, ...Module[]];

/** So many modules are read at a glance. */
const MOST = 40;

export const foldNothing: Fold = ({ modules }) => modules.map((module) => entryOf([module], 1, false));

/** Folds what is neither marked nor beside something that is. */
export function foldFlows({ modules }: Scenario, { marks }: Pick<DrawnChange, "marks">): Fold {
  if (modules.length <= MOST) return foldNothing;
  const isMarked = (module: Module | undefined): boolean => module !== undefined && marks.has(module.pointer);
  const shown = new Set<Module>(modules.slice(0, 1));
  const counts = new Map<Module, number>();
  // Reading order has owners before what they own, so that the inner ones are known first.
  for (const module of modules.toReversed()) {
    const { flow, position } = module;
    const around = [module, flow.modules[position - 1], flow.modules[position + 1]];
    if (around.some(isMarked) || flowsOf(module).some(({ pointer }) => marks.has(pointer))) shown.add(module);
    const count = (counts.get(module) ?? 0) + 1;
    counts.set(module, count);
    if (flow.owner === undefined) continue;
    counts.set(flow.owner, (counts.get(flow.owner) ?? 0) + count);
    if (shown.has(module)) shown.add(flow.owner);
  }
  return (flow) => {
    const runs: Run[] = [];
    for (const module of flow.modules) {
      const run = runs.at(-1);
      if (run && !shown.has(run[0]) && !shown.has(module)) run.push(module);
      else runs.push([module]);
    }
    return runs.map((run) => {
      const count = run.reduce((sum, module) => sum + (counts.get(module) ?? 0), 0);
      const isFolded = count > 1 && run.every((module) => !shown.has(module));
      return entryOf(run, count, isFolded);
    });
  };
}

function entryOf(modules: Run, count: number, isFolded: boolean): Entry {
  const [first] = modules;
  return { first, last: modules.at(-1) ?? first, modules, count, isFolded };
}

const flowsOf = ({ routes, branches, tools }: Module): readonly Flow[] => [...routes, ...branches, ...tools];
