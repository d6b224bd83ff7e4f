// The words for everything that cannot be read as a mapping.

import type { Range } from "./ast.ts";
import type { ImlProblem } from "./problem.ts";
import type { Token } from "./tokenize.ts";

export const unclosedMapping = (range: Range): ImlProblem => ({
  code: "unclosed-mapping",
  message: "The mapping that begins here is never closed, so Make takes it for plain text",
  help: "Close it with `}}`",
  range,
});

/** `extra`: those that are too many on both sides, where they are as many. */
export const doubledBraces = (range: Range, extra: readonly Range[]): ImlProblem => ({
  code: "doubled-braces",
  message: "The braces of this mapping are doubled",
  help: "Write two braces on each side: `{{…}}`",
  range,
  ...(extra.length > 0 && { edits: extra.map((each) => ({ range: each, text: "" })) }),
});

const nestedMapping = (range: Range): ImlProblem => ({
  code: "nested-mapping",
  message: "A mapping begins inside another one",
  help: "Close the first with `}}`, or leave out the inner braces: one pair holds the whole expression",
  range,
});

export const tooComplex = (range: Range, limit: string): ImlProblem => ({
  code: "too-complex",
  message: `The expression has more than ${limit}`,
  help: "Split it over several `Set variable` modules",
  range,
});

export const unclosedQuote = (range: Range, quote: string): ImlProblem => ({
  code: "unclosed-quote",
  message:
    quote === "`" ? "The backtick that opens a name here is never closed" : "The text that begins here is never closed",
  help: quote === '"' ? 'End it with `"`; a double quote inside of it is written twice' : "End it with the same sign",
  range,
});

export const smartQuotes = (range: Range, text: string): ImlProblem => ({
  code: "smart-quotes",
  message: "Typographic quotes do not make a text",
  help: 'Use straight double quotes: `"…"`',
  range,
  ...(text.length > 1 && { edits: [{ range, text: `"${text.slice(1, -1).replaceAll('"', '""')}"` }] }),
});

export const backslash = (range: Range, text: string): ImlProblem => ({
  code: "backslash",
  message: "A backslash means nothing outside of a text",
  help: "Leave it out: the quotes around a text are plain, and a double quote inside of it is written twice",
  range,
  ...(/^\\"[^\\]*\\"$/u.test(text) && { edits: [{ range, text: text.replaceAll("\\", "") }] }),
});

export const unexpectedCharacter = (range: Range, character: string): ImlProblem => ({
  code: "unexpected-character",
  message: `\`${character}\` has no meaning in an expression`,
  help: "Texts stand in double quotes, names with special characters in backticks",
  range,
});

/** `commas` are all that surely separate: beside a `;`, one may be meant as text. */
export const commaSeparator = (range: Range, commas: readonly Range[]): ImlProblem => ({
  code: "comma-separator",
  message: "Arguments are separated by `;`, not by `,`",
  help: 'Write `;`; a comma that is meant as text needs quotes: `","`',
  range,
  ...(commas.length > 0 && { edits: commas.map((each) => ({ range: each, text: ";" })) }),
});

export const objectLiteral = (range: Range): ImlProblem => ({
  code: "object-literal",
  message: "The mapping language cannot write down a collection",
  help: "Build it in a module of its own, for instance `JSON > Create JSON`",
  range,
});

export const arrayLiteral = (range: Range): ImlProblem => ({
  code: "array-literal",
  message: "The mapping language cannot write down an array",
  help: 'Write `split("a,b"; ",")` or `add(emptyarray; 1; 2)`',
  range,
});

export const missingValue = (range: Range): ImlProblem => ({
  code: "missing-operand",
  message: "A value is missing here",
  range,
});

export const missingRight = (range: Range, operator: string): ImlProblem => ({
  code: "missing-operand",
  message: `\`${operator}\` has no value to its right`,
  range,
});

const missingLeft = (range: Range, operator: string): ImlProblem => ({
  code: "missing-operand",
  message: `\`${operator}\` has no value to its left`,
  ...(operator === ">" && { help: "Write `!=` for `is not equal`" }),
  range,
});

export const missingName = (range: Range): ImlProblem => ({
  code: "missing-operand",
  message: "No name follows the dot",
  help: "Name a field, or put a name that has special characters in backticks",
  range,
});

export const missingOperator = (range: Range, text: string): ImlProblem => ({
  code: "missing-operator",
  message: `Nothing joins \`${text}\` to what stands before it`,
  help: "Join values with `+`, separate arguments with `;`, put a name that has blanks in backticks",
  range,
});

export const unquotedName = (range: Range, name: string): ImlProblem => ({
  code: "unquoted-name",
  message: `The name \`${name}\` begins with a digit`,
  help: "Put it in backticks",
  range,
  edits: [{ range, text: `\`${name}\`` }],
});

/** What stands in the editor as a word is stored as a sign. */
const SIGN_OF_WORD: ReadonlyMap<string, string> = new Map([
  ["and", "&"],
  ["or", "|"],
  ["mod", "%"],
  ["is", "="],
]);

export const isInfixWord = (word: string): boolean =>
  word.toLowerCase() === "not" || SIGN_OF_WORD.has(word.toLowerCase());

export function infixWord(range: Range, word: string): ImlProblem {
  const sign = SIGN_OF_WORD.get(word.toLowerCase());
  return {
    code: "infix-word",
    message: `\`${word}\` is the editor's label for an operator, not the operator itself`,
    help: sign === undefined ? "Compare with `!=`, or with `= false`" : `Write \`${sign}\``,
    range,
    // `is not` is another sign than both words.
    ...(sign !== undefined && sign !== "=" && { edits: [{ range, text: sign }] }),
  };
}

const unknownOperator = (range: Range, operator: string): ImlProblem => ({
  code: "unknown-operator",
  message: `The mapping language has no operator \`${operator}\``,
  ...(operator === "?" && { help: "Write `if(condition; then; else)`" }),
  ...(operator === "??" && { help: "Write `ifempty(value; fallback)`" }),
  range,
});

export const methodCall = (range: Range, name: string): ImlProblem => ({
  code: "method-call",
  message: `\`${name}\` is called as a method, and values have none`,
  help: "Give the value to a function as its first argument: `upper(1.name)`",
  range,
});

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

export const unclosedBracket = (range: Range, open: string): ImlProblem => ({
  code: "unclosed-bracket",
  message: `\`${open}\` is never closed`,
  help: `Add the missing \`${CLOSING[open.at(-1) ?? ""] ?? ""}\``,
  range,
});

const unmatchedBracket = (range: Range, mark: string): ImlProblem => ({
  code: "unmatched-bracket",
  message: `\`${mark}\` closes nothing that is open`,
  help: "Remove it",
  range,
});

const strayMark = (range: Range, mark: string): ImlProblem => ({
  code: "unexpected-character",
  message: `\`${mark}\` has no meaning here`,
  help: mark === "." ? 'Put a text in double quotes: `"."`' : "Only the arguments of a function are separated",
  range,
});

/** Why no value can begin with this token. */
export function noOperand(range: Range, { kind, text }: Pick<Token, "kind" | "text">): ImlProblem {
  if (kind === "word") return infixWord(range, text);
  if (kind === "operator") return missingLeft(range, text);
  switch (text) {
    case "{{":
      return nestedMapping(range);
    case "?":
    case "??":
    case ":":
      return unknownOperator(range, text);
    case ")":
    case "]":
    case "}":
      return unmatchedBracket(range, text);
    default:
      return strayMark(range, text);
  }
}
