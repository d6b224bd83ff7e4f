// Files of scenarios, compiled for their environments. Nothing is written here.

import { dirname, join, relative, resolve } from "node:path";
import type { Blueprint, CopiedModules } from "../blueprint/blueprint.ts";
import { type FoundFlow, findBlueprint } from "../blueprint/find-blueprint.ts";
import { readBlueprint } from "../blueprint/read.ts";
import { writeBlueprint } from "../blueprint/write.ts";
import { type Compiled, compile, compileFragment } from "../compile/compile.ts";
import type { EditorFile } from "../compile/editor-data.ts";
import { type FilePosition, formatProblem, type Problem, ProblemError, problemAt } from "../diagnostics/diagnostic.ts";
import type { AuthoredFragment, AuthoredScenario } from "../model/authored.ts";
import type { Environment } from "../model/environment.ts";
import { readIfThere } from "./read-if-there.ts";
import { readEditorFile } from "./scenarios/editor-file.ts";
import { type ReadEnvironments, readEnvironments } from "./scenarios/environments.ts";
import { namePosition, pointAtName } from "./scenarios/point-at-name.ts";
import { type LoadedFile, loadEach, type Texts } from "./scenarios/scenarios.ts";

type Authored = AuthoredScenario | AuthoredFragment;

/** A scenario as it is printed for one environment. */
export interface PrintedScenario {
  readonly scenario: Authored;
  readonly environment: Environment;
  readonly blueprint: Blueprint | CopiedModules;
  /** Where the blueprint belongs, and its text. */
  readonly path: string;
  readonly text: string;
  /** The same for what a blueprint cannot carry; steps to be pasted have nothing of it. */
  readonly deployment: { readonly path: string; readonly text: string } | undefined;
  /** Where the author wrote each module, by JSON pointer. */
  readonly origins: Compiled["origins"];
  /** Where the author wrote the name of the module at a pointer, or of the nearest module around it. */
  readonly sourceOf: (pointer: string) => FilePosition | undefined;
  /** The file of the scenario, and its text. */
  readonly file: LoadedFile;
}

export interface CompileOptions {
  /** Only this environment; without it, every one in `environments/` beside the scenario. */
  readonly env?: string;
  /** The folder for blueprints: each environment has a folder of its own in it. */
  readonly out: string;
  readonly texts?: Texts;
}

/** Compiles files of scenarios. Throws one `ProblemError` with everything that is wrong in any of them. */
export async function compileFiles(
  paths: readonly string[],
  options: CompileOptions,
): Promise<readonly PrintedScenario[]> {
  const { printed, problems } = await compileEach(paths, options);
  if (problems.length > 0) throw new ProblemError(problems);
  return printed;
}

/** What came of compiling files. */
export interface Compilation {
  readonly printed: readonly PrintedScenario[];
  /** Why others could not be printed; each is told once, however many environments have it. */
  readonly problems: readonly Problem[];
  /** The files that not everything could be printed from, absolute. */
  readonly failed: ReadonlySet<string>;
}

/** Compiles files of scenarios. What is wrong with one scenario or environment does not keep the others from it. */
export async function compileEach(paths: readonly string[], { env, out, texts }: CompileOptions): Promise<Compilation> {
  const { files, problems: unloaded } = await loadEach(paths, texts);
  const environments = new Map<string, ReadEnvironments>();
  const problems: Problem[] = [...unloaded];
  const printed: PrintedScenario[] = [];
  const taken = new Map<string, Authored>();
  const whole = new Set<string>();
  for (const file of files) {
    const editor = await collecting(() => readEditorFile(file.path));
    const around = await environmentsIn(dirname(file.path));
    const before = problems.length;
    for (const environment of editor === undefined ? [] : around.environments) {
      for (const scenario of file.scenarios) {
        const base = join(resolve(out), environment.name, scenario.slug);
        const other = taken.get(base);
        // A file may pass on what another one exports.
        if (other === scenario) continue;
        if (other) problems.push(sameName(scenario, other));
        taken.set(base, scenario);
        const one = await collecting(
          () => print(scenario, environment, file, editor ?? {}, base),
          (problem) => pointAtName(problem, file.path, file.text),
        );
        if (one) printed.push(one);
      }
    }
    const isWhole = editor !== undefined && around.problems.length === 0 && problems.length === before;
    if (isWhole && file.scenarios.length > 0) whole.add(file.path);
  }
  return {
    printed,
    problems: [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()],
    failed: new Set(paths.filter((path) => !whole.has(path))),
  };

  async function environmentsIn(folder: string): Promise<ReadEnvironments> {
    let read = environments.get(folder);
    if (read === undefined) {
      read = await readEnvironments(folder, env);
      environments.set(folder, read);
      problems.push(...read.problems);
    }
    return read;
  }

  async function collecting<T>(
    work: () => Promise<T>,
    place: (problem: Problem) => Problem = (problem) => problem,
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems.map(place));
      return undefined;
    }
  }
}

