import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { catalog } from "../../catalog/catalog.ts";
import { printable } from "../../diagnostics/code-frame.ts";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { compareWithDisk } from "../../load/check/compare-with-disk.ts";
import { compileFiles, flowsOf, type PrintedScenario } from "../../load/compile-files.ts";
import { findFiles, isScenarioFile, SCENARIO_ENDING, shownPath } from "../../load/find-files.ts";
import { writeFiles } from "../../load/write-files.ts";
import { buildScenario } from "../../model/scenario.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

export interface CompileFlags {
  readonly env?: string;
  readonly scenario?: string;
  readonly out: string;
  readonly stdout?: boolean;
  readonly check?: boolean;
}

const DEFAULT_FOLDER = "scenarios";

function defaultFolder(cwd: string): readonly string[] {
  if (existsSync(resolve(cwd, DEFAULT_FOLDER))) return [DEFAULT_FOLDER];
  throw new ProblemError([
    {
      message: `There is no folder \`${DEFAULT_FOLDER}\` here`,
      help:
        "Go to the folder of the project, or name the files; a new project begins with `cyanotype init`, and exports of " +
        "Make's editor become scenarios with `cyanotype decompile`",
    },
  ]);
}

/** Prints scenarios as blueprints, or tells whether those that are printed are fresh. */
export async function compile(
  files: readonly string[],
  { env, scenario: wanted, out, stdout, check }: CompileFlags,
  io: Io,
): Promise<ExitCode> {
  const paths = await findFiles(files.length > 0 ? files : defaultFolder(io.cwd), {
    cwd: io.cwd,
    inFolders: [`**/*${SCENARIO_ENDING}`],
    wanted: isScenarioFile,
  });
  const printed = await compileFiles(paths, { out: resolve(io.cwd, out), ...(env === undefined ? {} : { env }) });

  if (stdout) {
    const chosen = printed.filter(
      ({ scenario }) => wanted === undefined || [scenario.name, scenario.slug].includes(wanted),
    );
    const [only] = chosen;
    if (only === undefined || chosen.length > 1) {
      const names = (chosen.length > 0 ? chosen : printed).map(({ scenario, environment }) =>
        printable(`${scenario.name} for ${environment.name}`),
      );
      io.stderr(
        `--stdout prints one blueprint, and these are ${names.length}:\n  ${names.join("\n  ")}\nChoose one with --scenario and --env.\n`,
      );
      return EXIT.usage;
    }
    io.stdout(only.text);
    return EXIT.ok;
  }

  const comparison = await compareWithDisk(printed, { out: resolve(io.cwd, out), whole: files.length === 0 });
  const shown = (path: string): string => printable(shownPath(path, io.cwd));
  if (check) {
    for (const { path, state } of comparison.changed)
      io.stderr(`${state === "new" ? "missing" : "stale"}  ${shown(path)}\n`);
    for (const path of comparison.leftOver) io.stderr(`left over  ${shown(path)}: no scenario prints it\n`);
    if (comparison.changed.length + comparison.leftOver.length > 0) {
      io.stderr("Run `cyanotype compile`, look at the change, and commit it.\n");
      return EXIT.findings;
    }
    io.stdout(`${printed.length} blueprint${printed.length === 1 ? " is" : "s are"} fresh\n`);
    return EXIT.ok;
  }

  writeFiles(comparison.changed);
  for (const { path, blueprint, scenario } of printed) {
    const state = comparison.changed.find((file) => file.path === path)?.state ?? "unchanged";
    io.stdout(`${state.padEnd(9)}  ${shown(path)}  ${printable(scenario.name)}, ${modulesIn(blueprint)}\n`);
  }
  for (const note of uncertainModules(printed)) io.stderr(`${note}\n`);
  for (const path of comparison.leftOver)
    io.stderr(`left over  ${shown(path)}: no scenario prints it; delete it if it is no longer needed\n`);
  return EXIT.ok;
}

function modulesIn(blueprint: PrintedScenario["blueprint"]): string {
  const { length } = buildScenario({ name: "", flows: flowsOf(blueprint) }).modules;
  return `${length} module${length === 1 ? "" : "s"}`;
}

/** A line for each environment in which modules are printed whose identifiers nobody has seen in an export. */
function uncertainModules(printed: readonly PrintedScenario[]): readonly string[] {
  const weak = new Map<string, Set<string>>();
  for (const { environment, blueprint } of printed) {
    const { modules } = buildScenario({ name: "", flows: flowsOf(blueprint) });
    for (const { type, version } of modules) {
      if (catalog.find(type, version)?.evidence.level !== "weak") continue;
      weak.set(environment.name, (weak.get(environment.name) ?? new Set()).add(type));
    }
  }
  return [...weak].map(
    ([environment, types]) =>
      `note       in the environment ${environment}, the identifiers of ${[...types].sort().join(", ")} are assumed; ` +
      "set the real ones under `moduleIds`, or print them over HTTP and webhooks with `modules: certain`",
  );
}
