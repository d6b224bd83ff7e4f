// Where decompiled scenarios go: a folder of source files with their companions, the learnt modules that they import,
// and the environment with the ids that they had.

import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import type { Environment } from "../../model/environment.ts";
import { writeJson } from "../../util/write-json.ts";
import { SCENARIO_ENDING } from "../find-files.ts";
import { readIfThere } from "../read-if-there.ts";
import { editorPath } from "../scenarios/editor-file.ts";
import { readEnvironment } from "../scenarios/environment.ts";
import { type UpdatedText, withSymbols } from "../scenarios/environment-file.ts";
import { setModuleIds } from "../scenarios/set-module-ids.ts";
import { type FileToWrite, writeFiles } from "../write-files.ts";
import { type DecompiledFile, type DecompiledFiles, decompileFiles } from "./decompile-files.ts";
import { readLearntFiles } from "./learnt-files.ts";

export interface Target {
  readonly folder: string;
  /** The only file, when a file was asked for. */
  readonly file?: string;
  /** The environment's name. */
  readonly env: string;
  /** Write over scenarios that are there. */
  readonly force: boolean;
}

export interface WrittenFile extends FileToWrite {
  readonly state: "new" | "changed" | "unchanged";
  /** The scenario in it, if it is the source of one. */
  readonly scenario?: DecompiledFile;
  /** What was added to the environment, if it is one. */
  readonly added?: UpdatedText["added"];
}

export interface DecompiledInto extends Pick<DecompiledFiles, "problems" | "isUnproved"> {
  readonly written: readonly WrittenFile[];
}

/** The environment of the target, as far as it is there. */
export async function targetEnvironment({ folder, env }: Pick<Target, "folder" | "env">): Promise<{
  readonly environment: Environment;
  readonly text: string | undefined;
}> {
  const path = join(folder, "environments", `${env}.yaml`);
  const text = await readIfThere(path);
  return { environment: readEnvironment(text ?? "", path), text };
}

/** Writes exports as scenarios: all files that could be proved, or, when nothing may be written over, none. */
export async function decompileInto(
  paths: readonly string[],
  target: Target,
  onProgress?: (done: number, path: string) => void,
): Promise<DecompiledInto> {
  const planned = await planDecompiled(paths, target, onProgress);
  writeFiles(planned.written.filter(({ state }) => state !== "unchanged"));
  return planned;
}

/** What `decompileInto` would write. */
export async function planDecompiled(
  paths: readonly string[],
  target: Target,
  onProgress?: (done: number, path: string) => void,
): Promise<DecompiledInto> {
  const { folder, force } = target;
  const { environment, text } = await targetEnvironment(target);
  const learnt = await readLearntFiles(join(folder, "modules"));
  const { files, problems, isUnproved, symbols, realIds } = await decompileFiles(paths, {
    environment,
    learnt: learnt.flatMap(({ modules }) => modules.map(({ declaration }) => declaration)),
    ...(onProgress ? { onProgress } : {}),
  });
  const named = nameFiles(files, target);
  const taken = force ? [] : [...named.keys()].filter((path) => existsSync(path));
  if (taken.length > 0) throw new ProblemError(taken.map(thereAlready));

  const updated = withSymbols(text, symbols);
  // Of two organisations, the ids that are there go first.
  const unknown = realIds.filter(({ assumed }, index) => {
    const isFirst = realIds.findIndex((other) => other.assumed === assumed) === index;
    return isFirst && !Object.hasOwn(environment.moduleIds, assumed);
  });
  const environmentText =
    unknown.length > 0 ? setModuleIds(updated.text, unknown, environment.path).text : updated.text;
  const apps = new Map(files.flatMap(({ modules }) => modules.map((app) => [app.fileName, app])));
  const wanted: Omit<WrittenFile, "state">[] = [
    ...[...named].flatMap(([path, scenario]) => [
      { path, text: scenario.source, scenario },
      { path: editorPath(path), text: `${writeJson(scenario.editor, "  ")}\n` },
    ]),
    ...[...apps.values()].map(({ fileName, code }) => ({ path: join(folder, "modules", fileName), text: code })),
    ...(files.length > 0 ? [{ path: environment.path, text: environmentText, added: updated.added }] : []),
  ];
  const written: WrittenFile[] = [];
  for (const file of wanted) {
    const before = await readIfThere(file.path);
    written.push({ ...file, state: before === undefined ? "new" : before === file.text ? "unchanged" : "changed" });
  }
  return { written, problems, isUnproved };
}

const thereAlready = (path: string): Problem => ({
  path,
  message: "There is a scenario already, and it may have been changed since it was decompiled",
  help: "Give --force to write over it, or --out another folder",
});

/** In bytes: file systems take 255, and the endings and a number come on top. */
const LONGEST_STEM = 180;

/** A path for each scenario: its slug, which is made of letters, digits and dashes alone. */
function nameFiles(files: readonly DecompiledFile[], { folder, file }: Target): ReadonlyMap<string, DecompiledFile> {
  const named = new Map<string, DecompiledFile>();
  for (const scenario of files) {
    let stem = scenario.slug;
    while (Buffer.byteLength(stem) > LONGEST_STEM) stem = stem.slice(0, -1);
    const pathFor = (name: string): string => join(folder, `${basename(name)}${SCENARIO_ENDING}`);
    let path = file ?? pathFor(stem);
    for (let count = 2; named.has(path); count++) path = pathFor(`${stem}-${count}`);
    named.set(path, scenario);
  }
  return named;
}

/** What a person gave as `--out`: a file of scenarios, or a folder for them. */
export const targetOf = (out: string): Pick<Target, "folder" | "file"> =>
  out.endsWith(SCENARIO_ENDING) ? { folder: dirname(out), file: out } : { folder: out };
