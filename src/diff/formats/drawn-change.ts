// A change as pictures show it: both states in one scenario, and what is marked in it.

import type { ChangeMark, DrawnChange } from "../../render/change-marks.ts";
import type { MergedScenario, States } from "../merge-scenarios.ts";
import { inWords, summarize } from "../summary.ts";
import { changeLines, placeOf } from "./change-lines.ts";
import type { FileDiff } from "./format.ts";

/** A difference that can be drawn. */
export interface DrawableDiff extends FileDiff {
  /** Both states in one scenario. */
  readonly merged: () => MergedScenario;
  /** Covers what nobody may see in a text. */
  readonly cover: (text: string) => string;
}

/** What a picture of a difference marks, and what it says beside it. */
export function drawnChange({ before, after, diff }: FileDiff, merged: MergedScenario): DrawnChange {
  const changes = new Map(
    diff.modules.flatMap((change) => [
      [`before ${change.before?.pointer}`, change] as const,
      [`after ${change.after?.pointer}`, change] as const,
    ]),
  );
  const marks = new Map<string, ChangeMark>();
  for (const module of merged.scenario.modules) {
    const { before: was, after: is } = merged.statesOf(module);
    const change = changes.get(is ? `after ${is.pointer}` : `before ${was?.pointer}`);
    const kind = oneSided({ before: was, after: is }) ?? change?.kind;
    const lines = change ? [...placeOf(change), ...change.changes.flatMap(changeLines)] : [];
    if (kind) marks.set(module.pointer, { kind, lines });
    for (const flow of [...module.routes, ...module.branches, ...module.tools]) {
      const flowKind = oneSided(merged.statesOfFlow(flow));
      if (flowKind) marks.set(flow.pointer, { kind: flowKind, lines: [] });
    }
  }
  const state = before === undefined ? "new, " : after === undefined ? "gone, " : "";
  return { summary: `${state}${inWords(summarize([diff]))}`, lines: diff.scenario.flatMap(changeLines), marks };
}

function oneSided({ before, after }: States<unknown>): "added" | "removed" | undefined {
  if (before === undefined && after !== undefined) return "added";
  return before !== undefined && after === undefined ? "removed" : undefined;
}
