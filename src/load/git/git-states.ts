// Files in two states of a repository: as they are, and as a commit has them. What a commit has is written to a folder
// of its own for as long as it is compared, because a scenario needs the files that it imports.

import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { FilePair } from "../diff/diff-files.ts";
import { collectProblems } from "../diff/diff-side.ts";
import { looksLikeBlueprint, shownPath } from "../find-files.ts";
import { commitOf, mergeBase, topFolder } from "./git.ts";
import { type Entry, findEntries } from "./git-entries.ts";
import { type State, writeState } from "./git-state.ts";

export interface GitStatesOptions {
  readonly cwd: string;
  readonly out: string;
  /** What a person wrote to compare. */
  readonly flag?: "--git" | "--base";
  /** Whether the earlier state is needed as a whole, and not only what differs. */
  readonly whole?: boolean;
}

/** Where the earlier state is. */
export interface EarlierState {
  readonly commit: string;
  /** The folder of the repository, today and in that state. */
  readonly topNow: string;
  readonly top: string;
  /** What the current folder, and that for blueprints, are in it. */
  readonly cwd: string;
  readonly out: string;
}

/** Finds the files that differ and hands them over in both states. They are gone when `use` is done. */
export async function withGitStates<T extends { readonly problems: readonly Problem[] }>(
  revision: string,
  patterns: readonly string[],
  { cwd, out, flag = "--git", whole = false }: GitStatesOptions,
  use: (pairs: readonly FilePair[], before: EarlierState) => Promise<T>,
): Promise<T> {
  const top = realpathSync(await topFolder(cwd, `\`${flag}\` compares with a state that Git knows`));
  const { before, after } = await statesOf(revision, cwd);
  const folders = [before, ...(after ? [after] : [])].map(() =>
    mkdtempSync(join(realpathSync(tmpdir()), "cyanotype-diff-")),
  );
  const [folder = top, otherFolder = top] = folders;
  const states = {
    before: { ...before, folder },
    after: after ? { ...after, folder: otherFolder } : { folder: top, name: undefined, commit: undefined },
  };
  const remove = (): void => {
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  };
  // Nothing is left behind; then the signal does what it would have done.
  const interrupted = (signal: NodeJS.Signals): void => {
    remove();
    process.off(signal, interrupted);
    process.kill(process.pid, signal);
  };
  process.on("SIGINT", interrupted).on("SIGTERM", interrupted);
  try {
    const found = await findEntries(states, patterns, { cwd, allScenarios: whole });
    for (const state of [states.before, states.after]) {
      const wanted = found.flatMap(({ entry }) => [entry.before ?? [], entry.after ?? []].flat());
      if (state.commit !== undefined) await writeState(state, wanted, top, whole && state === states.before);
    }
    const pairs: FilePair[] = [];
    for (const { entry, isChanged } of found) {
      const pair = { ...pairOf(entry), isChanged };
      if (await isWanted(pair)) pairs.push(pair);
    }
    const result = await use(pairs, {
      commit: before.commit ?? "",
      topNow: top,
      top: folder,
      cwd: resolve(folder, relative(top, realpathSync(cwd))),
      out: placeOf(folder),
    });
    return { ...result, problems: result.problems.map(inWordsOfGit) };
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    remove();
  }

  /** The folder for blueprints in a state; one outside of the repository is the same in all of them. */
  function placeOf(at: string): string {
    const printed = relative(top, resolve(realpathSync(cwd), out));
    return printed.startsWith("..") ? resolve(cwd, out) : resolve(at, printed);
  }

  function pairOf({ before: was, after: is }: Entry): Omit<FilePair, "isChanged"> {
    return {
      ...(was === undefined ? {} : { before: stateOf(states.before, was) }),
      ...(is === undefined ? {} : { after: stateOf(states.after, is) }),
    };
  }

  function stateOf({ folder: at, name }: State, path: string): NonNullable<FilePair["before"]> {
    const shown = shownPath(resolve(top, path), cwd);
    return { file: resolve(at, path), path: name === undefined ? shown : `${name}:${shown}`, out: placeOf(at) };
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

/** Other JSON lies beside blueprints: settings, packages, records. */
async function isWanted({ before, after }: FilePair): Promise<boolean> {
  for (const state of [before, after]) if (state && (await looksLikeBlueprint(state.file))) return true;
  return false;
}
