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

/** What became of the baseline, in a line; nothing when it is as it was. `prune` is what takes out findings. */
export function describeBaseline(
  { path, recorded, gone, pruned }: BaselineOutcome,
  prune = "--prune-baseline",
): string {
  if (recorded === "refused") return `${path} was not written, because not every file could be checked\n`;
  if (recorded !== undefined) return `${count(recorded, "finding")} recorded in ${path}\n`;
  if (gone === 0) return "";
  const findings = `${count(gone, "finding")} of ${path}`;
  return pruned
    ? `${findings} taken out\n`
    : `${findings} ${gone === 1 ? "is" : "are"} found no more; take ${gone === 1 ? "it" : "them"} out with ${prune}\n`;
}
