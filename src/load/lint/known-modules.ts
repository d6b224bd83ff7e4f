import { statSync } from "node:fs";
import { dirname } from "node:path";
import { type Catalog, catalog, createCatalog } from "../../catalog/catalog.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { type LearntFile, readLearntFiles } from "../decompile/learnt-files.ts";
import type { ConfiguredPath } from "./configuration.ts";

/** The catalogue with the modules that were learnt into these files and folders. What is declared by hand goes before. */
export async function withKnownModules(paths: readonly ConfiguredPath[], configuration: string): Promise<Catalog> {
  const problems: Problem[] = [];
  const learnt: LearntFile[] = [];
  for (const { path, span } of paths) {
    const found = await learntIn(path);
    learnt.push(...found);
    if (found.length > 0) continue;
    problems.push({
      path: configuration,
      span,
      message: "There are no learnt modules here",
      help: "Learn some: cyanotype modules learn 'exports/*.json' --out <folder>",
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  const declarations = learnt.flatMap(({ modules }) => modules.map(({ declaration }) => declaration));
  return createCatalog([...declarations, ...catalog.modules]);
}

async function learntIn(path: string): Promise<readonly LearntFile[]> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return (await readLearntFiles(dirname(path))).filter((file) => file.path === path);
  return readLearntFiles(path);
}
