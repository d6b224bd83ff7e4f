// A JSON Patch as edits of a text, so that everything which the patch does not touch stays as it was written.

import { parsePointer } from "../util/json-pointer.ts";
import { type JsonTape, readName, scanJson } from "./scan-json.ts";

/** What stands from `start` to `end` is replaced by `text`; offsets are those of the text before any edit. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type PatchOperation =
  | { readonly op: "add" | "replace" | "remove"; readonly path: string; readonly value?: unknown }
  | { readonly op: "move"; readonly from: string; readonly path: string };

/**
 * Tells the edits that patches make of a JSON text, in the order of the text. `undefined` when a patch fits nothing
 * there, or when its operations work on the same list or object, so that one counts on what another has done.
 */
export function createPatcher(text: string): (patch: readonly PatchOperation[]) => readonly TextEdit[] | undefined {
  let json: Members | undefined;
  return (patch) => {
    const parents = patch.flatMap(parentsOf);
    if (new Set(parents).size < parents.length) return undefined;
    json ??= createMembers(text);
    const edits: TextEdit[] = [];
    for (const operation of patch) {
      const made = operation.op === "move" ? moved(json, operation) : editOf(json, operation);
      if (made === undefined) return undefined;
      edits.push(...[made].flat());
    }
    edits.sort((a, b) => a.start - b.start);
    return edits.some(({ start }, index) => start <= (edits[index - 1]?.end ?? -1)) ? undefined : edits;
  };
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));

/** The lists and objects that an operation works on, each once. */
const parentsOf = (operation: PatchOperation): readonly string[] => [
  ...new Set([operation.path, ...(operation.op === "move" ? [operation.from] : [])].map(parentOf)),
];

/** A property or an item. */
interface Member {
  /** Its entry of the tape: that of its value. */
  readonly entry: number;
  /** Of a property. */
  readonly name: string | undefined;
  /** Offsets: where it begins (a property with its name), where its name ends and its value begins, and where it ends. */
  readonly start: number;
  readonly nameEnd: number;
  readonly value: number;
  readonly end: number;
}

/** A JSON text, and what is in each of its objects and lists. */
interface Members {
  readonly text: string;
  readonly tape: JsonTape;
  /** By the entry of the object or the list; nothing for other values. */
  readonly of: (parent: number) => readonly Member[] | undefined;
}

