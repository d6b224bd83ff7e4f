// JSON that stands inside of a text field and has mappings in it. Make puts the values in before anybody parses the
// JSON, so the text alone is often no JSON at all. Each mapping is therefore replaced by a filler of its own length
// that is legal where it stands, which keeps every offset.

import { type Node, parseTree, printParseErrorCode } from "jsonc-parser";
import type { TextRange } from "../diagnostics/diagnostic.ts";
import { findMapping } from "../iml/scan.ts";

/** Levels of nesting that are read. No request or configuration comes near, and the parser recurses. */
const MAX_DEPTH = 200;

interface NodeBase<Kind extends string, Value> {
  readonly kind: Kind;
  /** The value as data. Where a mapping stands, its text does: `{{1.amount}}`. */
  readonly value: Value;
  /** Offsets in the text; a string's quotes are part of it. */
  readonly range: TextRange;
  /** A mapping decides the value: it stands in the string, or in place of the value. */
  readonly mapped: boolean;
}

export type JsonNode =
  | (NodeBase<"object", Readonly<Record<string, unknown>>> & { readonly members: readonly JsonMember[] })
  | (NodeBase<"array", readonly unknown[]> & { readonly items: readonly JsonNode[] })
  | NodeBase<"string", string>
  | NodeBase<"number", number>
  | NodeBase<"boolean", boolean>
  | NodeBase<"null", null>
  /** A mapping in place of a value. What it yields may be any piece of JSON. */
  | NodeBase<"mapping", string>;

interface JsonMember {
  readonly name: string;
  /** The name with its quotes. */
  readonly nameRange: TextRange;
  /** A mapping stands in the name. */
  readonly nameMapped: boolean;
  readonly value: JsonNode;
}

export interface JsonTextProblem {
  /** The end of a sentence: `a comma is missing`. */
  readonly message: string;
  readonly range: TextRange;
}

/** Without a root and without a problem, the mappings make up the structure itself, and nothing can be told. */
interface JsonText {
  readonly root?: JsonNode;
  /** The first thing that is wrong, if something is: what a parser says after that is mostly its echo. */
  readonly problems: readonly JsonTextProblem[];
}

/** Reads strict JSON, as a server does, with mappings in strings and in place of values. */
export function parseJsonText(text: string): JsonText {
  const { filled, holes, depth } = fill(text);
  if (depth > MAX_DEPTH)
    return broken(`it is nested more than ${MAX_DEPTH} levels deep`, { start: 0, end: text.length });

  const errors: { error: number; offset: number; length: number }[] = [];
  const tree = parseTree(filled, errors, { disallowComments: true });
  const [first] = errors;
  if (first !== undefined) {
    const range = { start: first.offset, end: first.offset + first.length };
    if (holes.some((hole) => !hole.quoted && causes(filled, hole, range))) return { problems: [] };
    return broken(explain(printParseErrorCode(first.error), text.slice(range.start, range.end)), range);
  }
  return tree === undefined ? { problems: [] } : { root: convert(tree, text, holes), problems: [] };
}

const broken = (message: string, range: TextRange): JsonText => ({ problems: [{ message, range }] });

/** A mapping, and whether it stands between the quotes of a string. */
interface Hole extends TextRange {
  readonly quoted: boolean;
}

function fill(text: string): { readonly filled: string; readonly holes: readonly Hole[]; readonly depth: number } {
  const holes: Hole[] = [];
  let filled = "";
  let quoted = false;
  let depth = 0;
  let deepest = 0;

  const copyUpTo = (end: number): void => {
    const start = filled.length;
    for (let at = start; at < end; at++) {
      const char = text[at];
      if (char === '"') quoted = !quoted;
      else if (quoted) at += char === "\\" ? 1 : 0;
      else if (char === "{" || char === "[") deepest = Math.max(deepest, ++depth);
      else if (char === "}" || char === "]") depth--;
    }
    filled += text.slice(start, end);
  };

  for (let from = 0; ; ) {
    const found = findMapping(text, from);
    if (found === undefined || "unclosed" in found) break;
    const { start, end } = found;
    copyUpTo(start);
    holes.push({ start, end, quoted });
    // The shortest mapping, `{{}}`, is as long as `null`.
    filled += quoted ? "x".repeat(end - start) : "null".padEnd(end - start);
    from = end;
  }
  copyUpTo(text.length);
  return { filled, holes, depth: deepest };
}

/** Whether an error is at a mapping or right behind it: then what it yields may well make the JSON whole. */
function causes(filled: string, hole: TextRange, error: TextRange): boolean {
  if (error.end < hole.start) return false;
  return error.start <= hole.end || filled.slice(hole.end, error.start).trim() === "";
}

function convert(node: Node, text: string, holes: readonly Hole[]): JsonNode {
  const range = rangeOf(node);
  switch (node.type) {
    case "object": {
      const members = (node.children ?? []).flatMap(({ children: [name, value] = [] }) =>
        name === undefined || value === undefined ? [] : [member(name, convert(value, text, holes))],
      );
      const value = Object.fromEntries(members.map(({ name, value }) => [name, value.value]));
      return { kind: "object", value, range, mapped: false, members };
    }
    case "array": {
      const items = (node.children ?? []).map((child) => convert(child, text, holes));
      return { kind: "array", value: items.map(({ value }) => value), range, mapped: false, items };
    }
    case "string": {
      const mapped = isMapped(range);
      return { kind: "string", value: mapped ? inside(range) : (node.value as string), range, mapped };
    }
    case "number":
      return { kind: "number", value: node.value as number, range, mapped: false };
    case "boolean":
      return { kind: "boolean", value: node.value as boolean, range, mapped: false };
    default: {
      const hole = holes.find(({ start }) => start === range.start);
      if (hole === undefined) return { kind: "null", value: null, range, mapped: false };
      const { start, end } = hole;
      return { kind: "mapping", value: text.slice(start, end), range: { start, end }, mapped: true };
    }
  }

  function member(name: Node, value: JsonNode): JsonMember {
    const nameRange = rangeOf(name);
    const nameMapped = isMapped(nameRange);
    return { name: nameMapped ? inside(nameRange) : (name.value as string), nameRange, nameMapped, value };
  }

  function isMapped({ start, end }: TextRange): boolean {
    return holes.some((hole) => hole.start > start && hole.end < end);
  }

  /** The text between the quotes. */
  function inside({ start, end }: TextRange): string {
    return text.slice(start + 1, end - 1);
  }
}

const rangeOf = ({ offset, length }: Node): TextRange => ({ start: offset, end: offset + length });

/** Words for the parser's codes. */
function explain(code: string, found: string): string {
  switch (code) {
    case "PropertyNameExpected":
      return "the name of a property is missing";
    case "ValueExpected":
      return found === "" ? "it ends where a value is missing" : `a value is missing before \`${found}\``;
    case "ColonExpected":
      return "a colon is missing";
    case "CommaExpected":
      return "a comma is missing";
    case "CloseBraceExpected":
      return "the closing `}` is missing";
    case "CloseBracketExpected":
      return "the closing `]` is missing";
    case "UnexpectedEndOfString":
      return "a text is not closed on its line";
    case "InvalidCharacter":
      return "a text holds a tab or another control character";
    case "InvalidEscapeCharacter":
    case "InvalidUnicode":
      return `\`${found}\` has a backslash that means nothing in JSON`;
    case "InvalidCommentToken":
    case "UnexpectedEndOfComment":
      return "JSON has no comments";
    case "EndOfFileExpected":
      return "something stands behind its end";
    default:
      return `\`${found}\` is neither a value nor a name in double quotes`;
  }
}
