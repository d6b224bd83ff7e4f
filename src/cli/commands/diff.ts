import { Command, Option } from "commander";
import { DIFF_FORMATS } from "../diff-formats.ts";
import type { ExitCode, Io } from "../io.ts";
import { scaleOption, themeOption } from "../picture-flags.ts";
import { oneEnvOption, outOption } from "../print-flags.ts";
import type { DiffFlags } from "../run/diff.ts";

const EXAMPLES = `
Examples:
  cyanotype diff old.blueprint.json new.blueprint.json
  cyanotype diff exports/orders.json scenarios/orders.scenario.ts
                                    what importing the scenario would change
  cyanotype diff --git main         all that differs from a branch or a commit
  cyanotype diff --git main... exports
                                    since the branches parted, in one folder
  cyanotype diff --git v1..v2 --format markdown
                                    two commits, for a pull request
  cyanotype diff old.blueprint.json new.blueprint.json -o change.svg
                                    a picture, by the ending of its file
  cyanotype diff --git main --format svg -o changes/
                                    a picture of each scenario and its change

Modules are recognized by their numbers, names and contents: neither new numbers
nor other places on the canvas are a difference. Mappings name modules instead
of numbering them. With --git, a scenario that differs is told once, and not for
the files that it is printed to as well. A schedule that an export does not have
is not known, and no difference.

Pictures (svg, png, html, mermaid) show both states in one; a mermaid chart of
more than 40 modules folds those that are far from a change.

Exit codes: 0 nothing has changed · 1 something has
            2 wrong usage, or something cannot be read
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
      new Option(
        "--format <name>",
        "how to print or draw; `patch` is an RFC 6902 patch (default: by the ending of -o, or text)",
      ).choices(DIFF_FORMATS),
    )
    .option("-o, --output <path>", "write to a file, or a picture for each scenario into a folder (`pictures/`)")
    .addOption(themeOption())
    .addOption(scaleOption())
    .option("--all", "tell what only the editor needs as well: numbers, places on the canvas, the order of keys")
    .addOption(oneEnvOption())
    .addOption(outOption())
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: DiffFlags) => {
      const { diff } = await import("../run/diff.ts");
      setCode(await diff(files, flags, io));
    });