function createMembers(text: string): Members {
  const scan = scanJson(text);
  if (!scan.ok) throw new TypeError("Only JSON can be patched");
  const { tape } = scan;
  // A list of ten thousand modules may have ten thousand patches.
  const known = new Map<number, readonly Member[] | undefined>();
  const of = (parent: number): readonly Member[] | undefined => {
    if (!known.has(parent)) known.set(parent, membersOf(text, tape, parent));
    return known.get(parent);
  };
  return { text, tape, of };
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
      nameEnd: ends[at] as number,
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

/** A place in the text: a member of a list or an object, or where a new one would stand. */
interface Place {
  /** Where the list or the object begins and ends. */
  readonly parent: number;
  readonly end: number;
  readonly members: readonly Member[];
  readonly index: number;
  /** The last step of the pointer. */
  readonly step: string;
}

function placeOf({ text, tape, of }: Members, path: string): Place | undefined {
  const steps = parsePointer(path);
  const step = steps.at(-1);
  if (step === undefined) return undefined;
  let entry = 0;
  for (const name of steps.slice(0, -1)) {
    const members = of(entry);
    const child = members?.[indexOf(text, members, name, tape.starts[entry] as number)];
    if (child === undefined) return undefined;
    entry = child.entry;
  }
  const members = of(entry);
  if (members === undefined) return undefined;
  const parent = tape.starts[entry] as number;
  return { parent, end: tape.ends[entry] as number, members, index: indexOf(text, members, step, parent), step };
}

function editOf(
  json: Members,
  { op, path, value }: Exclude<PatchOperation, { readonly op: "move" }>,
): TextEdit | undefined {
  const { text } = json;
  const place = placeOf(json, path);
  if (place === undefined) return undefined;
  const { members, index } = place;
  const member = members[index];
  if (op === "remove") return member && removal(text, place);
  const written = JSON.stringify(value);
  if (written === undefined || index < 0) return undefined;
  if (member && (op === "replace" || text[place.parent] === "{")) {
    return typeof value === "string" ? rewriting(text, member, value) : replacing(member, written);
  }
  return op === "replace" ? undefined : insertion(text, place, written);
}

const replacing = ({ value, end }: Member, text: string): TextEdit => ({ start: value, end, text });

/** What is moved stays as it was written, but for its indentation. A property under a new name stays where it is. */
function moved(
  json: Members,
  { from, path }: Extract<PatchOperation, { readonly op: "move" }>,
): TextEdit | readonly TextEdit[] | undefined {
  const { text } = json;
  const [source, target] = [placeOf(json, from), placeOf(json, path)];
  const member = source?.members[source.index];
  if (source === undefined || member === undefined || target === undefined || target.index < 0) return undefined;
  const isNamed = text[target.parent] === "{";
  // Over another value, into itself, or within a list to where the numbers are others once it is gone.
  if (isNamed && target.members[target.index] !== undefined) return undefined;
  if (`${path}/`.startsWith(`${from}/`)) return undefined;
  if (source.parent === target.parent) {
    if (isNamed) return { start: member.start, end: member.nameEnd, text: JSON.stringify(target.step) };
    if (target.index < target.members.length) return undefined;
  }
  const neighbour = target.members[target.index] ?? target.members.at(-1);
  const [was, is] = [member.start, neighbour?.start ?? target.parent].map((start) => indentationAt(text, start));
  const value = text.slice(member.value, member.end).replaceAll(`\n${was}`, `\n${is}`);
  const removed = removal(text, source);
  return removed && [removed, insertion(text, target, value)];
}

function indentationAt(text: string, offset: number): string {
  const blanks = /[ \t]*/uy;
  blanks.lastIndex = text.lastIndexOf("\n", offset - 1) + 1;
  return blanks.exec(text)?.[0] ?? "";
}

/**
 * A text is changed only where it differs: what stays keeps its spelling, and several changes of one text do not stand
 * in each other's way.
 */
function rewriting(text: string, member: Member, value: string): TextEdit {
  const written = text.slice(member.value, member.end);
  if (written[0] !== '"') return replacing(member, JSON.stringify(value));
  // A character as it is written, and as it is meant.
  const before = [...written.slice(1, -1).matchAll(/\\u[\da-f]{4}|\\.|[^\\]/giu)].map(
    ([spelled]) => [spelled, spelled.startsWith("\\") ? JSON.parse(`"${spelled}"`) : spelled] as const,
  );
  const after = [...value];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head]?.[1] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail)?.[1] === after.at(-1 - tail)) tail++;
  const lengthOf = (units: typeof before): number => units.reduce((sum, [spelled]) => sum + spelled.length, 0);
  return {
    start: member.value + 1 + lengthOf(before.slice(0, head)),
    end: member.end - 1 - lengthOf(before.slice(before.length - tail)),
    text: JSON.stringify(after.slice(head, after.length - tail).join("")).slice(1, -1),
  };
}

/** A member goes with its comma, and with its line when it stood alone on it: the others stay on theirs. */
function removal(text: string, { parent, end, members, index }: Place): TextEdit | undefined {
  const [before, member, behind] = [members[index - 1], members[index], members[index + 1]];
  if (member === undefined) return undefined;
  // What is empty now has no blanks in it.
  if (!before && !behind) return { start: parent + 1, end: end - 1, text: "" };
  const isFirstOfLine = before === undefined || text.slice(before.end, member.start).includes("\n");
  if (behind && isFirstOfLine) return { start: member.start, end: behind.start, text: "" };
  return { start: before?.end ?? member.start, end: member.end, text: "" };
}

/** A new member stands as its neighbours do: each on a line, or one behind the other. */
function insertion(text: string, { parent, members, index, step }: Place, value: string): TextEdit {
  const name = text[parent] === "{" ? `${JSON.stringify(step)}:${/:\s/u.test(text) ? " " : ""}` : "";
  const written = `${name}${value}`;
  const [before, behind] = [members[index - 1], members[index]];
  const neighbour = behind ?? before;
  if (neighbour === undefined) return { start: parent + 1, end: parent + 1, text: written };
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
