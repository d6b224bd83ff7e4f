// Which files differ between two states of a repository.

import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { collectProblems } from "../diff/diff-side.ts";
import { isScenarioFile } from "../find-files.ts";
import { runGit } from "./git.ts";
import { MAY_BE_USED, pathsIn, type State } from "./git-state.ts";

/** A file that differs; paths are those in the repository. */
export interface Entry {
  readonly before?: string;
  readonly after?: string;
}

export interface FoundEntry {
  readonly entry: Entry;
  readonly isChanged: boolean;
}

/**
 * Finds the files that differ, and the scenarios that may be printed from something that does: all of them, where
 * `allScenarios` is set.
 */
export async function findEntries(
  { before, after }: { readonly before: State; readonly after: State },
  patterns: readonly string[],
  { cwd, allScenarios = false }: { readonly cwd: string; readonly allScenarios?: boolean },
): Promise<readonly FoundEntry[]> {
  const commits = [before.commit ?? "", ...(after.commit === undefined ? [] : [after.commit])];
  const within = ["--", ...(patterns.length === 0 ? [":/"] : patterns)];
  const diff = ["diff", "--name-status", "-M", "-z", "--no-ext-diff", ...commits];
  const others = ["ls-files", "--others", "--exclude-standard", "--full-name", "-z"];
  const isNow = after.commit === undefined;
  await refuseStrangers();

  const changed = [
    ...readStatus(await runGit(cwd, [...diff, ...within])),
    ...(isNow ? pathsIn(await runGit(cwd, [...others, ...within])).map((path): Entry => ({ after: path })) : []),
  ].filter(({ before: was, after: is }) => isCandidate(was ?? is ?? ""));
  const taken = new Set(changed.map((entry) => entry.after));
  const scenarios =
    allScenarios || (await isAnyUsed()) ? (await knownScenarios()).filter((path) => !taken.has(path)) : [];
  return [
    ...changed.map((entry) => ({ entry, isChanged: true })),
    ...scenarios.map((path) => ({ entry: { before: path, after: path }, isChanged: false })),
  ].sort((a, b) => compare(a.entry.after ?? a.entry.before ?? "", b.entry.after ?? b.entry.before ?? ""));

  async function isAnyUsed(): Promise<boolean> {
    return [
      ...readStatus(await runGit(cwd, [...diff, "--", ":/"])),
      ...(isNow ? pathsIn(await runGit(cwd, [...others, "--", ":/"])).map((path): Entry => ({ after: path })) : []),
    ].some((entry) => MAY_BE_USED.test(entry.after ?? entry.before ?? ""));
  }

  /** Scenarios that are the same, but may be printed from something that is not. */
  async function knownScenarios(): Promise<readonly string[]> {
    const all = pathsIn(await runGit(cwd, ["ls-files", "--full-name", "-z", ...within]));
    const known = new Set(
      pathsIn(await runGit(cwd, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", before.commit ?? ""])),
    );
    return all.filter((path) => isScenarioFile(path) && known.has(path));
  }

  /** What matches nothing, now and then, was mistyped. */
  async function refuseStrangers(): Promise<void> {
    await collectProblems(
      patterns.map((pattern) => async () => {
        const tracked = await runGit(cwd, ["ls-files", `--with-tree=${before.commit}`, "-z", "--", pattern]);
        if (tracked !== "" || (await runGit(cwd, [...others, "--", pattern])) !== "") return;
        throw new ProblemError([
          {
            path: pattern,
            message: "There is no such file, neither now nor in the other state",
            help: "What Git ignores is not compared",
          },
        ]);
      }),
    );
  }
}

const isCandidate = (path: string): boolean => isScenarioFile(path) || path.endsWith(".json");
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `M`, `A`, `D`, … and a path; `R100` and two of them. */
function readStatus(listed: string): readonly Entry[] {
  const fields = pathsIn(listed);
  const entries: Entry[] = [];
  for (let at = 0; at < fields.length; ) {
    const [status = "", path = "", other = ""] = fields.slice(at, at + 3);
    const isRenamed = /^[RC]/u.test(status);
    at += isRenamed ? 3 : 2;
    if (status.startsWith("R")) entries.push({ before: path, after: other });
    else if (status.startsWith("A") || status.startsWith("C")) entries.push({ after: isRenamed ? other : path });
    else if (status.startsWith("D")) entries.push({ before: path });
    else entries.push({ before: path, after: path });
  }
  return entries;
}
