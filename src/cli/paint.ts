import colors from "picocolors";
import type { Style } from "../lint/formats/text.ts";

/** Paints parts of the output for a terminal; leaves them as they are elsewhere. */
export function painter(enabled: boolean): (style: Style, text: string) => string {
  const { bold, red, yellow, blue, cyan, dim } = colors.createColors(enabled);
  const styles: Readonly<Record<Style, (text: string) => string>> = {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    info: (text) => bold(blue(text)),
    path: cyan,
    quiet: dim,
    strong: bold,
  };
  return (style, text) => styles[style](text);
}
