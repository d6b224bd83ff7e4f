import type { Severity } from "../diagnostics/diagnostic.ts";

const RANKS: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** The higher, the worse. */
export const rankOf = (severity: Severity): number => RANKS[severity];

/** Whether a finding of a severity makes a run fail. */
export const failsFrom =
  (failOn: Severity) =>
  (severity: Severity): boolean =>
    rankOf(severity) >= rankOf(failOn);
