// Pictures, pages and charts that a command has drawn: printed, written to a file, or one by one into a folder.

import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { printable } from "../diagnostics/code-frame.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import { shownPath } from "../load/find-files.ts";
import { realPathOf } from "../load/real-path.ts";
import { writeFiles } from "../load/write-files.ts";
import type { Io } from "./io.ts";

export const DRAWING_FORMATS = ["svg", "png", "html", "mermaid"] as const;
export type DrawingFormat = (typeof DRAWING_FORMATS)[number];
/** As one scenario may be shown: drawn, or as an outline. */
export const RENDER_FORMATS = ["text", ...DRAWING_FORMATS] as const;

const ENDINGS: Readonly<Record<DrawingFormat | "text", string>> = {
  text: ".txt",
  svg: ".svg",
  png: ".png",
  html: ".html",
  mermaid: ".mmd",
};

export interface DrawingTarget {
  readonly format: DrawingFormat | "text";
  /** The file or the folder; without one it is printed. */
  readonly output: string | undefined;
  readonly cwd: string;
  /** The files that are read, absolute: none is written over. */
  readonly inputs: readonly string[];
}

export interface MadeDrawing {
  /** What its file is called in a folder, without an ending. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Why so many drawings cannot go where they should. */
export function refuseTarget(count: number, { format, output, cwd, inputs }: DrawingTarget): Problem[] {
  if (output === undefined && format === "png") {
    return [{ message: "A PNG is no text", help: "Name a file or a folder: `-o picture.png`, `-o pictures/`" }];
  }
  const inFolder = output !== undefined && isFolder(output, cwd);
  // Links are followed when a file is written.
  if (output !== undefined && !inFolder && inputs.map(realPathOf).includes(realPathOf(resolve(cwd, output)))) {
    return [{ path: output, message: "It would be written over a file that is read", help: "Give it another name" }];
  }
  if (count < 2 || inFolder || (output === undefined && format === "text")) return [];
  return [
    {
      ...(output === undefined ? {} : { path: output }),
      message: `These are ${count} scenarios, and ${output === undefined ? "one picture is printed" : "a file holds one"}`,
      help: "Name a folder, with a slash at its end: `-o pictures/`",
    },
  ];
}

/** Prints or writes drawings, and tells what was written. */
export function writeDrawings(
  drawings: readonly MadeDrawing[],
  { format, output, cwd }: Omit<DrawingTarget, "inputs">,
  io: Io,
): void {
  if (output === undefined) {
    io.stdout(drawings.map(({ content }) => content).join("\n"));
    return;
  }
  const path = resolve(cwd, output);
  const files = isFolder(output, cwd)
    ? inFolder(path, drawings, format)
    : drawings.map(({ content }) => ({ path, text: content }));
  writeFiles(files);
  for (const file of files) io.stderr(`written  ${printable(shownPath(file.path, cwd))}\n`);
}

/** A folder is what is one already, and what is written like one. */
export const isFolder = (output: string, cwd: string): boolean =>
  /[\\/]$/u.test(output) || statSync(resolve(cwd, output), { throwIfNoEntry: false })?.isDirectory() === true;

/** A file for each drawing; the second of a name has a number. */
function inFolder(folder: string, drawings: readonly MadeDrawing[], format: DrawingTarget["format"]) {
  const taken = new Set<string>();
  return drawings.map(({ name, content }) => {
    let free = name;
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name}-${count}`;
    taken.add(free.toLowerCase());
    return { path: join(folder, `${free}${ENDINGS[format]}`), text: content };
  });
}
