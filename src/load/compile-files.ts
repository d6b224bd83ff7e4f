// Files of scenarios, compiled for their environments. Nothing is written here.

import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Blueprint } from "../blueprint/blueprint.ts";
import { readBlueprint } from "../blueprint/read.ts";
import { writeBlueprint } from "../blueprint/write.ts";
import { compile } from "../compile/compile.ts";
import { type FilePosition, type Problem, ProblemError, problemAt } from "../diagnostics/diagnostic.ts";
import type { AuthoredScenario } from "../model/authored.ts";
import type { Environment } from "../model/environment.ts";
import { resolvePointer } from "../util/json-pointer.ts";
import { nearest } from "../util/nearest.ts";
import { readEnvironment } from "./environment.ts";
import { namePosition, pointAtName } from "./point-at-name.ts";
import { readIfThere } from "./read-if-there.ts";
import { readText } from "./read-text.ts";
import { type LoadedFile, loadScenarios } from "./scenarios.ts";

/** A scenario as it is printed for one environment. */
export interface PrintedScenario {
  readonly scenario: AuthoredScenario;
  readonly environment: Environment;
  readonly blueprint: Blueprint;
  /** Where the blueprint belongs, and its text. */
  readonly path: string;
  readonly text: string;
  /** The same for what a blueprint cannot carry. */
  readonly deployPath: string;
  readonly deployText: string;
  /** Where the author wrote the module at a pointer, or the nearest module around it. */
  readonly sourceOf: (pointer: string) => FilePosition | undefined;
  /** The file of the scenario, and its text. */
  readonly file: LoadedFile;
}

export interface CompileOptions {
  /** Only this environment; without it, every one in `environments/` beside the scenario. */
  readonly env?: string;
  /** The folder for blueprints: each environment has a folder of its own in it. */
  readonly out: string;
}

/** Compiles files of scenarios. Throws one `ProblemError` with everything that is wrong in any of them. */
export async function compileFiles(
  paths: readonly string[],
  { env, out }: CompileOptions,
): Promise<readonly PrintedScenario[]> {
  const files = await loadScenarios(paths);
  const environments = new Map<string, readonly Environment[]>();
  const problems: Problem[] = [];
  const printed: PrintedScenario[] = [];
  const taken = new Map<string, AuthoredScenario>();
  for (const file of files) {
    const folder = dirname(file.path);
    if (!environments.has(folder)) environments.set(folder, await readEnvironments(folder, env));
    for (const environment of environments.get(folder) ?? []) {
      for (const scenario of file.scenarios) {
        const base = join(resolve(out), environment.name, scenario.slug);
        const other = taken.get(base);
        // A file may pass on what another one exports.
        if (other === scenario) continue;
        if (other) problems.push(sameName(scenario, other));
        taken.set(base, scenario);
        try {
          printed.push(await print(scenario, environment, file, base));
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          problems.push(...error.problems.map((problem) => pointAtName(problem, file.path, file.text)));
        }
      }
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return printed;
}

async function print(
  scenario: AuthoredScenario,
  environment: Environment,
  file: LoadedFile,
  base: string,
): Promise<PrintedScenario> {
  const path = `${base}.blueprint.json`;
  const { blueprint, deployment, positions } = compile(scenario, environment, await readLock(path));
  const { validateBlueprint } = await import("../schema/blueprint.ts");
  const [misfit] = validateBlueprint(blueprint);
  if (misfit) throw new Error(`The printed blueprint does not fit its schema at ${misfit.pointer}: ${misfit.message}`);
  return {
    scenario,
    environment,
    blueprint,
    path,
    text: writeBlueprint(blueprint),
    deployPath: `${base}.deploy.json`,
    deployText: `${JSON.stringify(deployment, null, 2)}\n`,
    sourceOf: (pointer) => sourceOf(pointer, positions, blueprint, file),
    file,
  };
}

/** The blueprint of the last time: from it, steps keep their ids. */
async function readLock(path: string): Promise<Blueprint | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const result = readBlueprint(text);
  if (result.ok && result.document.form !== "clipboard") return result.document.blueprint as unknown as Blueprint;
  const copied = { message: "it holds copied modules", span: { line: 1, column: 1, endLine: 1, endColumn: 1 } };
  throw new ProblemError(
    (result.ok ? [copied] : result.problems).slice(0, 1).map(({ message, span }) => ({
      path,
      span,
      message: `The blueprint printed before cannot be read, and steps keep their ids by it: ${message}`,
      help: "Restore it from version control; or delete it, and all steps get new ids",
    })),
  );
}

/** The environments beside a file of scenarios, in `environments/`. */
async function readEnvironments(folder: string, only: string | undefined): Promise<readonly Environment[]> {
  const at = join(folder, "environments");
  const names = (await readdir(at).catch(() => [])).filter((name) => /\.ya?ml$/u.test(name)).sort();
  const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/u, "");
  const wanted = only === undefined ? names : names.filter((name) => nameOf(name) === only);
  if (wanted.length === 0) throw new ProblemError([noEnvironment(at, names.map(nameOf), only)]);
  const problems: Problem[] = [];
  const environments: Environment[] = [];
  for (const name of wanted) {
    const path = join(at, name);
    // The name becomes that of a folder.
    if (!/^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u.test(nameOf(name))) {
      problems.push({
        path,
        message: "The file's name is no name of an environment",
        help: "Begin it with a letter or a digit",
      });
      continue;
    }
    if (wanted.some((other) => other !== name && other < name && nameOf(other) === nameOf(name))) {
      problems.push({
        path,
        message: `Two files describe the environment \`${nameOf(name)}\``,
        help: "Keep one of them",
      });
      continue;
    }
    try {
      environments.push(readEnvironment(await readText(path), path));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return environments;
}

function noEnvironment(at: string, names: readonly string[], only: string | undefined): Problem {
  if (only === undefined || names.length === 0) {
    return {
      path: at,
      message: "There is no environment",
      help: `Add ${join(at, "production.yaml")} with the ids of connections, webhooks and the like; the README shows one`,
    };
  }
  const [similar] = nearest(only, names);
  return {
    path: at,
    message: `There is no environment \`${only}\``,
    help:
      similar === undefined
        ? `There are ${names.join(", ")}`
        : `Did you mean \`${similar}\`? There are ${names.join(", ")}`,
  };
}

const sameName = (scenario: AuthoredScenario, other: AuthoredScenario): Problem =>
  problemAt(
    scenario.position,
    `The scenarios \`${scenario.name}\` and \`${other.name}\` would both be printed as \`${scenario.slug}\``,
    "Rename one of them",
  );

/** Climbs from a place in the blueprint to the module whose author's line is known. */
function sourceOf(
  pointer: string,
  positions: ReadonlyMap<string, FilePosition>,
  blueprint: Blueprint,
  { path, text }: LoadedFile,
): FilePosition | undefined {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const position = positions.get(pointer.slice(0, end));
    if (position?.path === path) return namePosition(position, text, nameAt(blueprint, pointer.slice(0, end)));
    if (position) return position;
  }
  return undefined;
}

function nameAt(blueprint: Blueprint, pointer: string): string | undefined {
  const module = resolvePointer(blueprint, pointer) as
    | { readonly metadata?: { readonly designer?: { readonly name?: string } } }
    | undefined;
  return module?.metadata?.designer?.name;
}
