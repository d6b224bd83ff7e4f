// What has changed between two files, or between files and another state of their repository.

import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { diffScenarios } from "../../diff/diff.ts";
import type { DrawableDiff } from "../../diff/formats/drawn-change.ts";
import { isUnchanged } from "../../diff/formats/format.ts";
import { createPatch, type PatchOperation } from "../../diff/json-patch.ts";
import { mergeStates } from "../../diff/merge-scenarios.ts";
import { covered } from "../../lint/secrets.ts";
import { quote } from "../../util/quote.ts";
import { writeJson } from "../../util/write-json.ts";
import { isScenarioFile, shownPath } from "../find-files.ts";
import { collectProblems, type DiffSide, pairSides, readSides, type SidePair } from "./diff-side.ts";

export interface DiffFilesOptions {
  readonly cwd: string;
  /** Where scenarios are printed to: their steps keep their ids by what is there. */
  readonly out: string;
  readonly env?: string;
  /** Whether what only the editor needs counts as well. */
  readonly all: boolean;
}

/** A scenario in two states, and how to make a picture or a patch of it. */
export interface DiffedFile extends DrawableDiff {
  /** What the files are called that a scenario is printed to, in both states. */
  readonly printedAs: readonly string[];
  /** What turns one document into the other. Throws a `ProblemError` when it would hold a secret. */
  readonly patch: () => readonly PatchOperation[];
}

export interface DiffedFiles {
  readonly files: readonly DiffedFile[];
  /** Why others could not be compared. */
  readonly problems: readonly Problem[];
}

/** A file in both states, or in one of them. */
export interface FilePair {
  readonly before?: FileState;
  readonly after?: FileState;
  /** Whether the file itself has changed, and not only what it may be printed from. */
  readonly isChanged: boolean;
}

interface FileState {
  /** Absolute. */
  readonly file: string;
  /** As people read it. */
  readonly path: string;
  readonly out: string;
}

/** Compares two files. */
export async function diffTwoFiles(names: readonly [string, string], options: DiffFilesOptions): Promise<DiffedFiles> {
  const { cwd, out } = options;
  const [before, after] = (await collectProblems(names.map((name) => async () => stateOf(name)))) as [
    FileState,
    FileState,
  ];
  return diffPairs([{ before, after, isChanged: true }], options);

  function stateOf(name: string): FileState {
    const file = resolve(cwd, name);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) {
      throw new ProblemError([{ path: name, message: "There is no such file", help: `Looked in ${cwd}` }]);
    }
    if (found.isDirectory()) {
      throw new ProblemError([
        {
          path: name,
          message: "This is a folder, and two files are compared",
          help: "Give two files; `--git <revision>` compares a folder with another state of the repository",
        },
      ]);
    }
    return { file, path: shownPath(file, cwd), out: resolve(cwd, out) };
  }
}

/** Compares files as they are with a state that Git knows, or two such states. */
export async function diffWithGit(
  revision: string,
  patterns: readonly string[],
  options: DiffFilesOptions,
): Promise<DiffedFiles> {
  const { withGitStates } = await import("../git/git-states.ts");
  return withGitStates(revision, patterns, options, (pairs) => diffPairs(pairs, options));
}

/**
 * Files that cannot be read do not keep the others from being compared. What has changed in a scenario is told once, and
 * not for the files as well that are printed from it.
 */
async function diffPairs(pairs: readonly FilePair[], options: DiffFilesOptions): Promise<DiffedFiles> {
  const found = new Map<FilePair, readonly DiffedFile[]>();
  const problems: Problem[] = [];
  const told = new Set<string>();
  for (const pair of [...pairs.filter(isOfScenarios), ...pairs.filter((each) => !isOfScenarios(each))]) {
    if (isPrintedAs(told, pair)) continue;
    try {
      const files = await diffPair(pair, options);
      found.set(pair, files);
      for (const file of files) for (const name of isUnchanged(file) ? [] : file.printedAs) told.add(name);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { files: pairs.flatMap((pair) => found.get(pair) ?? []), problems };
}

const isOfScenarios = ({ before, after }: FilePair): boolean => isScenarioFile((after ?? before)?.file ?? "");

/** Whether one of these scenarios is printed to a file: each environment has a folder of its own. */
function isPrintedAs(names: ReadonlySet<string>, { before, after }: FilePair): boolean {
  const { file, out } = after ?? before ?? { file: "", out: "" };
  return dirname(dirname(file)) === out && names.has(basename(file));
}

async function diffPair(pair: FilePair, options: DiffFilesOptions): Promise<readonly DiffedFile[]> {
  const read = (state: FileState | undefined) => async (): Promise<readonly DiffSide[]> =>
    state === undefined
      ? []
      : readSides(state.file, { out: state.out, ...(options.env === undefined ? {} : { env: options.env }) });
  const [before = [], after = []] = await collectProblems([read(pair.before), read(pair.after)]);
  const sides = pair.before && pair.after && !pair.before.file.endsWith(".ts") ? onlyOf(before, after) : undefined;
  const all = (sides ?? pairSides(before, after)).map((each) => diffSides(each, pair, options));
  const different = all.filter((file) => !isUnchanged(file));
  if (different.length > 0) return different.map((file) => ({ ...file, isOneOfSeveral: all.length > 1 }));
  return pair.isChanged ? all.slice(0, 1) : [];

  /** A blueprint is compared with the scenario of its name in a file of several. */
  function onlyOf([own, ...more]: readonly DiffSide[], others: readonly DiffSide[]): readonly SidePair[] | undefined {
    if (own === undefined || more.length > 0 || others.length < 2) return undefined;
    const other = others.find(({ scenario }) => scenario.name === own.scenario.name);
    if (other) return [[own, other]];
    throw new ProblemError([
      {
        path: pair.after?.path ?? "",
        message: `The file exports no scenario with the name ${quote(own.scenario.name)}`,
        help: `It has ${others.map(({ scenario }) => quote(scenario.name)).join(", ")}`,
      },
    ]);
  }
}

/** Compares a scenario in both of its states. */
export function diffSides(
  [before, after]: SidePair,
  pair: Pick<FilePair, "before" | "after">,
  { all }: Pick<DiffFilesOptions, "all">,
): DiffedFile {
  const secrets = [...(before?.secrets ?? []), ...(after?.secrets ?? [])].sort((a, b) => b.length - a.length);
  const cover = (text: string): string => covered(text, secrets);
  return {
    ...(before && pair.before ? { before: pair.before.path } : {}),
    ...(after && pair.after ? { after: pair.after.path } : {}),
    printedAs: [before?.printedAs, after?.printedAs].filter((name) => name !== undefined),
    diff: diffScenarios(before, after, { all, cover }),
    cover,
    merged: () => mergeStates(before, after),
    patch: () => {
      const patch = createPatch(before?.json ?? null, after?.json ?? null);
      const text = writeJson(patch);
      if (cover(text) === text) return patch;
      throw new ProblemError([
        {
          path: pair.after?.path ?? pair.before?.path ?? "",
          message: "The patch would hold a key, a token or a password in plain text",
          help: "The other formats cover it; `cyanotype explain literal-secret` tells where it belongs",
        },
      ]);
    },
  };
}
