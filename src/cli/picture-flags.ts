// The flags of all commands that draw pictures.

import { Option } from "commander";
import type { Problem } from "../diagnostics/diagnostic.ts";
import type { Theme } from "../render/svg-theme.ts";

export interface PictureFlags {
  readonly theme?: Theme | undefined;
  /** How much larger a PNG is, as somebody wrote it. */
  readonly scale?: string | undefined;
}

export const themeOption = (): Option =>
  new Option("--theme <name>", "colours of a picture; auto follows the reader's, a PNG is light").choices([
    "auto",
    "light",
    "dark",
  ]);

export const scaleOption = (): Option => new Option("--scale <factor>", "how much larger a PNG is drawn (default: 1)");

const [SMALLEST, LARGEST] = [0.1, 10];

/** What cannot be done with flags of pictures in this format. */
export function refusePictureFlags({
  format,
  theme,
  scale,
}: PictureFlags & { readonly format: string }): readonly Problem[] {
  const problems: Problem[] = [];
  if (theme !== undefined && !["svg", "png", "html"].includes(format)) {
    problems.push({ message: "`--theme` is for pictures", help: "Add `--format svg`, `png` or `html`" });
  }
  if (scale === undefined) return problems;
  if (format !== "png") problems.push({ message: "`--scale` is for PNG", help: "Add `--format png`" });
  const factor = Number(scale);
  if (!(factor >= SMALLEST && factor <= LARGEST)) {
    problems.push({
      message: `\`--scale\` is a number from ${SMALLEST} to ${LARGEST}`,
      help: "Twice as large: `--scale 2`",
    });
  }
  return problems;
}

/** Gives what makes a PNG of a picture; it is loaded only when somebody asks for one. */
export async function pngDrawer(cwd: string, scale: string | undefined): Promise<(svg: string) => Uint8Array> {
  const { createPngDrawer } = await import("../load/draw-png.ts");
  return createPngDrawer(cwd, Number(scale ?? 1));
}
