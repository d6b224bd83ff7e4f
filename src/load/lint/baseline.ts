import { dirname, join, resolve } from "node:path";
import { findUpward } from "../find-upward.ts";
import type { BaselineOptions, BaselineRun } from "./baseline-run.ts";
import type { LintSettings } from "./lint-settings.ts";

export const BASELINE_NAME = "cyanotype.baseline.json";

/** The baseline of a run, if there is one. Without one, nothing of it is loaded. */
export async function baselineOf(
  options: BaselineOptions,
  run: { readonly cwd: string; readonly settings: LintSettings },
): Promise<BaselineRun | undefined> {
  const file = placeOf(options, run);
  if (file === undefined) return undefined;
  const { openBaseline } = await import("./baseline-run.ts");
  return openBaseline(file, options, run);
}

function placeOf(
  { file, write }: BaselineOptions,
  { cwd, settings: { configuration } }: { readonly cwd: string; readonly settings: LintSettings },
): string | undefined {
  if (typeof write === "string") return resolve(cwd, write);
  if (typeof file === "string") return resolve(cwd, file);
  if (file === false && write === undefined) return undefined;
  const found = findUpward(cwd, [BASELINE_NAME]);
  if (found !== undefined || write === undefined) return found;
  return join(configuration ? dirname(configuration.path) : cwd, BASELINE_NAME);
}
