import type { JsonPlace, Span } from "../diagnostics/diagnostic.ts";
import { unescaped } from "../util/json-pointer.ts";
import { createLineIndex } from "./line-index.ts";
import { type JsonTape, readName, scanJson } from "./scan-json.ts";

/**
 * Finds places of a JSON text, which must be one that `JSON.parse` accepts. The text is indexed when the first place
 * is asked for, and need not be scanned again by those who have its tape. A pointer to something missing finds the nearest thing around it that is there.
 */
export function createLocator(text: string, tape?: JsonTape): (place: JsonPlace) => Span {
  let locate: ((place: JsonPlace) => Span) | undefined;
  return (place) => {
    locate ??= indexText(text, tape ?? tapeOf(text));
    return locate(place);
  };
}

/** Entries of the tape: the values of an object by name, or the items of an array. */
type Children = ReadonlyMap<string, number> | readonly number[];

function tapeOf(text: string): JsonTape {
  const scan = scanJson(text);
  if (!scan.ok) throw new TypeError("Places can only be found in JSON");
  return scan.tape;
}

function indexText(text: string, tape: JsonTape): (place: JsonPlace) => Span {
  const spanOf = createLineIndex(text, tape.lines);
  const spanOfEntry = (entry: number): Span => spanOf(tape.starts[entry] as number, tape.ends[entry] as number);

  const families = new Map<number, Children>();
  const strings = new Map<number, readonly number[]>();
  const childrenOf = (parent: number): Children => {
    const children = families.get(parent) ?? listChildren(text, tape, parent);
    families.set(parent, children);
    return children;
  };

  const childAt = (parent: number, step: string): number | undefined => {
    const children = childrenOf(parent);
    return children instanceof Map ? children.get(step) : itemAt(children as readonly number[], step);
  };

  // Most places stand beside others that were asked for.
  const found = new Map<string, Found>();
  const find = (path: string): Found => {
    const known = found.get(path);
    if (known !== undefined) return known;
    let place = ROOT;
    for (let start = 0; start < path.length && place.isThere; ) {
      const slash = path.indexOf("/", start + 1);
      const end = slash < 0 ? path.length : slash;
      const upToHere = path.slice(0, end);
      const next = found.get(upToHere) ?? stepInto(place.entry, unescaped(path.slice(start + 1, end)));
      found.set(upToHere, next);
      place = next;
      start = end;
    }
    return place;
  };
  const stepInto = (parent: number, step: string): Found => {
    const isNamed = text[tape.starts[parent] as number] === "{";
    const entry = isNamed && isSmall(tape, parent) ? valueNamed(step, text, tape, parent) : childAt(parent, step);
    return entry === undefined ? { entry: parent, isThere: false, isNamed } : { entry, isThere: true, isNamed };
  };

  return ({ pointer, range, key }) => {
    const { entry, isThere, isNamed } = find(pointer);
    if (!isThere) return spanOfEntry(entry);
    if (key && isNamed) return spanOfEntry(entry - 1);
    const start = tape.starts[entry] as number;
    if (range === undefined || text[start] !== '"') return spanOfEntry(entry);
    let offsets = strings.get(start);
    if (offsets === undefined) {
      offsets = offsetsInString(text, start);
      strings.set(start, offsets);
    }
    const offsetOf = (decoded: number): number => offsets[Math.min(decoded, offsets.length - 1)] ?? start + 1;
    return spanOf(offsetOf(range.start), offsetOf(range.end));
  };
}

/** Where a pointer leads to. */
interface Found {
  /** The entry of the value, or of what is around it. */
  readonly entry: number;
  readonly isThere: boolean;
  /** Whether it is a property: its name is the entry before. */
  readonly isNamed: boolean;
}

const ROOT: Found = { entry: 0, isThere: true, isNamed: false };

const BACKSLASH = 0x5c;

/** Few places are asked for in an object, and in one like this looking is faster than listing what there is. */
const isSmall = ({ starts, ends, nexts }: JsonTape, object: number): boolean =>
  (nexts[object] as number) - object < 200 && (ends[object] as number) - (starts[object] as number) < 20_000;

/** The value of the last property with this name, as `JSON.parse` has it. */
function valueNamed(name: string, text: string, tape: JsonTape, object: number): number | undefined {
  const { starts, ends, nexts } = tape;
  const end = nexts[object] as number;
  let found: number | undefined;
  for (let entry = object + 1; entry < end; entry = nexts[entry + 1] as number) {
    const start = (starts[entry] as number) + 1;
    const length = (ends[entry] as number) - 1 - start;
    // What is written with escapes is longer than it is.
    const isSame = length === name.length ? text.startsWith(name, start) : length > name.length && isEscaped(entry);
    if (isSame && readName(text, tape, entry) === name) found = entry + 1;
  }
  return found;

  function isEscaped(entry: number): boolean {
    for (let at = starts[entry] as number; at < (ends[entry] as number); at++) {
      if (text.charCodeAt(at) === BACKSLASH) return true;
    }
    return false;
  }
}

function listChildren(text: string, tape: JsonTape, parent: number): Children {
  const { starts, nexts } = tape;
  const end = nexts[parent] as number;
  if (text[starts[parent] as number] === "{") {
    const values = new Map<string, number>();
    for (let name = parent + 1; name < end; name = nexts[name + 1] as number) {
      values.set(readName(text, tape, name), name + 1);
    }
    return values;
  }
  const items: number[] = [];
  for (let item = parent + 1; item < end; item = nexts[item] as number) items.push(item);
  return items;
}

const itemAt = (items: readonly number[], index: string): number | undefined =>
  /^\d+$/.test(index) ? items[Number(index)] : undefined;

/** Offsets in the text of each character of a string value that begins at `quote`, and of its closing quote. */
function offsetsInString(text: string, quote: number): readonly number[] {
  const offsets: number[] = [];
  let at = quote + 1;
  for (; text[at] !== '"'; at += text[at] !== "\\" ? 1 : text[at + 1] === "u" ? 6 : 2) offsets.push(at);
  offsets.push(at);
  return offsets;
}
