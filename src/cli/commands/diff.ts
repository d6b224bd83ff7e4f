import { Command, Option } from "commander";
import { FORMATS } from "../../diff/formats/format.ts";
import type { ExitCode, Io } from "../io.ts";
import type { DiffFlags } from "../run/diff.ts";

const EXAMPLES = `
Examples:
  cyanotype diff old.blueprint.json new.blueprint.json
  cyanotype diff exports/orders.json scenarios/orders.scenario.ts    what importing the scenario would change
  cyanotype diff --git main                          everything that differs from a branch, a tag or a commit
  cyanotype diff --git main... exports               since the branches parted, in one folder
  cyanotype diff --git v1..v2 --format markdown      two commits, as a comment on a pull request

Modules are recognized by their numbers, names and contents: neither new numbers nor other places on the canvas are a
difference. Mappings name modules instead of numbering them.

Exit codes: 0 nothing has changed · 1 something has · 2 wrong usage, or something cannot be read
`;

export const diffCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("diff")
    .description("Tell what has changed in scenarios or blueprints, as a reviewer would say it")
    .argument("[files...]", "two blueprints (*.json) or scenarios (*.scenario.ts); with --git what to look at")
    .option(
      "--git <revision>",
      "compare the files as they are with a commit (`main`, `main...`), or two commits (`a..b`)",
    )
    .addOption(
      new Option("--format <name>", "how to print; `patch` is an RFC 6902 patch").choices([...FORMATS]).default("text"),
    )
    .option("--all", "tell what only the editor needs as well: numbers, places on the canvas, the order of keys")
    .option("--env <name>", "environment to print scenarios for (default: the first one beside them)")
    .option("--out <folder>", "where the scenarios' blueprints are printed to", "dist-blueprints")
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: DiffFlags) => {
      const { diff } = await import("../run/diff.ts");
      setCode(await diff(files, flags, io));
    });
