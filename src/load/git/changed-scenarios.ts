// Which scenarios are different in two states that were checked, and what they cost in each.

import type { Cost } from "../../check/report.ts";
import { isUnchanged } from "../../diff/formats/format.ts";
import { estimateCredits } from "../../lint/credits.ts";
import type { CheckedState } from "../check/check-state.ts";
import type { PrintedScenario } from "../compile-files.ts";
import { type DiffedFile, diffSides, type FilePair } from "../diff/diff-files.ts";
import { type DiffSide, pairSides, readSides } from "../diff/diff-side.ts";
import { printedSide } from "../diff/printed-side.ts";
import { isScenarioFile } from "../find-files.ts";

export interface FoundChange {
  readonly file: DiffedFile;
  /** The file, absolute: that of the earlier state when it is gone. */
  readonly path: string;
  readonly isGone: boolean;
  readonly credits: { readonly before?: Cost; readonly after?: Cost };
}

interface States {
  readonly before: CheckedState;
  readonly after: CheckedState;
}

type Sides = readonly DiffSide[];

/** Finds the scenarios that differ, among files that may. Only what was checked is looked at. */
export async function findChanges(pairs: readonly FilePair[], states: States): Promise<readonly FoundChange[]> {
  const checked = { before: new Set(states.before.files), after: new Set(states.after.files) };
  const changes: FoundChange[] = [];
  for (const pair of pairs) {
    const before = pair.before && checked.before.has(pair.before.file) ? pair.before : undefined;
    const after = pair.after && checked.after.has(pair.after.file) ? pair.after : undefined;
    // One that is still there was not checked for a reason.
    if (pair.after ? after === undefined : before === undefined) continue;
    const path = (after ?? before)?.file ?? "";
    const files = { ...(before ? { before } : {}), ...(after ? { after } : {}) };
    for (const [was, is] of isScenarioFile(path) ? printedStates(files, states) : [await blueprintStates(files)]) {
      const all = pairSides(was, is).map((sides) => ({ sides, file: diffSides(sides, files, { all: false }) }));
      const different = all.filter(({ file }) => !isUnchanged(file));
      changes.push(
        ...different.map(({ sides: [earlier, later], file }) => ({
          file: { ...file, isOneOfSeveral: all.length > 1 },
          path,
          isGone: after === undefined,
          credits: {
            ...(earlier ? { before: costOf(earlier, states.before) } : {}),
            ...(later ? { after: costOf(later, states.after) } : {}),
          },
        })),
      );
      // What differs is the same in most environments: it is told for the first one that has it.
      if (different.length > 0) break;
    }
  }
  return changes;
}

const blueprintStates = async ({ before, after }: Omit<FilePair, "isChanged">): Promise<readonly [Sides, Sides]> => [
  before ? await readSides(before.file, before) : [],
  after ? await readSides(after.file, after) : [],
];

/** What a file of scenarios prints in both states, for each environment in which that is not the same. */
function* printedStates(
  { before, after }: Omit<FilePair, "isChanged">,
  states: States,
): Generator<readonly [Sides, Sides]> {
  const was = printedFrom(before?.file, states.before);
  const is = printedFrom(after?.file, states.after);
  const both = [...is.keys()].filter((environment) => was.has(environment));
  // Where the environments have other names, there is nothing better than the first ones.
  const names = both.length > 0 ? both.map((name) => [name, name]) : [[[...was.keys()][0], [...is.keys()][0]]];
  for (const [then, now] of names) {
    const [earlier, later] = [was.get(then ?? "") ?? [], is.get(now ?? "") ?? []];
    if (textOf(earlier) !== textOf(later)) yield [earlier.map(printedSide), later.map(printedSide)];
  }
}

function printedFrom(
  file: string | undefined,
  { compilation }: CheckedState,
): ReadonlyMap<string, readonly PrintedScenario[]> {
  const byEnvironment = new Map<string, PrintedScenario[]>();
  for (const printed of compilation.printed) {
    if (printed.file.path !== file) continue;
    const same = byEnvironment.get(printed.environment.name);
    if (same) same.push(printed);
    else byEnvironment.set(printed.environment.name, [printed]);
  }
  return byEnvironment;
}

const textOf = (printed: readonly PrintedScenario[]): string =>
  printed.map(({ text, deployment }) => `${text}${deployment?.text}`).join("\n");

function costOf({ scenario }: DiffSide, { catalog }: CheckedState): Cost {
  const { perRun, perMonth, unknown } = estimateCredits(scenario, catalog);
  return { perRun, ...(perMonth ? { perMonth } : {}), unknown: unknown.length };
}
