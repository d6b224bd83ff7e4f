// Exports, written as scenarios and proved: the source is run and compiled, and must give the blueprint back. Nothing is
// written here but for a folder of the system's for temporary files, in which the proof runs.

import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createLocator } from "../../blueprint/locate.ts";
import type { BlueprintDocument } from "../../blueprint/read.ts";
import { HITL_APP } from "../../catalog/hitl/app.ts";
import type { ModuleDeclaration } from "../../catalog/module.ts";
import type { EditorData, EditorFile } from "../../compile/editor-data.ts";
import type { Symbols } from "../../decompile/bindings.ts";
import { type Counts, type KnownModule, noCounts } from "../../decompile/context.ts";
import { decompile } from "../../decompile/decompile.ts";
import { catalogueModules, catalogueNamespaces, findKnown } from "../../decompile/known-functions.ts";
import { type LearntApp, learnModules } from "../../decompile/learn.ts";
import { type Difference, prove } from "../../decompile/proof.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { slugOf } from "../../dsl/registry.ts";
import type { Environment } from "../../model/environment.ts";
import { describeModule } from "../../model/module-place.ts";
import { scenarioOf } from "../../model/scenario-of.ts";
import { validateBlueprint } from "../../schema/blueprint.ts";
import { resolvePointer } from "../../util/json-pointer.ts";
import { writeJson } from "../../util/write-json.ts";
import { readBlueprintFile } from "../read-blueprint-file.ts";
import { environmentOf, symbolsOf } from "../scenarios/environment-file.ts";
import { type RealId, realIdsOf } from "../scenarios/real-ids.ts";
import { type LoadedFile, loadScenarios } from "../scenarios/scenarios.ts";

export interface DecompiledFile {
  /** The export. */
  readonly path: string;
  readonly name: string;
  readonly slug: string;
  readonly isFragment: boolean;
  readonly source: string;
  readonly editor: EditorFile;
  readonly counts: Counts;
  /** The files of learnt modules that it imports. */
  readonly modules: readonly LearntApp[];
}

export interface DecompiledFiles {
  readonly files: readonly DecompiledFile[];
  /** What could not be read, or not be said; and what the proof found. Such files are not among the others. */
  readonly problems: readonly Problem[];
  /** Among the problems are differences that the proof found. */
  readonly isUnproved: boolean;
  /** All symbols, with those that the environment had before. */
  readonly symbols: Symbols;
  /** Real ids of modules that the catalogue only assumes. */
  readonly realIds: readonly RealId[];
}

export interface DecompileFilesOptions {
  /** What the environment has already. */
  readonly environment: Environment;
  /** Learnt before, in the folder for the scenarios. */
  readonly learnt?: readonly ModuleDeclaration[];
  readonly onProgress?: (done: number, path: string) => void;
}

