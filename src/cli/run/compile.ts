import { resolve } from "node:path";
import type { Blueprint } from "../../blueprint/blueprint.ts";
import { printable } from "../../diagnostics/code-frame.ts";
import { compareWithDisk } from "../../load/compare-with-disk.ts";
import { compileFiles } from "../../load/compile-files.ts";
import { findFiles, isScenarioFile, SCENARIO_ENDING, shownPath } from "../../load/find-files.ts";
import { writeFiles } from "../../load/write-files.ts";
import { buildScenario } from "../../model/scenario.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

export interface CompileFlags {
  readonly env?: string;
  readonly out: string;
  readonly stdout?: boolean;
  readonly check?: boolean;
}

/** Prints scenarios as blueprints, or tells whether those that are printed are fresh. */
export async function compile(
  files: readonly string[],
  { env, out, stdout, check }: CompileFlags,
  io: Io,
): Promise<ExitCode> {
  const paths = await findFiles(files.length > 0 ? files : ["scenarios"], {
    cwd: io.cwd,
    inFolders: [`**/*${SCENARIO_ENDING}`],
    wanted: async (path) => isScenarioFile(path),
  });
  const printed = await compileFiles(paths, { out: resolve(io.cwd, out), ...(env === undefined ? {} : { env }) });

  if (stdout) {
    const [only] = printed;
    if (only === undefined || printed.length > 1) {
      const names = printed.map(({ scenario, environment }) => `${scenario.name} for ${environment.name}`);
      io.stderr(
        `--stdout prints one blueprint, and these are ${printed.length}:\n  ${names.join("\n  ")}\nName one file, and an environment with --env.\n`,
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
  for (const path of comparison.leftOver)
    io.stderr(`left over  ${shown(path)}: no scenario prints it; delete it if it is no longer needed\n`);
  return EXIT.ok;
}

function modulesIn({ name, flow }: Blueprint): string {
  const { length } = buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }] }).modules;
  return `${length} module${length === 1 ? "" : "s"}`;
}
