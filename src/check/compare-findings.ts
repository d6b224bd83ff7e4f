// Which findings are new, and which are gone, against an earlier state. Findings are recognized by their fingerprints;
// of those that look the same, as many as there were are old.

import type { ReportedFinding } from "../lint/report.ts";

/** The findings of a state. */
export interface FindingsOfState {
  readonly findings: readonly ReportedFinding[];
  /** What a finding belongs to: the same for a file, or for one of its scenarios, in both states. */
  readonly originOf: (finding: ReportedFinding) => string;
}

export interface ComparedFindings {
  readonly fresh: readonly ReportedFinding[];
  readonly gone: readonly ReportedFinding[];
}

export function compareFindings(before: FindingsOfState, after: FindingsOfState): ComparedFindings {
  const old = new Map<string, ReportedFinding[]>();
  for (const finding of before.findings) {
    const key = keyOf(finding, before);
    const same = old.get(key);
    if (same) same.push(finding);
    else old.set(key, [finding]);
  }
  const fresh = after.findings.filter((finding) => old.get(keyOf(finding, after))?.shift() === undefined);
  return { fresh, gone: [...old.values()].flat() };
}

/** What is wrong with a suppression has no fingerprint: it is known by what it says. */
const keyOf = (finding: ReportedFinding, { originOf }: FindingsOfState): string =>
  JSON.stringify([originOf(finding), finding.rule, finding.fingerprint ?? finding.message]);
