// A state of a repository in a folder: a commit is written to one of its own.

import { existsSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { isAbsolute, join, sep } from "node:path";
import { isScenarioFile } from "../find-files.ts";
import { isInside } from "../is-inside.ts";
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
  const tracked = pathsIn(await runGit(top, ["ls-files", "--stage", "-z"], { env })).map((line) => ({
    path: line.slice(line.indexOf("\t") + 1),
    isLink: line.startsWith(LINK),
  }));
  const compared = new Set(wanted);
  // What a link leads to may be anywhere.
  const withOthers =
    whole || wanted.some(isScenarioFile) || tracked.some(({ path, isLink }) => isLink && compared.has(path));
  const written = tracked.filter(
    ({ path, isLink }) =>
      compared.has(path) || (withOthers && (isLink || MAY_BE_USED.test(path) || path.endsWith(".json"))),
  );
  // A link could lead out of the folder: it is written as the text that it is to Git, and then looked at.
  const write = ["-c", "core.symlinks=false", "checkout-index", "-z", "--stdin", `--prefix=${folder}${sep}`];
  await runGit(top, write, { env, input: written.map(({ path }) => path).join("\0") });
  makeLinks(
    written.filter(({ isLink }) => isLink).map(({ path }) => join(folder, path)),
    folder,
  );
  const packages = join(top, "node_modules");
  if (withOthers && existsSync(packages)) symlinkSync(packages, join(folder, "node_modules"), "junction");
}

/** How a line of Git's list begins that is about a link. */
const LINK = "120000 ";

/** Makes links of the texts that Git wrote for them, as far as they lead to something in the folder. */
function makeLinks(paths: readonly string[], folder: string): void {
  const links = paths.map((path) => ({ path, target: readFileSync(path, "utf8") }));
  const made = links.filter(({ path, target }) => {
    if (isAbsolute(target)) return false;
    rmSync(path);
    try {
      symlinkSync(target, path);
    } catch {
      // Not every system lets everybody make one.
      writeFileSync(path, target);
      return false;
    }
    return true;
  });
  for (const { path, target } of made) {
    if (leadsInto(path, folder)) continue;
    rmSync(path);
    writeFileSync(path, target);
  }
}

function leadsInto(path: string, folder: string): boolean {
  try {
    return isInside(realpathSync(path), folder);
  } catch {
    return false;
  }
}
