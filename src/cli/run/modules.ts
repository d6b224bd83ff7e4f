import { resolve } from "node:path";
import { printable } from "../../diagnostics/code-frame.ts";
import { type LearntResult, learnFiles, type State } from "../../load/decompile/learn-files.ts";
import { listedModules, searchModules } from "../../load/decompile/listed-modules.ts";
import { shownPath } from "../../load/find-files.ts";
import { readIfThere } from "../../load/read-if-there.ts";
import { moduleIdLines, setModuleIds } from "../../load/scenarios/set-module-ids.ts";
import { writeFiles } from "../../load/write-files.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { moduleCard } from "../module-card.ts";
import { moduleTable } from "../module-table.ts";
import { painter } from "../paint.ts";

export interface ModulesFlags {
  readonly format: "text" | "json";
  readonly learnt?: readonly string[];
}

/** Lists what is known of modules. */
export async function listModules(words: readonly string[], flags: ModulesFlags, io: Io): Promise<ExitCode> {
  const folders = (flags.learnt ?? []).map((folder) => resolve(io.cwd, folder));
  const found = searchModules(await listedModules(folders), words);
  if (flags.format === "text") {
    const [only, ...others] = found;
    const paint = painter(io.colors);
    io.stdout(only && others.length === 0 ? moduleCard(only, paint) : moduleTable(found, paint));
    return EXIT.ok;
  }
  const modules = found.map(
    ({ declaration: { module, version, app, label, summary, kind, evidence }, call, file }) => ({
      module,
      version,
      app,
      label,
      summary,
      kind,
      call,
      evidence,
      ...(file === undefined ? {} : { learntIn: shownPath(file, io.cwd) }),
    }),
  );
  io.stdout(`${JSON.stringify({ version: 1, modules }, null, 2)}\n`);
  return EXIT.ok;
}

export interface LearnFlags {
  readonly out: string;
  readonly environment?: string;
}

/** Learns modules from exports and writes what it learnt. */
export async function learn(exports: readonly string[], flags: LearnFlags, io: Io): Promise<ExitCode> {
  const result = await learnFiles(exports, { cwd: io.cwd, out: resolve(io.cwd, flags.out) });
  const toWrite = result.files.filter(({ state }) => state !== "unchanged").map(({ path, text }) => ({ path, text }));
  let ids = "";
  if (result.realIds.length > 0) {
    if (flags.environment === undefined) {
      ids = `\nThe real ids of modules that are assumed otherwise. Put them into the environment (or give --environment):\n\n${moduleIdLines(result.realIds)}\n`;
    } else {
      const path = resolve(io.cwd, flags.environment);
      const before = await readIfThere(path);
      const { text, changed } = setModuleIds(before ?? "", result.realIds, path);
      if (changed.length > 0) toWrite.push({ path, text });
      const state: State = changed.length === 0 ? "unchanged" : before === undefined ? "new" : "changed";
      ids = line(
        state,
        shownPath(path, io.cwd),
        changed.map(({ assumed, module }) => `${assumed} is ${module}`).join(", "),
      );
    }
  }
  writeFiles(toWrite);
  for (const { path, state, modules } of result.files)
    io.stdout(line(state, shownPath(path, io.cwd), wordsFor(modules)));
  io.stdout(ids);
  io.stdout(summary(result));
  return EXIT.ok;
}

const line = (state: State, path: string, words: string): string =>
  `${state.padEnd(9)}  ${printable(`${path}${words === "" ? "" : `  ${words}`}`)}\n`;

/** How many modules a file has, and which of them are new or changed. */
function wordsFor(modules: LearntResult["files"][number]["modules"]): string {
  const named = (["new", "changed"] as const).flatMap((state) => {
    const names = modules.filter((module) => module.state === state).map(({ name }) => name);
    return names.length === 0 ? [] : [`${state}: ${names.join(", ")}`];
  });
  return [count(modules.length, "module"), ...named].join("; ");
}

function summary({ exports, files, known }: LearntResult): string {
  const modules = files.reduce((sum, file) => sum + file.modules.length, 0);
  const others = known === 0 ? "" : `; the catalogue has ${known} more`;
  if (files.length === 0)
    return `${count(exports, "export")}: nothing to learn${others.replace(" more", " of their modules")}\n`;
  return `${count(exports, "export")}: ${count(modules, "module")} of ${count(files.length, "app")} learnt${others}\n`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
