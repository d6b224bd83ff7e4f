import { type BlueprintDocument, type ReadOptions, readBlueprint } from "../blueprint/read.ts";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { readText } from "./read-text.ts";
import { systemProblem } from "./system-problem.ts";

export type ReadFileResult =
  | { readonly ok: true; readonly document: BlueprintDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the blueprint in a file. */
export async function readBlueprintFile(path: string, options: ReadOptions = {}): Promise<ReadFileResult> {
  try {
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
