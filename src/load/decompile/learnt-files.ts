// Files of declarations that were learnt from exports: how they are known, and what they declare.

import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { declarationsOf } from "../../catalog/catalog.ts";
import { LEARNT_MARK } from "../../catalog/learnt-mark.ts";
import type { ModuleDeclaration } from "../../catalog/module.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { readText } from "../read-text.ts";
import { authorProblem } from "../scenarios/author-error.ts";

/** A file that `modules learn` wrote. */
export interface LearntFile {
  readonly path: string;
  /** Its name without the ending. */
  readonly name: string;
  readonly text: string;
  readonly modules: readonly { readonly name: string; readonly declaration: ModuleDeclaration }[];
}

/** Whether the text of a file says that `modules learn` wrote it. */
export const isLearnt = (text: string): boolean => text.replace(/^\ufeff/u, "").startsWith(LEARNT_MARK);

/** Runs the learnt files of a folder. Other files in it are left alone; of a folder that is not there, nothing comes. */
export async function readLearntFiles(folder: string): Promise<readonly LearntFile[]> {
  const names = (await readdir(folder).catch(nothingThere)).filter((name) => name.endsWith(".ts")).sort();
  const texts: { readonly path: string; readonly text: string }[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const text = await readText(path).catch(() => "");
    if (isLearnt(text)) texts.push({ path, text });
  }
  if (texts.length === 0) return [];
  const [api, apps, { createRunner }] = await Promise.all([
    import("../../index.ts"),
    import("../../apps.ts"),
    import("../scenarios/typescript-runner.ts"),
  ]);
  const run = createRunner({ cyanotype: api, "cyanotype/apps": apps });
  const problems: Problem[] = [];
  const files: LearntFile[] = [];
  for (const { path, text } of texts) {
    try {
      files.push({ path, name: basename(path, ".ts"), text, modules: declarationsOf(await run(path)) });
    } catch (error) {
      if (error instanceof ProblemError) problems.push(...error.problems.map((problem) => ({ path, ...problem })));
      else problems.push(authorProblem(error, path, text));
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return files;
}

function nothingThere(error: NodeJS.ErrnoException): readonly string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
