import { count } from "../lint/formats/shown.ts";
import type { BaselineOptions, BaselineOutcome } from "../load/lint/baseline-run.ts";
import type { LintFlags } from "./run/lint.ts";

type BaselineFlags = Partial<Pick<LintFlags, "baseline" | "writeBaseline" | "pruneBaseline">>;

/** What the command line says of the baseline. */
export function baselineOptions({ baseline, writeBaseline, pruneBaseline }: BaselineFlags): BaselineOptions {
  return {
    ...(typeof baseline === "string" || baseline === false ? { file: baseline } : {}),
    ...(writeBaseline === true || typeof writeBaseline === "string" ? { write: writeBaseline } : {}),
    ...(pruneBaseline ? { prune: true } : {}),
  };
}

/** What became of the baseline, in a line or two; nothing when it is as it was. `prune` is what brings it up to date. */
export function describeBaseline(
  { path, recorded, gone, moved, pruned }: BaselineOutcome,
  prune = "--prune-baseline",
): string {
  if (recorded === "refused") return `${path} was not written, because not every file could be checked\n`;
  if (recorded !== undefined) return `${count(recorded, "finding")} recorded in ${path}\n`;
  return describeMoved({ path, moved, pruned }, prune) + describeGone({ path, gone, pruned }, prune);
}

function describeGone(
  { path, gone, pruned }: Pick<BaselineOutcome, "path" | "gone" | "pruned">,
  prune: string,
): string {
  if (gone === 0) return "";
  const findings = `${count(gone, "finding")} of ${path}`;
  return pruned
    ? `${findings} taken out\n`
    : `${findings} ${gone === 1 ? "is" : "are"} found no more; take ${gone === 1 ? "it" : "them"} out with ${prune}\n`;
}

function describeMoved(
  { path, moved, pruned }: Pick<BaselineOutcome, "path" | "moved" | "pruned">,
  prune: string,
): string {
  const [only] = moved;
  if (only === undefined) return "";
  if (moved.length > 1) {
    const files = `${count(moved.length, "file")} of ${path}`;
    return pruned
      ? `${files} recorded under their new paths\n`
      : `${files} have other paths now; record them with ${prune}\n`;
  }
  return pruned
    ? `${only.to} recorded in ${path}, where it was ${only.from}\n`
    : `${only.from} of ${path} is ${only.to} now; record that with ${prune}\n`;
}
