import type { Span } from "../diagnostics/diagnostic.ts";
import { quote } from "../util/quote.ts";
import { createLineIndex } from "./line-index.ts";
import { MAX_PROBLEMS, type ReadProblem } from "./read-problem.ts";
import { type JsonTape, readName } from "./scan-json.ts";

/** A property name that programs read in different ways. All numbers are entries of the tape. */
interface AmbiguousName {
  readonly name: string;
  readonly entry: number;
  /** The earlier property of the same name in the same object; absent for `__proto__`. */
  readonly first: number | undefined;
}

/**
 * Reports names that stand twice in one object, where `JSON.parse` drops the first without a word, and `__proto__`,
 * which code that copies properties takes for the prototype.
 */
export function checkKeys(text: string, tape: JsonTape): readonly ReadProblem[] {
  const ambiguous = findAmbiguousNames(text, tape);
  if (ambiguous.length === 0) return [];

  const spanOf = createLineIndex(text);
  const spanOfEntry = (entry: number): Span => spanOf(tape.starts[entry] as number, tape.ends[entry] as number);
  return ambiguous.map(({ name, entry, first }) => ({
    span: spanOfEntry(entry),
    ...(first === undefined
      ? { message: `${quote(name)} cannot be the name of a property`, help: "Rename the property" }
      : {
          message: `${quote(name)} stands twice in this object, first on line ${spanOfEntry(first).line}`,
          help: "Remove one of the two: a program that reads the file sees only one of them",
        }),
  }));
}

function findAmbiguousNames(text: string, tape: JsonTape): readonly AmbiguousName[] {
  const { starts, nexts } = tape;
  const found: AmbiguousName[] = [];
  const seen = new Map<string, number>();

  for (const [object, start] of starts.entries()) {
    if (text[start] !== "{") continue;
    seen.clear();
    const end = nexts[object] as number;
    for (let entry = object + 1; entry < end; entry = nexts[entry + 1] as number) {
      const name = readName(text, tape, entry);
      const first = seen.get(name);
      if (first === undefined) seen.set(name, entry);
      if (first === undefined && name !== "__proto__") continue;
      if (found.push({ name, entry, first }) === MAX_PROBLEMS) return found;
    }
  }
  return found;
}
