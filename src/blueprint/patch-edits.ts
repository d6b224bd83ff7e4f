// A JSON Patch as edits of a text, so that everything which the patch does not touch stays as it was written.

import { parsePointer } from "../util/json-pointer.ts";
import { type JsonTape, readName, scanJson } from "./scan-json.ts";

/** What stands from `start` to `end` is replaced by `text`; offsets are those of the text before any edit. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface PatchOperation {
  readonly op: "add" | "replace" | "remove";
  readonly path: string;
  readonly value?: unknown;
}

/**
 * Tells the edits that patches make of a JSON text, in the order of the text. `undefined` when a patch fits nothing
 * there, or when its operations work on the same list or object, so that one counts on what another has done.
 */
export function createPatcher(text: string): (patch: readonly PatchOperation[]) => readonly TextEdit[] | undefined {
  let tape: JsonTape | undefined;
  return (patch) => {
    const parents = patch.map(({ path }) => path.slice(0, path.lastIndexOf("/")));
    if (new Set(parents).size < parents.length) return undefined;
    if (tape === undefined) {
      const scan = scanJson(text);
      if (!scan.ok) throw new TypeError("Only JSON can be patched");
      tape = scan.tape;
    }
    const edits: TextEdit[] = [];
    for (const operation of patch) {
      const edit = editOf(text, tape, operation);
      if (edit === undefined) return undefined;
      edits.push(edit);
    }
    edits.sort((a, b) => a.start - b.start);
    return edits.some(({ start }, index) => start <= (edits[index - 1]?.end ?? -1)) ? undefined : edits;
  };
}

/** A property or an item. */
interface Member {
  /** Its entry of the tape: that of its value. */
  readonly entry: number;
  /** Of a property. */
  readonly name: string | undefined;
  /** Offsets: where it begins (a property with its name), where its value begins, and where it ends. */
  readonly start: number;
  readonly value: number;
  readonly end: number;
}

/** What is in an object or a list, `undefined` for other values. */
function membersOf(text: string, tape: JsonTape, parent: number): readonly Member[] | undefined {
  const { starts, ends, nexts } = tape;
  const isNamed = text[starts[parent] as number] === "{";
  if (!isNamed && text[starts[parent] as number] !== "[") return undefined;
  const members: Member[] = [];
  let at = parent + 1;
  while (at < (nexts[parent] as number)) {
    const entry = isNamed ? at + 1 : at;
    members.push({
      entry,
      name: isNamed ? readName(text, tape, at) : undefined,
      start: starts[at] as number,
      value: starts[entry] as number,
      end: ends[entry] as number,
    });
    at = nexts[entry] as number;
  }
  return members;
}

/** Where a step of a pointer leads: the place of an existing member, or behind the last one. -1 leads nowhere. */
function indexOf(text: string, members: readonly Member[], step: string, parent: number): number {
  if (text[parent] === "{") {
    const index = members.findIndex(({ name }) => name === step);
    return index < 0 ? members.length : index;
  }
  if (step === "-") return members.length;
  const index = /^(?:0|[1-9]\d*)$/u.test(step) ? Number(step) : -1;
  return index <= members.length ? index : -1;
}

function editOf(text: string, tape: JsonTape, { op, path, value }: PatchOperation): TextEdit | undefined {
  const steps = parsePointer(path);
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  let parent = 0;
  for (const step of steps.slice(0, -1)) {
    const members = membersOf(text, tape, parent);
    const child = members?.[indexOf(text, members, step, tape.starts[parent] as number)];
    if (child === undefined) return undefined;
    parent = child.entry;
  }
  const members = membersOf(text, tape, parent);
  if (members === undefined) return undefined;
  const start = tape.starts[parent] as number;
  const index = indexOf(text, members, last, start);
  const member = members[index];

  if (op === "remove") return member && removal(text, members, index, { start, end: tape.ends[parent] as number });
  const written = JSON.stringify(value);
  if (written === undefined || index < 0) return undefined;
  const isNamed = text[start] === "{";
  if (member && (op === "replace" || isNamed)) return { start: member.value, end: member.end, text: written };
  if (op === "replace") return undefined;
  const name = isNamed ? `${JSON.stringify(last)}:${/:\s/u.test(text) ? " " : ""}` : "";
  return insertion(text, start + 1, members, index, `${name}${written}`);
}

/** A member goes with its comma, and with its line when it stood alone on it: the others stay on theirs. */
function removal(
  text: string,
  members: readonly Member[],
  index: number,
  { start, end }: Brackets,
): TextEdit | undefined {
  const [before, member, behind] = [members[index - 1], members[index], members[index + 1]];
  if (member === undefined) return undefined;
  // What is empty now has no blanks in it.
  if (!before && !behind) return { start: start + 1, end: end - 1, text: "" };
  const isFirstOfLine = before === undefined || text.slice(before.end, member.start).includes("\n");
  if (behind && isFirstOfLine) return { start: member.start, end: behind.start, text: "" };
  return { start: before?.end ?? member.start, end: member.end, text: "" };
}

/** Where an object or a list begins and ends. */
type Brackets = Pick<TextEdit, "start" | "end">;

/** A new member stands as its neighbours do: each on a line, or one behind the other. `inside` is behind the bracket. */
function insertion(text: string, inside: number, members: readonly Member[], index: number, written: string): TextEdit {
  const [before, behind] = [members[index - 1], members[index]];
  const neighbour = behind ?? before;
  if (neighbour === undefined) return { start: inside, end: inside, text: written };
  const space = spaceBefore(text, neighbour.start);
  const gap = space === "" && /,\s/u.test(text) ? " " : space;
  return before
    ? { start: before.end, end: before.end, text: `,${gap}${written}` }
    : { start: neighbour.start, end: neighbour.start, text: `${written},${gap}` };
}

function spaceBefore(text: string, end: number): string {
  let start = end;
  while (/\s/u.test(text[start - 1] ?? "")) start--;
  return text.slice(start, end);
}
