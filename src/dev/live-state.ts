// What is shown after each build: what was built, and of what could not be, how it was when it could.

import { createReport } from "../lint/report.ts";
import type { Build, BuiltView } from "../load/build-views.ts";

export interface LiveView extends BuiltView {
  /** It is as it was before: what its file says now cannot be compiled or read. */
  readonly isStale: boolean;
}

export interface LiveState extends Omit<Build, "views"> {
  /** By file and name, so that the forms of one scenario stand together. */
  readonly views: readonly LiveView[];
}

export const BEGINNING: LiveState = {
  views: [],
  problems: [],
  failed: [],
  report: createReport([], 0),
  written: [],
  leftOver: [],
};

/** The state after a build. What is missing in it is gone, unless its file could not be built. */
export function nextState(before: LiveState, { views, ...build }: Build): LiveState {
  const built = new Set(views.map(({ path }) => path));
  const kept = before.views.filter(({ path, file }) => !built.has(path) && build.failed.includes(file));
  const all = [
    ...views.map((view) => ({ ...view, isStale: false })),
    ...kept.map((view) => ({ ...view, isStale: true })),
  ];
  return { ...build, views: all.sort(byScenario) };
}

function byScenario(a: LiveView, b: LiveView): number {
  return compare(a.file, b.file) || compare(a.name, b.name) || compare(a.environment ?? "", b.environment ?? "");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
