import { Command } from "commander";
import { EXIT, type ExitCode, type Io } from "../io.ts";

interface CompileFlags {
  readonly env?: string;
  readonly out: string;
  readonly stdout?: boolean;
  readonly check?: boolean;
}

const EXAMPLES = `
Examples:
  cyanotype compile                                 print all scenarios for all environments
  cyanotype compile --env production                only for environments/production.yaml
  cyanotype compile scenarios/orders.scenario.ts --env production --stdout
  cyanotype compile --check                         is what is committed fresh? (exit code 1 if not)
`;

export const compileCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("compile")
    .description("Print scenarios as blueprints that Make imports")
    .argument("[files...]", "files, folders or patterns of *.scenario.ts (default: scenarios)")
    .option("--env <name>", "only for this environment (default: every one beside the scenarios)")
    .option("--out <folder>", "where blueprints are printed to, in a folder per environment", "dist-blueprints")
    .option("--stdout", "print one blueprint to the terminal and write nothing")
    .option("--check", "write nothing; tell whether the printed blueprints are fresh")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: CompileFlags) => {
      setCode(await run(files, flags, io));
    });

async function run(files: readonly string[], { env, out, stdout, check }: CompileFlags, io: Io): Promise<ExitCode> {
  const { resolve } = await import("node:path");
  const { findFiles, isScenarioFile, SCENARIO_ENDING, shownPath } = await import("../../load/find-files.ts");
  const { compileFiles } = await import("../../load/compile-files.ts");
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

  const { compareWithDisk } = await import("../../load/compare-with-disk.ts");
  const comparison = await compareWithDisk(printed, { out: resolve(io.cwd, out), whole: files.length === 0 });
  const shown = (path: string): string => shownPath(path, io.cwd);
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

  const { writeFiles } = await import("../../load/write-files.ts");
  writeFiles(comparison.changed);
  for (const { path, blueprint, scenario } of printed) {
    const state = comparison.changed.find((file) => file.path === path)?.state ?? "unchanged";
    io.stdout(`${state.padEnd(9)}  ${shown(path)}  ${scenario.name}, ${modulesIn(blueprint)}\n`);
  }
  for (const path of comparison.leftOver)
    io.stderr(`left over  ${shown(path)}: no scenario prints it; delete it if it is no longer needed\n`);
  return EXIT.ok;
}

function modulesIn(blueprint: { readonly flow: readonly unknown[] }): string {
  const amount = JSON.stringify(blueprint.flow).split('"designer":').length - 1;
  return `${amount} module${amount === 1 ? "" : "s"}`;
}
