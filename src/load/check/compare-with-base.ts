// What is different from where the branches parted. The state of that time is checked as a whole, by its own
// configuration, and compared with that of today.

import { relative, resolve } from "node:path";
import { compareFindings } from "../../check/compare-findings.ts";
import type { BaseComparison, ChangedScenario } from "../../check/report.ts";
import type { ReportedFinding } from "../../lint/report.ts";
import { rules } from "../../lint/rules.generated.ts";
import { suppressionRules } from "../../lint/suppression-rules.ts";
import { shownPath } from "../find-files.ts";
import { type FoundChange, findChanges } from "../git/changed-scenarios.ts";
import { withGitStates } from "../git/git-states.ts";
import { stateAtBase } from "../git/state-at-base.ts";
import { type Owner, ownersIn } from "../lint/finding-owners.ts";
import type { CheckFilesOptions } from "./check-files.ts";
import type { CheckedState } from "./check-state.ts";

/** Compares a state with the one in which the branch and `ref` parted. */
export async function compareWithBase(
  ref: string,
  patterns: readonly string[],
  after: CheckedState,
  options: CheckFilesOptions,
): Promise<BaseComparison> {
  const { cwd, out } = options;
  return withGitStates(`${ref}...`, [], { cwd, out, flag: "--base", whole: true }, async (pairs, base) => {
    const before = await stateAtBase(base, patterns, options);
    const { problems } = before;
    const renamed = new Map(pairs.flatMap(({ before: was, after: is }) => (was && is ? [[was.file, is.file]] : [])));
    /** What a file of the base is called today. */
    const nameNow = (file: string): string => renamed.get(file) ?? resolve(cwd, relative(base.cwd, file));
    const failed = new Set([...failuresIn(after), ...failuresIn(before).map(nameNow)]);
    // A state of which nothing is known is compared with nothing.
    const isComparable = (file: string): boolean =>
      !failed.has(file) && (problems.length === 0 || before.files.length > 0);

    const ownerThen = ownersIn(before, base.cwd, nameNow);
    const ownerNow = ownersIn(after, cwd);
    const { fresh, gone } = compareFindings(
      { findings: comparable(before.report.findings, ownerThen), originOf: (finding) => ownerThen(finding).key },
      { findings: comparable(after.report.findings, ownerNow), originOf: (finding) => ownerNow(finding).key },
    );
    const changes = await findChanges(
      pairs
        .filter((pair) => isComparable(pair.after?.file ?? nameNow(pair.before?.file ?? "")))
        .map((pair) =>
          pair.before ? { ...pair, before: { ...pair.before, path: shownThen(pair.before.file) } } : pair,
        ),
      { before, after },
    );
    return {
      ref,
      commit: base.commit,
      scenarios: changes.map((change): ChangedScenario => {
        const { file, credits, path, isGone } = change;
        const mine = { ...change, path: isGone ? nameNow(path) : path };
        return {
          file,
          credits,
          newFindings: fresh.filter((finding) => isOf(ownerNow(finding), mine)).length,
          goneFindings: gone.filter((finding) => isOf(ownerThen(finding), mine)).length,
        };
      }),
      newFindings: fresh,
      goneFindings: gone,
      suppressedBefore: before.report.summary.suppressed,
      problems,
    };

    /** Everybody knows of which state it is. */
    function shownThen(file: string): string {
      return shownPath(resolve(cwd, relative(base.cwd, file)), cwd);
    }

    function comparable(
      findings: readonly ReportedFinding[],
      ownerOf: (finding: ReportedFinding) => Owner,
    ): readonly ReportedFinding[] {
      // What could not be checked for in both states is neither new nor gone.
      return findings.filter(
        (finding) => isComparable(ownerOf(finding).file) && (failed.size === 0 || !NEEDS_ALL.has(finding.rule)),
      );
    }
  });
}

/** What is found only where all scenarios can be looked at. */
const NEEDS_ALL: ReadonlySet<string> = new Set(
  [...rules.filter(({ project }) => project), ...suppressionRules].map(({ id }) => id),
);

/** Files of which not everything could be read or compiled. */
const failuresIn = ({ compilation, problems, files }: CheckedState): readonly string[] => [
  ...compilation.failed,
  ...problems.flatMap(({ path }) => (path === undefined || files.includes(path) ? [] : [path])),
];

const isOf = ({ file, scenario }: Owner, { path, file: { isOneOfSeveral, diff } }: FoundChange): boolean =>
  file === path && (!isOneOfSeveral || scenario === diff.name);
