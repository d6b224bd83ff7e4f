import { Command, Option } from "commander";
import type { ExitCode, Io } from "../io.ts";
import type { RenderFlags } from "../run/render.ts";

export const renderCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("render")
    .description("Show a scenario or a blueprint: as an outline, a picture, a page to explore, or a chart for Markdown")
    .argument("<files...>", "blueprints (*.json), scenarios (*.scenario.ts), folders or patterns")
    .addOption(new Option("--format <name>", "how to draw").choices(["text", "svg", "html", "mermaid"]).default("text"))
    .option(
      "-o, --output <path>",
      "write a file, or one for each scenario into a folder (`pictures/`), instead of printing",
    )
    .addOption(
      new Option("--theme <name>", "colours of a picture; auto follows the reader's").choices([
        "auto",
        "light",
        "dark",
      ]),
    )
    .option("--lint", "mark in a picture what the linter finds")
    .option("--env <name>", "environment to print scenarios for (default: the first one beside them)")
    .action(async (files: readonly string[], flags: RenderFlags) => {
      const { render } = await import("../run/render.ts");
      setCode(await render(files, flags, io));
    });
