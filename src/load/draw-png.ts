// A picture as a PNG. What draws it, resvg, is as large as all of this package: those who want it install it.

import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Resvg from "@resvg/resvg-js";
import { ProblemError } from "../diagnostics/diagnostic.ts";

const RENDERER = "@resvg/resvg-js";
/** More take more than a gigabyte, and no program shows them. */
const MOST_PIXELS = 150_000_000;

/** Gives a function that makes a PNG of a picture, larger by `scale`. Throws when nothing is there to draw it with. */
export async function createPngDrawer(cwd: string, scale: number): Promise<(svg: string) => Uint8Array> {
  const { Resvg } = await loadRenderer(cwd);
  const options = { fitTo: { mode: "zoom", value: scale }, font: { loadSystemFonts: true } } as const;
  const probe = new Resvg('<svg xmlns="http://www.w3.org/2000/svg"><text y="9">x</text></svg>', options);
  if (probe.getBBox() === undefined) {
    throw new ProblemError([
      {
        message: "No font is installed, and the picture would have no words",
        help: "Install one (on Debian: `apt-get install fonts-dejavu-core`), or draw an SVG: it takes the reader's fonts",
      },
    ]);
  }
  return (svg) => {
    const picture = new Resvg(svg, options);
    const [width, height] = [picture.width * scale, picture.height * scale].map(Math.round) as [number, number];
    if (width * height > MOST_PIXELS) {
      throw new ProblemError([
        {
          message: `The picture would have ${width} × ${height} pixels`,
          help: "Choose a smaller `--scale`, or draw an SVG",
        },
      ]);
    }
    return picture.render().asPng();
  };
}

/** Found beside this package, or in the project that somebody is in. */
async function loadRenderer(cwd: string): Promise<typeof Resvg> {
  const places = [createRequire(import.meta.url), createRequire(join(cwd, "package.json"))];
  for (const require of places) {
    let path: string;
    try {
      path = require.resolve(RENDERER);
    } catch {
      continue;
    }
    try {
      return require(path) as typeof Resvg;
    } catch (error) {
      throw new ProblemError([
        {
          message: `\`${RENDERER}\` is installed and does not run here: ${error instanceof Error ? error.message : "no reason is given"}`,
          help: `Install it anew on this machine: npm install --save-dev ${RENDERER}`,
        },
      ]);
    }
  }
  throw new ProblemError([
    {
      message: `A PNG is drawn with \`${RENDERER}\`, which is not installed`,
      help: `npm install --save-dev ${RENDERER}`,
    },
  ]);
}
