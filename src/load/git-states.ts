// Files in two states of a repository: as they are, and as a commit has them. What a commit has is written to a folder
// of its own for as long as it is compared, because a scenario needs the files that it imports.

import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import type { DiffedFiles, DiffFilesOptions, FilePair } from "./diff-files.ts";
import { collectProblems } from "./diff-side.ts";
import { isScenarioFile, looksLikeBlueprint, shownPath } from "./find-files.ts";
import { commitOf, mergeBase, runGit, topFolder } from "./git.ts";

/** A state of the repository in a folder. */
interface State {
  readonly folder: string;
  /** What people call it; nothing for the files as they are. */
  readonly name: string | undefined;
  readonly commit: string | undefined;
}

/** A file that differs; paths are those in the repository. */
interface Entry {
  readonly before?: string;
  readonly after?: string;
}

/** Finds the files that differ and hands them over in both states. They are gone when `use` is done. */
export async function withGitStates(
  revision: string,
  patterns: readonly string[],
  { cwd, out }: Pick<DiffFilesOptions, "cwd" | "out">,
  use: (pairs: readonly FilePair[]) => Promise<DiffedFiles>,
): Promise<DiffedFiles> {
  const top = realpathSync(await topFolder(cwd, "`--git` compares with a state that Git knows"));
  const { before, after } = await statesOf(revision, cwd);
  const folders = [before, ...(after ? [after] : [])].map(() =>
    mkdtempSync(join(realpathSync(tmpdir()), "cyanotype-diff-")),
  );
  const [folder = top, otherFolder = top] = folders;
  const states = {
    before: { ...before, folder },
    after: after ? { ...after, folder: otherFolder } : { folder: top, name: undefined, commit: undefined },
  };
  try {
    const found = await findEntries(states, patterns, cwd);
    for (const state of [states.before, states.after]) {
      const wanted = found.flatMap(({ entry }) => [entry.before ?? [], entry.after ?? []].flat());
      if (state.commit !== undefined) await writeState(state, wanted, top);
    }
    const pairs: FilePair[] = [];
    for (const { entry, isChanged } of found) {
      const pair = { ...pairOf(entry), isChanged };
      if (await isWanted(pair)) pairs.push(pair);
    }
    const { files, problems } = await use(pairs);
    return { files, problems: problems.map(inWordsOfGit) };
  } finally {
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  }

  function pairOf({ before: was, after: is }: Entry): Omit<FilePair, "isChanged"> {
    return {
      ...(was === undefined ? {} : { before: stateOf(states.before, was) }),
      ...(is === undefined ? {} : { after: stateOf(states.after, is) }),
    };
  }

  function stateOf({ folder: at, name }: State, path: string): NonNullable<FilePair["before"]> {
    const shown = shownPath(resolve(top, path), cwd);
    const printed = relative(top, resolve(realpathSync(cwd), out));
    return {
      file: resolve(at, path),
      path: name === undefined ? shown : `${name}:${shown}`,
      out: printed.startsWith("..") ? resolve(cwd, out) : resolve(at, printed),
    };
  }

  /** Nobody knows the folders that a state was written to. */
  function inWordsOfGit(problem: Problem): Problem {
    const inWords = (text: string): string =>
      [states.before, states.after].reduce(
        (words, { folder: at, name }) => (name === undefined ? words : words.replaceAll(`${at}${sep}`, `${name}:`)),
        text,
      );
    const { path, span: _, ...rest } = problem;
    const isOurs = path !== undefined && inWords(path) !== path;
    return {
      // The line could not be shown: the file is gone by then.
      ...(isOurs ? rest : problem),
      message: inWords(isOurs && problem.span ? `${problem.message} (line ${problem.span.line})` : problem.message),
      ...(path === undefined ? {} : { path: inWords(path) }),
      ...(problem.help === undefined ? {} : { help: inWords(problem.help) }),
    };
  }
}

/**
 * `main` is that commit against the files as they are, `main...` where the branches parted; `a..b` and `a...b` are two
 * commits, as Git has it.
 */