async function print(
  scenario: Authored,
  environment: Environment,
  file: LoadedFile,
  editor: EditorFile["scenarios"],
  base: string,
): Promise<PrintedScenario> {
  const path = `${base}.blueprint.json`;
  const { blueprint, deployment, origins } = compileAny(
    scenario,
    environment,
    await readLock(path, scenario.kind),
    editor,
  );
  const { validateBlueprint } = await import("../schema/blueprint.ts");
  const text = writeBlueprint(blueprint);
  // As any program reads it: to the schema, a `bigint` is no number.
  const [misfit] = validateBlueprint(JSON.parse(text));
  if (misfit) throw new Error(`The printed blueprint does not fit its schema at ${misfit.pointer}: ${misfit.message}`);
  return {
    scenario,
    environment,
    blueprint,
    path,
    text,
    deployment: deployment && { path: `${base}.deploy.json`, text: `${JSON.stringify(deployment, null, 2)}\n` },
    origins,
    sourceOf: (pointer) => sourceOf(pointer, origins, file),
    file,
  };
}

/** Compiles a scenario or a fragment with what is known of it from before. */
function compileAny(
  authored: Authored,
  environment: Environment,
  before: Blueprint | CopiedModules | undefined,
  editor: EditorFile["scenarios"],
): Pick<Compiled, "origins"> & Partial<Pick<Compiled, "deployment">> & Pick<PrintedScenario, "blueprint"> {
  const ofThis = Object.hasOwn(editor, authored.slug) ? editor[authored.slug] : undefined;
  if (authored.kind === "fragment")
    return compileFragment(authored, environment, before && "subflows" in before ? before : undefined, ofThis);
  return compile(authored, environment, before && "flow" in before ? before : undefined, ofThis);
}

/** The flows of what was printed. */
export function flowsOf(blueprint: PrintedScenario["blueprint"]): readonly FoundFlow[] {
  const found = findBlueprint(blueprint);
  return "flows" in found ? found.flows : [];
}

const AT_THE_TOP = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The blueprint of the last time: from it, steps keep their ids. */
async function readLock(path: string, kind: Authored["kind"]): Promise<Blueprint | CopiedModules | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const result = readBlueprint(text);
  const copied = result.ok && result.document.form === "clipboard";
  if (result.ok && copied === (kind === "fragment"))
    return result.document.blueprint as unknown as Blueprint | CopiedModules;
  const other = copied ? "it holds copied modules" : "it holds a whole scenario";
  throw new ProblemError(
    (result.ok ? [{ message: other, span: AT_THE_TOP }] : result.problems).slice(0, 1).map(({ message, span }) => ({
      path,
      span,
      message: `The blueprint printed before cannot be read, and steps keep their ids by it: ${message}`,
      help: "Restore it from version control; or delete it, and all steps get new ids",
    })),
  );
}

const sameName = (scenario: Authored, other: Authored): Problem =>
  problemAt(
    scenario.position,
    `The scenarios \`${scenario.name}\` and \`${other.name}\` would both be printed as \`${scenario.slug}\`${whereOf(other, scenario)}`,
    "Rename one of them",
  );

/** Where the other one is, as seen from the one that is told of. */
function whereOf({ position: other }: Authored, { position: here }: Authored): string {
  if (other === undefined || here === undefined) return "";
  if (other.path === here.path) return ` (the other is in line ${other.line})`;
  return ` (the other is in ${relative(dirname(here.path), other.path)}:${other.line})`;
}

/** Climbs from a place in the blueprint to the module whose author's line is known. */
function sourceOf(pointer: string, origins: Compiled["origins"], { path, text }: LoadedFile): FilePosition | undefined {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const { position, name } = origins.get(pointer.slice(0, end)) ?? {};
    if (position) return position.path === path ? namePosition(position, text, name) : position;
  }
  return undefined;
}
