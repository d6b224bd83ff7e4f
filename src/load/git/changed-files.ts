// Which files differ from another state of the repository: Git is asked, in the words of its own command.

import { basename, dirname, resolve } from "node:path";
import { isScenarioFile } from "../find-files.ts";
import { realPathOf } from "../real-path.ts";
import { withLocalImports } from "../scenarios/local-imports.ts";
import { commitOf, mergeBase, runGit, topFolder } from "./git.ts";

const FOR = "`--changed` compares with a state that Git knows";

/**
 * Tells whether a file differs from where it and `ref` last had the same history: committed or not, staged or not, new,
 * renamed or untracked. A scenario counts as changed with anything that it is printed from.
 */
export async function changedSince(ref: string, cwd: string): Promise<(file: string) => boolean> {
  const top = await topFolder(cwd, FOR);
  const base = await mergeBase(cwd, await commitOf(cwd, ref), ref);
  const listed = await Promise.all([
    // What was renamed counts as new: it is looked at under its new name.
    runGit(top, ["diff", "--name-only", "--no-renames", "--no-ext-diff", "--diff-filter=d", "-z", base, "--"]),
    runGit(top, ["ls-files", "--others", "--exclude-standard", "-z"]),
  ]);
  const names = listed.flatMap((text) => text.split("\0").filter((name) => name !== ""));
  const changed = new Set(names.map((name) => resolve(top, name)));
  const isChanged = (file: string): boolean => changed.has(file) || changed.has(realPathOf(file));
  return (file) => isChanged(file) || (isScenarioFile(file) && isPrintedFromChanges(file, changed, isChanged));
}

/** What a scenario imports, its environments, and what the editor knows of it. */
function isPrintedFromChanges(
  file: string,
  changed: ReadonlySet<string>,
  isChanged: (file: string) => boolean,
): boolean {
  const real = realPathOf(file);
  const folder = dirname(real);
  const editor = resolve(folder, `${basename(real).replace(/\.scenario\.ts$/u, "")}.editor.json`);
  const environments = resolve(folder, "environments");
  const beside = [...changed].some((path) => path === editor || dirname(path) === environments);
  return beside || [...withLocalImports(real)].some(isChanged);
}
