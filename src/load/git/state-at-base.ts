import { existsSync, mkdirSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import type { CheckFilesOptions } from "../check/check-files.ts";
import { type CheckedState, checkState, NOTHING_CHECKED } from "../check/check-state.ts";
import { findFiles, looksLikeBlueprint, SCENARIO_ENDING } from "../find-files.ts";
import type { EarlierState } from "./git-states.ts";

/** Checks an earlier state as it is checked today, by the configuration and the baseline of that time. */
export async function stateAtBase(
  base: EarlierState,
  patterns: readonly string[],
  options: CheckFilesOptions,
): Promise<CheckedState> {
  const { onProgress: _, config, baseline, ...others } = options;
  // The current folder may be new.
  mkdirSync(base.cwd, { recursive: true });
  const wanted = await matching((patterns.length === 0 ? ["."] : patterns).map(thenOf));
  if (wanted.length === 0) return NOTHING_CHECKED;
  return checkState(wanted, {
    ...others,
    cwd: base.cwd,
    out: base.out,
    fingerprints: true,
    ...(config === undefined ? {} : { config: fileThen(config) }),
    baseline: typeof baseline?.file === "string" ? { file: fileThen(baseline.file) } : (baseline ?? {}),
  });

  /** A path, or a pattern, in the folder of the earlier state; what is outside of the repository stays. */
  function thenOf(path: string): string {
    if (!isAbsolute(path)) return path;
    const inside = relative(base.topNow, path);
    return inside.startsWith("..") ? path : join(base.top, inside);
  }

  /** A file of that time; one that was not there yet is taken as it is. */
  function fileThen(path: string): string {
    const now = resolve(options.cwd, path);
    const then = thenOf(now);
    return existsSync(then) ? then : now;
  }

  /** What matches nothing was not there yet. */
  async function matching(all: readonly string[]): Promise<readonly string[]> {
    const inFolders = ["**/*.json", `**/*${SCENARIO_ENDING}`];
    const found: string[] = [];
    for (const pattern of all) {
      try {
        await findFiles([pattern], { cwd: base.cwd, inFolders, wanted: looksLikeBlueprint });
        found.push(pattern);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    }
    return found;
  }
}
