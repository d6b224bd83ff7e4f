// Runs an author's file and takes the scenarios that it exports. The file gets this very package for `cyanotype`, so
// that both speak of the same objects, wherever the author's copy is installed.

import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { placed } from "../../dsl/mistakes.ts";
import { isAuthored } from "../../dsl/registry.ts";
import type { AuthoredFragment, AuthoredScenario } from "../../model/authored.ts";
import { readText } from "../read-text.ts";
import { systemProblem } from "../system-problem.ts";
import { authorProblem } from "./author-error.ts";
import { pointAtName } from "./point-at-name.ts";

/** A file of scenarios that ran. */
export interface LoadedFile {
  readonly path: string;
  readonly text: string;
  readonly scenarios: readonly (AuthoredScenario | AuthoredFragment)[];
}

/** Texts that stand in for those of files, by path. */
export type Texts = ReadonlyMap<string, string>;

/** Runs files of scenarios, one after the other. Throws one `ProblemError` with the mistakes of all of them. */
export async function loadScenarios(paths: readonly string[], texts?: Texts): Promise<readonly LoadedFile[]> {
  const { files, problems } = await loadEach(paths, texts);
  if (problems.length > 0) throw new ProblemError(problems);
  return files;
}

/** Runs files of scenarios. Mistakes in one do not keep the others from running. */
export async function loadEach(
  paths: readonly string[],
  texts: Texts = new Map(),
): Promise<{ readonly files: readonly LoadedFile[]; readonly problems: readonly Problem[] }> {
  const [api, apps, { createRunner }] = await Promise.all([
    import("../../index.ts"),
    import("../../apps.ts"),
    import("./typescript-runner.ts"),
  ]);
  const library = { cyanotype: api, "cyanotype/apps": apps };
  const run = createRunner(library);
  const problems: Problem[] = [];
  const files: LoadedFile[] = [];
  const { stackTraceLimit } = Error;
  // However deep inside of this package something fails, the author's line must be in the stack.
  Error.stackTraceLimit = 100;
  try {
    for (const path of paths) {
      const instead = texts.get(path);
      const text = instead ?? (await readSource(path, problems));
      if (text === undefined) continue;
      try {
        const exported = await run(path, instead);
        // Exports come by name; people read their file from top to bottom.
        const scenarios = [...new Set(Object.values(exported).filter(isAuthored))].sort(
          (a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0),
        );
        if (scenarios.length === 0) {
          problems.push({
            path,
            message: "The file exports no scenario",
            help: 'Export one: export const orders = scenario("Orders", {}, (flow) => { … })',
          });
        }
        files.push({ path, text, scenarios });
      } catch (error) {
        if (error instanceof ProblemError)
          problems.push(...placed(error).map((problem) => pointAtName(problem, path, text)));
        else problems.push(authorProblem(error, path, text, library));
      }
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return { files, problems };
}

/** The text of a file; when it cannot be read, that is a problem like any other. */
async function readSource(path: string, problems: Problem[]): Promise<string | undefined> {
  try {
    return await readText(path);
  } catch (error) {
    const problem = systemProblem(error);
    if (error instanceof ProblemError) problems.push(...error.problems);
    else if (problem) problems.push({ ...problem, path });
    else throw error;
    return undefined;
  }
}
