import type { ValueType } from "./define-function.ts";

/** A word with a meaning of its own: no module, no quotes, no parentheses. */
export interface Keyword {
  readonly name: string;
  readonly type: ValueType;
  /** One sentence without a final period. */
  readonly summary: string;
}

const list: readonly Keyword[] = [
  { name: "now", type: "date", summary: "The moment at which the mapping is evaluated" },
  { name: "timestamp", type: "number", summary: "The same moment in whole seconds since 1970 (UTC)" },
  { name: "pi", type: "number", summary: "The ratio of a circle's circumference to its diameter" },
  { name: "random", type: "number", summary: "A random number from 0 up to, but not including, 1" },
  { name: "uuid", type: "text", summary: "A new random UUID (version 4)" },
  { name: "executionId", type: "text", summary: "The id of the current run" },
  { name: "null", type: "any", summary: "No value" },
  { name: "true", type: "boolean", summary: "Yes" },
  { name: "false", type: "boolean", summary: "No" },
  { name: "emptystring", type: "text", summary: "The text without a character" },
  { name: "emptyarray", type: "array", summary: "The array without an item" },
  { name: "space", type: "text", summary: "A blank" },
  { name: "nbsp", type: "text", summary: "A blank at which no line is broken" },
  { name: "tab", type: "text", summary: "A tab" },
  { name: "newline", type: "text", summary: "A line feed" },
  { name: "carriagereturn", type: "text", summary: "A carriage return" },
  { name: "ignore", type: "any", summary: "Treats the field as if it had not been given" },
  { name: "erase", type: "any", summary: "Empties the field in the target app" },
];

/** By name; all of them are lower case but `executionId`. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(list.map((keyword) => [keyword.name, keyword]));

/** What may follow `var.`, and what stands there. */
export const variableFamilies: ReadonlyMap<string, string> = new Map([
  ["input", "The scenario's inputs, by name"],
  ["scenario", "Facts on the scenario and its run: `name`, `url`, `executionId` and others"],
  ["organization", "The organization's custom and system variables, by name"],
  ["team", "The team's custom and system variables, by name"],
]);