/** Writes exports as scenarios, one after the other, so that all of them share their symbols and learnt modules. */
export async function decompileFiles(
  paths: readonly string[],
  { environment, learnt = [], onProgress }: DecompileFilesOptions,
): Promise<DecompiledFiles> {
  const problems: Problem[] = [];
  const documents: { readonly path: string; readonly document: BlueprintDocument }[] = [];
  for (const path of paths) {
    const result = await readBlueprintFile(path, { exact: true });
    if (!result.ok) problems.push(...result.problems);
    else {
      const misfits = misfitsOf(path, result.document);
      if (misfits.length > 0) problems.push(...misfits);
      else documents.push({ path, document: result.document });
    }
  }
  const catalogue = catalogueModules();
  const isKnown = findKnown(catalogue);
  const modules = documents.flatMap(({ document }) => scenarioOf(document).modules);
  const apps = learnModules(modules, (type, version) => isKnown(type, version) !== undefined, learnt);
  const realIds = realIdsOf(modules);
  const printed = withRealIds(environment, realIds);
  const known = throughRealIds(findKnown([...catalogue, ...apps.flatMap(functionsOf)]), printed.moduleIds);
  const namespaces = [...catalogueNamespaces(), ...apps.map(({ namespace }) => namespace)];

  const folder = await mkdtemp(join(tmpdir(), "cyanotype-"));
  const files: DecompiledFile[] = [];
  const slugs = new Set<string>();
  let symbols = symbolsOf(environment);
  let isUnproved = false;
  try {
    mkdirSync(join(folder, "modules"));
    for (const { fileName, code } of apps) writeFileSync(join(folder, "modules", fileName), code);
    for (const [index, { path, document }] of documents.entries()) {
      onProgress?.(index, path);
      const locate = createLocator(document.text);
      const isTaken = (name: string): boolean => slugs.has(slugOf(name));
      const written = decompile(document, { fileName: stemOf(path), isTaken, known, namespaces, symbols });
      if (written.problems.length > 0) {
        problems.push(
          ...written.problems.map(({ pointer: at, ...problem }) => ({
            ...problem,
            path,
            span: locate({ pointer: at }),
          })),
        );
        continue;
      }
      const draft = join(folder, `${index}.scenario.ts`);
      writeFileSync(draft, written.source);
      const authored = await run(draft);
      if ("problems" in authored) {
        isUnproved = true;
        problems.push(...authored.problems.map(({ message }) => ({ path, message, help: GAP })));
        continue;
      }
      const { editor, differences } = prove(
        authored,
        document,
        environmentOf(written.symbols, printed),
        (type, version) => known(type, version)?.declaration,
      );
      if (differences.length > 0) {
        isUnproved = true;
        problems.push(...differences.map((found) => explain(found, path, locate)));
        continue;
      }
      symbols = written.symbols;
      slugs.add(authored.slug);
      const used = apps.filter(({ fileName }) => written.source.includes(`"./modules/${fileName}"`));
      files.push({
        path,
        name: authored.name,
        slug: authored.slug,
        isFragment: authored.kind === "fragment",
        source: written.source,
        editor: { version: 1, scenarios: { [authored.slug]: editor } satisfies Record<string, EditorData> },
        counts: written.counts,
        modules: used,
      });
    }
    onProgress?.(documents.length, "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { files, problems, isUnproved, symbols, realIds };
}

const GAP = "Nothing was written for this file. This is a gap in cyanotype: please report it with the module";

/** Runs what was written. Everything in it should be right; what is not is told like a difference. */
async function run(path: string): Promise<LoadedFile["scenarios"][number] | { readonly problems: readonly Problem[] }> {
  try {
    const [loaded] = await loadScenarios([path]);
    const [authored] = loaded?.scenarios ?? [];
    if (authored) return authored;
    return { problems: [{ message: "The source that was written exports no scenario" }] };
  } catch (error) {
    if (error instanceof ProblemError) return { problems: error.problems };
    throw error;
  }
}

/** The environment in which an export prints as itself: by the apps' own modules, with their real ids. */
function withRealIds(environment: Environment, realIds: readonly RealId[]): Environment {
  const moduleIds: Record<string, { readonly module: string; readonly version: number }> = { ...environment.moduleIds };
  for (const { assumed, module, version } of realIds) moduleIds[assumed] ??= { module, version };
  return { ...environment, modules: "app", moduleIds };
}

/** Finds a module by its real id, too, where the catalogue only assumes one. */
function throughRealIds(
  find: ReturnType<typeof findKnown>,
  moduleIds: Environment["moduleIds"],
): ReturnType<typeof findKnown> {
  const assumed = new Map<string, string>(
    Object.entries(moduleIds).map(([id, { module, version }]) => [`${module} ${version}`, id] as const),
  );
  return (type, version) => {
    const id = assumed.get(`${type} ${version}`);
    return find(type, version) ?? (id === undefined ? undefined : find(id, HITL_APP.version));
  };
}

const functionsOf = ({ fileName, namespace, modules }: LearntApp): readonly KnownModule[] =>
  modules.map(({ name, declaration }) => ({ declaration, from: `./modules/${fileName}`, namespace, name }));

/** How things were written in all of the files together. */
export function sumOf(files: readonly DecompiledFile[]): Counts {
  const sum: Counts = noCounts();
  for (const { counts } of files) {
    for (const group of Object.keys(sum) as (keyof Counts)[]) {
      const into = sum[group] as Record<string, number>;
      for (const [key, value] of Object.entries(counts[group])) into[key] = (into[key] ?? 0) + value;
    }
  }
  return sum;
}

/** A file's name without its endings. */
const stemOf = (path: string): string => basename(path).replace(/(?:\.blueprint)?\.[^.]*$/u, "");

/** What of the format a blueprint breaks. */
function misfitsOf(path: string, { root, text }: BlueprintDocument): readonly Problem[] {
  const locate = createLocator(text);
  // As any program reads it: to the schema, a `bigint` is no number.
  return validateBlueprint(resolvePointer(JSON.parse(text), root)).map(({ message, help, pointer: at, ...place }) => ({
    path,
    message,
    ...(help === undefined ? {} : { help }),
    span: locate({ ...place, pointer: `${root}${at}` }),
  }));
}

const LONGEST_SHOWN = 80;

function explain(
  { pointer: at, module, printed, exported }: Difference,
  path: string,
  locate: ReturnType<typeof createLocator>,
): Problem {
  const show = (value: unknown): string => {
    const text = value === undefined ? "nothing" : writeJson(value);
    return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  };
  const where = module === undefined ? "The scenario" : `\`${describeModule(module)}\``;
  return {
    path,
    span: locate({ pointer: at }),
    message: `${where} would not be printed as it was exported, at ${at}: ${show(printed)} instead of ${show(exported)}`,
    help: GAP,
  };
}
