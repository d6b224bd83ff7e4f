import type { JsonPlace, Span } from "../diagnostics/diagnostic.ts";
import { parsePointer } from "../util/json-pointer.ts";
import { createLineIndex } from "./line-index.ts";
import { type JsonTape, readName, scanJson } from "./scan-json.ts";

/**
 * Finds places of a JSON text, which must be one that `JSON.parse` accepts. The text is indexed when the first place
 * is asked for. A pointer to something missing finds the nearest thing around it that is there.
 */
export function createLocator(text: string): (place: JsonPlace) => Span {
  let locate: ((place: JsonPlace) => Span) | undefined;
  return (place) => {
    locate ??= indexText(text);
    return locate(place);
  };
}

/** Entries of the tape. The name is absent for the items of an array. */
interface Child {
  readonly name?: number;
  readonly value: number;
}

function indexText(text: string): (place: JsonPlace) => Span {
  const scan = scanJson(text);
  if (!scan.ok) throw new TypeError("Places can only be found in JSON");
  const { tape } = scan;
  const spanOf = createLineIndex(text);
  const families = new Map<number, ReadonlyMap<string, Child>>();

  const childrenOf = (entry: number): ReadonlyMap<string, Child> => {
    const known = families.get(entry);
    if (known !== undefined) return known;
    const children = listChildren(text, tape, entry);
    families.set(entry, children);
    return children;
  };

  const spanOfEntry = (entry: number): Span => spanOf(tape.starts[entry] as number, tape.ends[entry] as number);

  return ({ pointer, range, key }) => {
    let found: Child = { value: 0 };
    for (const step of parsePointer(pointer)) {
      const child = childrenOf(found.value).get(step);
      if (child === undefined) return spanOfEntry(found.value);
      found = child;
    }

    if (key && found.name !== undefined) return spanOfEntry(found.name);
    const start = tape.starts[found.value] as number;
    if (range === undefined || text[start] !== '"') return spanOfEntry(found.value);
    return spanOf(offsetInString(text, start, range.start), offsetInString(text, start, range.end));
  };
}

function listChildren(text: string, tape: JsonTape, parent: number): ReadonlyMap<string, Child> {
  const children = new Map<string, Child>();
  const { starts, nexts } = tape;
  const end = nexts[parent] as number;
  if (text[starts[parent] as number] === "{") {
    for (let name = parent + 1; name < end; name = nexts[name + 1] as number) {
      children.set(readName(text, tape, name), { name, value: name + 1 });
    }
  } else {
    for (let value = parent + 1; value < end; value = nexts[value] as number) {
      children.set(String(children.size), { value });
    }
  }
  return children;
}

/** Offset in the text of a character of a string value that begins at `quote`; no farther than its closing quote. */
function offsetInString(text: string, quote: number, decoded: number): number {
  let at = quote + 1;
  for (let left = decoded; left > 0 && text[at] !== '"'; left--) {
    if (text[at] !== "\\") at += 1;
    else at += text[at + 1] === "u" ? 6 : 2;
  }
  return at;
}
