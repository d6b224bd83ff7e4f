import colors from "picocolors";
import { printable } from "../diagnostics/code-frame.ts";
import type { Style } from "../lint/formats/text.ts";

/** Paints parts of the output for a terminal. What would steer the terminal, in names of files, is made visible. */
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
  return (style, text) => styles[style](printable(text));
}
