// TypeScript in pieces. Whatever comes from a file goes through `textCode` or `templateCode`: no text of the input can
// end the string that it stands in.

import {
  breaks,
  type Document,
  firstFit,
  flat,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  softLine,
  verbatim,
} from "../util/document.ts";

export type Code = Document;

/** Characters that must not stand in source as they are: they end lines, reorder text, or cannot be seen. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const escapeInvisible = (character: string): string =>
  ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A string literal. Double quotes, unless the text has more of these than of single ones. */
export function textCode(text: string): string {
  const doubles = text.split('"').length;
  const quote = doubles > text.split("'").length ? "'" : '"';
  const escaped = text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`).replaceAll(INVISIBLE, escapeInvisible);
  return `${quote}${escaped}${quote}`;
}

/** A text of several lines as a template literal, any other one as a string literal. */
export const longTextCode = (text: string): Code =>
  /[^\n]\n+[^\n]/u.test(text) && text.length > 60 ? templateCode("", [text]) : textCode(text);

/** A template literal: texts, and the code of values between them. Line breaks stand as they are. */
export function templateCode(tag: Code, pieces: readonly (string | { readonly value: Code })[]): Code {
  const written = pieces.map((piece): Code => {
    if (typeof piece !== "string") return ["${", flat(piece.value), "}"];
    const text = piece
      .replaceAll("\\", "\\\\")
      .replaceAll("`", "\\`")
      .replaceAll("${", "\\${")
      .replaceAll(INVISIBLE, (character) => (character === "\n" ? "\n" : escapeInvisible(character)));
    return verbatim(text);
  });
  // A `$` at the end of a text would make a substitution of a brace that follows it.
  const safe = written.map((piece, position): Code => {
    const next = pieces[position + 1];
    const text = pieces[position];
    return typeof text === "string" && text.endsWith("$") && next !== undefined && piece instanceof Object
      ? verbatim((piece as { readonly text: string }).text.replace(/\$$/u, "\\$"))
      : piece;
  });
  return [tag, "`", ...safe, "`"];
}

/** Without letters above U+FFFF, of which TypeScript knows more or less, depending on its age; and without joiners. */
const IDENTIFIER = /^(?=[\u0000-\u200a\u2010-\uffff]*$)[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** They look like names, but are none of a constant. */
const LITERALS: ReadonlySet<string> = new Set(["true", "false", "null", "undefined"]);

/** The name of a property, quoted where it has to be. */
export const keyCode = (name: string): string => (IDENTIFIER.test(name) ? name : textCode(name));

/** `object.name` or `object["name"]`. */
export const memberCode = (object: Code, name: string): Code =>
  IDENTIFIER.test(name) ? [object, ".", name] : [object, "[", textCode(name), "]"];

export interface Property {
  readonly name: string;
  readonly value: Code;
}

/** Lists and objects with several items: a list of several of these has a line for each. */
const several = new WeakSet<object>();

/** An object literal. `__proto__` would set the prototype, so it stands in brackets. */
export function objectCode(properties: readonly Property[], broken = false): Code {
  if (properties.length === 0) return "{}";
  const written = properties.map(({ name, value }): Code => {
    const key = name === "__proto__" ? '["__proto__"]' : keyCode(name);
    if (key === value && IDENTIFIER.test(name) && !LITERALS.has(name)) return key;
    // A text that is too long for the line goes to the next one, unless that would win nothing.
    if (typeof value === "string" && /^["']/u.test(value) && key.length > 4)
      return group([key, ":", indent([line, value])]);
    return [key, ": ", value];
  });
  const code = group(["{", indent([line, join(written, [",", line])]), ifBroken(","), line, "}"], broken);
  if (properties.length > 1) several.add(code as object);
  return code;
}

export function listCode(items: readonly Code[]): Code {
  if (items.length === 0) return "[]";
  const isTable = items.length > 1 && items.every((item) => typeof item === "object" && several.has(item));
  const code = group(["[", indent([softLine, join(items, [",", line])]), ifBroken(","), softLine, "]"], isTable);
  if (items.length > 1) several.add(code as object);
  return code;
}

/** A call. A last argument that opens a brace of its own stays on the line, when those in front of it fit there. */
export function callCode(callee: Code, args: readonly Code[]): Code {
  if (args.length === 0) return [callee, "()"];
  const broken: Code = [
    callee,
    group(["(", indent([softLine, join(args, [",", line])]), ifBroken(","), softLine, ")"], true),
  ];
  const onOneLine: Code = [callee, "(", join(args, ", "), ")"];
  const last = args.at(-1) as Code;
  if (!isHuggable(last)) return breaks(onOneLine) ? broken : firstFitOf(callee, args);
  const head = args.slice(0, -1);
  if (head.some(breaks)) return broken;
  const flatHead = head.map((argument) => group(argument));
  const hugged: Code = [callee, "(", join([...flatHead, opened(last)], ", "), ")"];
  return breaks(last) ? firstFit(hugged, broken) : firstFit(group(onOneLine), hugged, broken);
}

const firstFitOf = (callee: Code, args: readonly Code[]): Code => [
  callee,
  group(["(", indent([softLine, join(args, [",", line])]), ifBroken(","), softLine, ")"]),
];

/** Objects, lists and functions open with a brace, behind which the line may end. */
function isHuggable(code: Code): boolean {
  if (typeof code === "string") return false;
  if (isCodes(code)) return code.length > 0 && typeof code[0] === "string" && /^\([^)]*\) => \{$/u.test(code[0]);
  if (code.kind !== "group") return false;
  const { inner } = code;
  return isCodes(inner) && (inner[0] === "{" || inner[0] === "[");
}

const opened = (code: Code): Code =>
  typeof code === "object" && !isCodes(code) && code.kind === "group" ? group(code.inner, true) : code;

const isCodes = (code: Code): code is readonly Code[] => Array.isArray(code);

/** `(flow) => { … }` */
export const functionCode = (parameters: readonly string[], statements: readonly Code[]): Code => [
  `(${parameters.join(", ")}) => {`,
  indent(statements.map((statement) => [hardLine, statement])),
  hardLine,
  "}",
];

/** Plain data as a literal. `other` writes what is no plain data. */
export function dataCode(value: unknown, other: (value: unknown) => Code | undefined = () => undefined): Code {
  const code = other(value);
  if (code !== undefined) return code;
  if (typeof value === "string") return longTextCode(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return listCode(value.map((item) => dataCode(item, other)));
  if (typeof value === "object" && value !== null) {
    return objectCode(Object.entries(value).map(([name, item]) => ({ name, value: dataCode(item, other) })));
  }
  return Object.is(value, -0) ? "-0" : String(value);
}
