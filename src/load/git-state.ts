// A state of a repository in a folder: a commit is written to one of its own.

import { existsSync, symlinkSync } from "node:fs";
import { join, sep } from "node:path";
import { isScenarioFile } from "./find-files.ts";
import { runGit } from "./git.ts";

/** A state of the repository in a folder. */
export interface State {
  readonly folder: string;
  /** What people call it; nothing for the files as they are. */
  readonly name: string | undefined;
  readonly commit: string | undefined;
}

/** What a scenario may be printed from besides its own file. */
export const MAY_BE_USED = /\.(?:[cm]?[jt]s|ya?ml|editor\.json)$/u;

/** The paths in what Git lists with `-z`. */
export const pathsIn = (listed: string): readonly string[] => listed.split("\0").filter((path) => path !== "");

/**
 * Writes the files of a commit to its folder: those that are compared, and for scenarios, or for the whole state, all
 * that they may use.
 */
export async function writeState(
  { folder, commit }: State,
  wanted: readonly string[],
  top: string,
  whole: boolean,
): Promise<void> {
  if ((wanted.length === 0 && !whole) || commit === undefined) return;
  const env = { GIT_INDEX_FILE: join(folder, ".cyanotype-index") };
  await runGit(top, ["read-tree", commit], { env });
  const tracked = pathsIn(await runGit(top, ["ls-files", "-z"], { env }));
  const compared = new Set(wanted);
  const withScenarios = whole || wanted.some(isScenarioFile);
  const written = tracked.filter(
    (path) => compared.has(path) || (withScenarios && (MAY_BE_USED.test(path) || path.endsWith(".json"))),
  );
  // A link could lead out of the folder: it is written as the text that it is to Git.
  const write = ["-c", "core.symlinks=false", "checkout-index", "-z", "--stdin", `--prefix=${folder}${sep}`];
  await runGit(top, write, { env, input: written.join("\0") });
  const packages = join(top, "node_modules");
  if (withScenarios && existsSync(packages)) symlinkSync(packages, join(folder, "node_modules"), "junction");
}
