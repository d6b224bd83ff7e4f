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
  for (let object = 0; object < starts.length; object++) {
    if (text.charCodeAt(starts[object] as number) !== OPEN_OBJECT || !mayBeAmbiguous(text, tape, object)) continue;
    const seen = new Map<string, number>();
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

/** Objects with more names are read name by name. */
const FEW = 32;
const hashes = new Int32Array(FEW);
const OPEN_OBJECT = 0x7b;
const BACKSLASH = 0x5c;
const SUSPICIOUS = hashOf("__proto__", 0, "__proto__".length);

/** Tells in passing that an object has nothing ambiguous: hardly any has, and reading each name takes far longer. */
function mayBeAmbiguous(text: string, { starts, ends, nexts }: JsonTape, object: number): boolean {
  const end = nexts[object] as number;
  let count = 0;
  for (let entry = object + 1; entry < end; entry = nexts[entry + 1] as number) {
    const hash = hashOf(text, (starts[entry] as number) + 1, (ends[entry] as number) - 1);
    if (count === FEW || hash === SUSPICIOUS) return true;
    for (let other = 0; other < count; other++) if (hashes[other] === hash) return true;
    hashes[count++] = hash;
  }
  return false;
}

/** A number that equal names have in common. One that is written with escapes may be any. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) return SUSPICIOUS;
    hash = (Math.imul(hash, 31) + char) | 0;
  }
  return hash;
}
