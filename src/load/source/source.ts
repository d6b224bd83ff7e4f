import { type Names, readNames } from "./names.ts";
import { readSyntax, type Syntax } from "./syntax.ts";

/** An author's file, as it is asked for places. */
export interface Source {
  readonly syntax: Syntax;
  readonly names: Names;
}

/** Reads a file; nothing where its syntax is not understood. */
export function readSource(text: string): Source | undefined {
  const syntax = readSyntax(text);
  return syntax && { syntax, names: readNames(syntax) };
}
