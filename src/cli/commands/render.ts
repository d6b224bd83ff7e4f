import { Command, Option } from "commander";
import type { ExitCode, Io } from "../io.ts";
import { scaleOption, themeOption } from "../picture-flags.ts";
import { oneEnvOption } from "../print-flags.ts";
import type { RenderFlags } from "../run/render.ts";
import { RENDER_FORMATS } from "../write-drawings.ts";

const EXAMPLES = `
Examples:
  cyanotype render orders.blueprint.json   an outline in the terminal
  cyanotype render orders.json -o orders.svg
                                           a picture, by the ending of its file
  cyanotype render scenarios --format html -o pages/
                                           pages to move, search and ask
  cyanotype render scenarios --format svg --lint -o pictures/
  cyanotype render orders.json --theme dark --scale 2 -o orders.png

A PNG is drawn with @resvg/resvg-js, which is installed apart:
  npm install --save-dev @resvg/resvg-js
It has the fonts of the machine that draws it, and is refused where there are
none; an SVG and a page take the reader's.

Exit codes: 0 drawn · 2 wrong usage, or something cannot be read
`;

export const renderCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("render")
    .description("Show a scenario or a blueprint: as an outline, a picture, a page to explore, or a chart for Markdown")
    .argument("<files...>", "blueprints (*.json), scenarios (*.scenario.ts), folders or patterns")
    .addOption(
      new Option("--format <name>", "how to draw (default: by the ending of -o, or text)").choices(RENDER_FORMATS),
    )
    .option(
      "-o, --output <path>",
      "write a file, or one for each scenario into a folder (`pictures/`), instead of printing",
    )
    .addOption(themeOption())
    .addOption(scaleOption())
    .option("--lint", "mark in a picture what the linter finds")
    .addOption(oneEnvOption())
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: RenderFlags) => {
      const { render } = await import("../run/render.ts");
      setCode(await render(files, flags, io));
    });
