// Which format a person wants: the one that they name, or that of the file to write.

import { extname } from "node:path";
import { ProblemError } from "../diagnostics/diagnostic.ts";
import { isFolder } from "./write-drawings.ts";

/** What a file of an ending may hold; the first, when nobody says so. */
const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  ".svg": ["svg"],
  ".png": ["png"],
  ".html": ["html"],
  ".htm": ["html"],
  ".mmd": ["mermaid"],
  ".mermaid": ["mermaid"],
  ".md": ["markdown", "mermaid"],
  ".json": ["json", "patch"],
  ".patch": ["patch"],
  ".txt": ["text", "markdown", "mermaid", "json", "patch"],
};

export interface OutputFlags<Name extends string> {
  readonly format?: Name;
  /** The file or the folder to write. */
  readonly output?: string;
}

/** Chooses among the formats of a command. Throws where the ending of the file says something else. */
export function outputFormat<Name extends string>(
  { format, output }: OutputFlags<Name>,
  formats: readonly Name[],
  cwd: string,
): Name | "text" {
  const ending = output === undefined || isFolder(output, cwd) ? "" : extname(output).toLowerCase();
  const held = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (held === undefined) return format ?? "text";
  if (format === undefined) return formats.find((name) => name === held[0]) ?? refuse(noFormat());
  if (held.includes(format) || !formats.some((name) => held.includes(name))) return format;
  return refuse({
    message: `\`--format ${format}\` is asked for, and the name of the file ends in \`${ending}\``,
    help: `Leave out \`--format\`, or end the name in ${endingsOf(format).join(" or ")}`,
  });

  function noFormat() {
    const known = formats.flatMap((name) => endingsOf(name).slice(0, 1));
    return { message: `Nothing is written as \`${ending}\` here`, help: `End the name in ${known.join(", ")}` };
  }

  function refuse(problem: { readonly message: string; readonly help: string }): never {
    throw new ProblemError([{ ...(output === undefined ? {} : { path: output }), ...problem }]);
  }
}

/** The endings that stand for a format by themselves. */
const endingsOf = (format: string): readonly string[] =>
  Object.keys(ENDINGS).filter((ending) => ENDINGS[ending]?.[0] === format);
