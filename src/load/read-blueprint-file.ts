import { statSync } from "node:fs";
import { type BlueprintDocument, MAX_TEXT_LENGTH, type ReadOptions, readBlueprint } from "../blueprint/read.ts";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { readText } from "./read-text.ts";
import { systemProblem } from "./system-problem.ts";

export type ReadFileResult =
  | { readonly ok: true; readonly document: BlueprintDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the blueprint in a file. What is far too long is not even opened. */
export async function readBlueprintFile(path: string, options: ReadOptions = {}): Promise<ReadFileResult> {
  try {
    const { size } = statSync(path);
    // Longer than any text that is read, even if every character took four bytes.
    if (size > 4 * MAX_TEXT_LENGTH) return { ok: false, problems: [tooLong(path, size)] };
    return readBlueprintOf(path, await readText(path), options);
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problems: error.problems };
    const problem = systemProblem(error);
    if (problem) return { ok: false, problems: [{ ...problem, path }] };
    throw error;
  }
}

/** Reads the blueprint in the text of a file. */
export function readBlueprintOf(path: string, text: string, options: ReadOptions = {}): ReadFileResult {
  const result = readBlueprint(text, options);
  return result.ok ? result : { ok: false, problems: result.problems.map((problem) => ({ ...problem, path })) };
}

const tooLong = (path: string, bytes: number): Problem => ({
  path,
  message: `The file has ${Math.round(bytes / 1024 / 1024)} MiB; at most ${MAX_TEXT_LENGTH / 1024 / 1024} MiB are read`,
  help: "Check that it is a blueprint: Make refuses what is longer than about 5 MB",
});
