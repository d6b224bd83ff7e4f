import { Command } from "commander";
import { environmentName } from "../environment-name.ts";
import type { ExitCode, Io } from "../io.ts";
import type { DecompileFlags } from "../run/decompile.ts";

const EXAMPLES = `
Each scenario is compiled again on the spot: it must give the very blueprint
back, or nothing is written for it. Beside orders.scenario.ts stand
  orders.editor.json        ids, positions, and what else only the editor needs
  environments/<name>.yaml  ids of connections, webhooks and the like
  modules/                  modules that were learnt from the exports

Examples:
  cyanotype decompile orders.blueprint.json   to scenarios/orders.scenario.ts
  cyanotype decompile exports -o scenarios    every blueprint of a folder
  cyanotype decompile orders.json -o flows/orders.scenario.ts --env staging
  cyanotype decompile --verify 'exports/**/*.json'   prove it; write nothing

Exit codes: 0 written, or proved · 1 something would be lost
            2 wrong usage, or something cannot be read or written as source
`;

export const decompileCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("decompile")
    .description("Write blueprints as scenarios in TypeScript, and prove that nothing is lost")
    .argument("<files...>", "exports of Make's editor, answers of its API, copied modules; folders or patterns")
    .option("-o, --out <path>", "a folder, or for one blueprint a file that ends in .scenario.ts", "scenarios")
    .option("--env <name>", "the environment that gets the ids", environmentName, "production")
    .option("--force", "write over scenarios that are there")
    .option("--stdout", "print the source of one scenario and write nothing")
    .option("--verify", "write nothing; prove each one and tell the sum")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: DecompileFlags) => {
      const { decompile } = await import("../run/decompile.ts");
      setCode(await decompile(files, flags, io));
    });
