import type { Severity } from "../diagnostics/diagnostic.ts";
import { moduleAt } from "../model/module-at.ts";
import type { Scenario } from "../model/scenario.ts";
import type { FindingMark } from "./svg-module.ts";

/** What is needed of a finding to mark it. */
export interface MarkedFinding {
  readonly pointer: string;
  readonly severity: Severity;
  readonly message: string;
}

const RANKS: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** A mark for each module that something is said about, by its pointer; what is about no module is at the empty one. */
export function findingMarks(scenario: Scenario, findings: readonly MarkedFinding[]): ReadonlyMap<string, FindingMark> {
  const marks = new Map<string, FindingMark>();
  for (const { pointer, severity, message } of findings) {
    const at = moduleAt(scenario, pointer)?.pointer ?? "";
    const mark = marks.get(at);
    const isWorse = mark === undefined || RANKS[severity] > RANKS[mark.severity];
    marks.set(at, { ...(isWorse ? { severity, message } : mark), count: (mark?.count ?? 0) + 1 });
  }
  return marks;
}
