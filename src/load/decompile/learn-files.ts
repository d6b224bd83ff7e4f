// What exports teach: read, learnt together with what was learnt before, and compared with what is written.

import { join } from "node:path";
import { catalog } from "../../catalog/catalog.ts";
import type { ModuleDeclaration } from "../../catalog/module.ts";
import { type LearntModule, learnModules } from "../../decompile/learn.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import type { Module } from "../../model/scenario.ts";
import { scenarioOf } from "../../model/scenario-of.ts";
import { findFiles, isScenarioFile, looksLikeBlueprint } from "../find-files.ts";
import { readBlueprintFile, readBlueprintOf } from "../read-blueprint-file.ts";
import { readIfThere } from "../read-if-there.ts";
import { readStdin } from "../read-stdin.ts";
import { type RealId, realIdsOf } from "../scenarios/real-ids.ts";
import { isLearnt, readLearntFiles } from "./learnt-files.ts";

export type State = "new" | "changed" | "unchanged";

export interface LearntResult {
  /** How many exports were read. */
  readonly exports: number;
  readonly files: readonly {
    readonly path: string;
    readonly text: string;
    readonly state: State;
    readonly modules: readonly (LearntModule & { readonly state: State })[];
  }[];
  /** How many different modules of the exports the catalogue has already. */
  readonly known: number;
  readonly realIds: readonly RealId[];
}

/** Learns from exports. Nothing is written. Throws one `ProblemError` with all that cannot be read or written. */
export async function learnFiles(
  patterns: readonly string[],
  { cwd, out }: { readonly cwd: string; readonly out: string },
): Promise<LearntResult> {
  const { modules, exports } = await readModules(patterns, cwd);
  const before = await readLearntFiles(out);
  const learntBefore = new Map(
    before.flatMap((file) => file.modules.map(({ declaration }) => [idOf(declaration), declaration] as const)),
  );
  const isInCatalog = (module: string, version: number): boolean => catalog.find(module, version)?.version === version;
  // What somebody may import stays, even when the catalogue has it, too, by now.
  const apps = learnModules(
    modules,
    (module, version) => isInCatalog(module, version) && !learntBefore.has(idOf({ module, version })),
    [...learntBefore.values()],
  );

  const problems: Problem[] = [];
  const files: LearntResult["files"][number][] = [];
  // Whether a declaration changed shows in its code: alone, both would be printed alike if they were alike.
  const codeOf = (declaration: ModuleDeclaration): string =>
    learnModules([], () => false, [declaration])[0]?.code ?? "";
  for (const { fileName, code, modules: learnt } of apps) {
    const path = join(out, fileName);
    const there = await readIfThere(path);
    if (there !== undefined && !isLearnt(there)) {
      problems.push({
        path,
        message: "The file is in the way: `modules learn` did not write it",
        help: "Move it, or give another folder with --out",
      });
    }
    files.push({
      path,
      text: code,
      state: there === undefined ? "new" : there === code ? "unchanged" : "changed",
      modules: learnt.map((module) => {
        const earlier = learntBefore.get(idOf(module.declaration));
        if (earlier === undefined) return { ...module, state: "new" };
        return { ...module, state: codeOf(earlier) === codeOf(module.declaration) ? "unchanged" : "changed" };
      }),
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  const known = new Set(
    modules.flatMap(({ type, version }) =>
      version !== undefined && isInCatalog(type, version) ? [idOf({ module: type, version })] : [],
    ),
  );
  return { exports, files, known: known.size, realIds: realIdsOf(modules) };
}

const idOf = ({ module, version }: { readonly module: string; readonly version: number }): string =>
  `${module}@${version}`;

async function readModules(patterns: readonly string[], cwd: string) {
  const problems: Problem[] = [];
  const modules: Module[] = [];
  let exports = 0;
  const paths = new Set<string>();
  // One by one: what one pattern does not find must not hide what is wrong with the others.
  for (const pattern of patterns.filter((given) => given !== "-")) {
    try {
      const found = await findFiles([pattern], { cwd, inFolders: ["**/*.json"], wanted: looksLikeBlueprint });
      for (const path of found) paths.add(path);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  const take = (result: Awaited<ReturnType<typeof readBlueprintFile>>): void => {
    if (!result.ok) problems.push(...result.problems);
    else {
      exports++;
      for (const module of scenarioOf(result.document).modules) modules.push(module);
    }
  };
  if (patterns.includes("-")) take(readBlueprintOf("stdin", await readStdin()));
  for (const path of [...paths].sort()) {
    if (!isScenarioFile(path)) take(await readBlueprintFile(path));
    else {
      problems.push({
        path,
        message: "A scenario in TypeScript has nothing to teach: its modules are declared already",
        help: "Give exports of Make's editor",
      });
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return { modules, exports };
}
