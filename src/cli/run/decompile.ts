import { resolve } from "node:path";
import { printable } from "../../diagnostics/code-frame.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { type DecompiledFiles, decompileFiles, sumOf } from "../../load/decompile/decompile-files.ts";
import { decompileInto, targetEnvironment, targetOf, type WrittenFile } from "../../load/decompile/write-decompiled.ts";
import { findFiles, looksLikeBlueprint, shownPath } from "../../load/find-files.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { formatProblems } from "../problems.ts";

export interface DecompileFlags {
  readonly out: string;
  readonly env: string;
  readonly force?: boolean;
  readonly stdout?: boolean;
  readonly verify?: boolean;
}

/** Writes blueprints as scenarios, prints one, or proves that all could be. */
export async function decompile(files: readonly string[], flags: DecompileFlags, io: Io): Promise<ExitCode> {
  const paths = await findFiles(files, {
    cwd: io.cwd,
    inFolders: ["**/*.json"],
    wanted: (path) => !path.endsWith(".editor.json") && looksLikeBlueprint(path),
  });
  const target = targetOf(resolve(io.cwd, flags.out));
  if (target.file !== undefined && paths.length > 1) {
    io.stderr(`${flags.out} is one file, and these are ${paths.length} blueprints: give --out a folder\n`);
    return EXIT.usage;
  }
  const showProgress = progress(paths.length, io);
  if (flags.verify || flags.stdout) {
    const { environment } = await targetEnvironment({ folder: target.folder, env: flags.env });
    const result = await decompileFiles(paths, { environment, onProgress: showProgress });
    return flags.stdout ? printSource(result, io) : printSum(result, paths.length, io);
  }
  const { written, problems, isUnproved } = await decompileInto(
    paths,
    { ...target, env: flags.env, force: flags.force ?? false },
    showProgress,
  );
  for (const file of written) io.stdout(`${describe(file, io)}\n`);
  const scenarios = written.filter(({ scenario }) => scenario !== undefined).length;
  if (scenarios > 0)
    io.stdout(
      `${plural(scenarios, "scenario")} proved: compiled, ${scenarios === 1 ? "it gives" : "they give"} the same blueprint back\n`,
    );
  return told(problems, isUnproved, io);
}

function printSource({ files, problems, isUnproved }: DecompiledFiles, io: Io): ExitCode {
  const [only] = files;
  if (files.length > 1) {
    io.stderr(`--stdout prints one scenario, and these are ${files.length}\n`);
    return EXIT.usage;
  }
  if (only) io.stdout(only.source);
  return told(problems, isUnproved, io);
}

function printSum({ files, problems, isUnproved }: DecompiledFiles, count: number, io: Io): ExitCode {
  const { modules, references, routers } = sumOf(files);
  const all = modules.catalogue + modules.learnt + modules.raw + modules.flow;
  io.stdout(
    [
      `${files.length} of ${plural(count, "blueprint")} proved: compiled, ${count === 1 ? "it gives itself" : "they give themselves"} back`,
      `modules     ${all}: ${share(modules.catalogue, all)} by the catalogue, ${share(modules.flow, all)} flow control, ${share(modules.learnt, all)} learnt, ${share(modules.raw, all)} raw`,
      `references  ${references.typed + references.raw}: ${share(references.typed, references.typed + references.raw)} typed, ${share(references.raw, references.typed + references.raw)} raw`,
      ...(routers.match + routers.router === 0
        ? []
        : [`routers     ${routers.match + routers.router}: ${routers.match} as match`]),
      "",
    ].join("\n"),
  );
  return told(problems, isUnproved, io);
}

const share = (part: number, whole: number): string => `${whole === 0 ? "0" : ((part / whole) * 100).toFixed(1)} %`;
const plural = (count: number, noun = ""): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Differences fail like findings; what could not be read at all is wrong input. */
function told(problems: readonly Problem[], isUnproved: boolean, io: Io): ExitCode {
  if (problems.length === 0) return EXIT.ok;
  io.stderr(formatProblems(problems, io));
  return isUnproved ? EXIT.findings : EXIT.usage;
}

const NOUNS: Readonly<Record<string, string>> = {
  connections: "connection",
  keys: "key",
  webhooks: "webhook",
  dataStores: "data store",
  dataStructures: "data structure",
  scenarios: "scenario",
};

function describe({ path, state, scenario, added }: WrittenFile, io: Io): string {
  const shown = `${state.padEnd(9)}  ${printable(shownPath(path, io.cwd))}`;
  if (scenario) {
    const { modules } = scenario.counts;
    const { catalogue, learnt, raw, flow } = modules;
    const kind = scenario.isFragment ? ", a fragment" : "";
    const parts = [learnt > 0 ? `${learnt} learnt` : "", raw > 0 ? `${raw} raw` : ""].filter((part) => part !== "");
    const detail = parts.length > 0 ? ` (${parts.join(", ")})` : "";
    return `${shown}  ${printable(scenario.name)}${kind}, ${plural(catalogue + learnt + raw + flow, "module")}${detail}`;
  }
  if (added && added.size > 0)
    return `${shown}  ${[...added].map(([section, count]) => plural(count, NOUNS[section])).join(", ")} added`;
  return shown;
}

/** A line that tells how far it is, on a terminal alone. */
function progress(count: number, io: Io): (done: number, path: string) => void {
  if (!io.terminal || count < 2) return () => undefined;
  return (done, path) =>
    io.stderr(done === count ? "\r\u001b[K" : `\r\u001b[K${done + 1}/${count} ${printable(shownPath(path, io.cwd))}`);
}