async function statesOf(
  revision: string,
  cwd: string,
): Promise<{ readonly before: Omit<State, "folder">; readonly after: Omit<State, "folder"> | undefined }> {
  const [, from = revision, dots = "", to = ""] = /^(.*?)(\.{2,3})(.*)$/u.exec(revision) ?? [];
  const name = from === "" ? "HEAD" : from;
  const [commit, other] = (await collectProblems(
    [name, ...(to === "" ? [] : [to])].map((ref) => () => commitOf(cwd, ref)),
  )) as [string, string?];
  const base = dots === "..." ? await mergeBase(cwd, commit, name, other) : commit;
  return {
    before: { name: base === commit ? name : base.slice(0, 10), commit: base },
    after: other === undefined ? undefined : { name: to, commit: other },
  };
}

interface FoundEntry {
  readonly entry: Entry;
  readonly isChanged: boolean;
}

/** What a scenario may be printed from besides its own file. */
const MAY_BE_USED = /\.(?:[cm]?[jt]s|ya?ml|editor\.json)$/u;

async function findEntries(
  { before, after }: { readonly before: State; readonly after: State },
  patterns: readonly string[],
  cwd: string,
): Promise<readonly FoundEntry[]> {
  const commits = [before.commit ?? "", ...(after.commit === undefined ? [] : [after.commit])];
  const within = ["--", ...(patterns.length === 0 ? [":/"] : patterns)];
  const diff = ["diff", "--name-status", "-M", "-z", "--no-ext-diff", ...commits];
  const others = ["ls-files", "--others", "--exclude-standard", "--full-name", "-z"];
  const isNow = after.commit === undefined;
  await refuseStrangers();

  const changed = [
    ...readStatus(await runGit(cwd, [...diff, ...within])),
    ...(isNow ? paths(await runGit(cwd, [...others, ...within])).map((path): Entry => ({ after: path })) : []),
  ].filter(({ before: was, after: is }) => isCandidate(was ?? is ?? ""));
  const used = [
    ...readStatus(await runGit(cwd, [...diff, "--", ":/"])),
    ...(isNow ? paths(await runGit(cwd, [...others, "--", ":/"])).map((path): Entry => ({ after: path })) : []),
  ].some((entry) => MAY_BE_USED.test(entry.after ?? entry.before ?? ""));
  const taken = new Set(changed.map((entry) => entry.after));
  const scenarios = used ? (await allScenarios()).filter((path) => !taken.has(path)) : [];
  return [
    ...changed.map((entry) => ({ entry, isChanged: true })),
    ...scenarios.map((path) => ({ entry: { before: path, after: path }, isChanged: false })),
  ].sort((a, b) => compare(a.entry.after ?? a.entry.before ?? "", b.entry.after ?? b.entry.before ?? ""));

  /** Scenarios that are the same, but may be printed from something that is not. */
  async function allScenarios(): Promise<readonly string[]> {
    const all = paths(await runGit(cwd, ["ls-files", "--full-name", "-z", ...within]));
    const known = new Set(
      paths(await runGit(cwd, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", before.commit ?? ""])),
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
const paths = (listed: string): readonly string[] => listed.split("\0").filter((path) => path !== "");
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `M`, `A`, `D`, … and a path; `R100` and two of them. */
function readStatus(listed: string): readonly Entry[] {
  const fields = paths(listed);
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

/** Other JSON lies beside blueprints: settings, packages, records. */
async function isWanted({ before, after }: FilePair): Promise<boolean> {
  for (const state of [before, after]) if (state && (await looksLikeBlueprint(state.file))) return true;
  return false;
}

/** Writes the files of a commit to its folder: those that are compared, and for scenarios all that they may use. */
async function writeState({ folder, commit }: State, wanted: readonly string[], top: string): Promise<void> {
  if (wanted.length === 0 || commit === undefined) return;
  const env = { GIT_INDEX_FILE: join(folder, ".cyanotype-index") };
  await runGit(top, ["read-tree", commit], { env });
  const tracked = paths(await runGit(top, ["ls-files", "-z"], { env }));
  const compared = new Set(wanted);
  const withScenarios = wanted.some(isScenarioFile);
  const written = tracked.filter(
    (path) => compared.has(path) || (withScenarios && (MAY_BE_USED.test(path) || path.endsWith(".json"))),
  );
  // A link could lead out of the folder: it is written as the text that it is to Git.
  const write = ["-c", "core.symlinks=false", "checkout-index", "-z", "--stdin", `--prefix=${folder}${sep}`];
  await runGit(top, write, { env, input: written.join("\0") });
  const packages = join(top, "node_modules");
  if (withScenarios && existsSync(packages)) symlinkSync(packages, join(folder, "node_modules"), "junction");
}
