import type { ValueType } from "./define-function.ts";
import { ERASE, IGNORE, type Value } from "./value.ts";

/** What keywords stand for depends on the run. */
export interface KeywordScope {
  readonly now: Date;
  readonly random: () => number;
  readonly executionId: string | undefined;
}

/** A word with a meaning of its own: no module, no quotes, no parentheses. */
export interface Keyword {
  readonly name: string;
  readonly type: ValueType;
  /** One sentence without a final period. */
  readonly summary: string;
  readonly evaluate: (scope: KeywordScope) => Value;
}

const list: readonly Keyword[] = [
  { name: "now", type: "date", summary: "The moment at which the mapping is evaluated", evaluate: ({ now }) => now },
  {
    name: "timestamp",
    type: "number",
    summary: "The same moment in whole seconds since 1970 (UTC)",
    evaluate: ({ now }) => Math.floor(now.getTime() / 1000),
  },
  {
    name: "pi",
    type: "number",
    summary: "The ratio of a circle's circumference to its diameter",
    evaluate: () => Math.PI,
  },
  {
    name: "random",
    type: "number",
    summary: "A random number from 0 up to, but not including, 1",
    evaluate: ({ random }) => random(),
  },
  { name: "uuid", type: "text", summary: "A new random UUID (version 4)", evaluate: ({ random }) => uuid(random) },
  {
    name: "executionId",
    type: "text",
    summary: "The id of the current run",
    evaluate: ({ executionId }) => executionId,
  },
  { name: "null", type: "any", summary: "No value", evaluate: () => null },
  { name: "true", type: "boolean", summary: "Yes", evaluate: () => true },
  { name: "false", type: "boolean", summary: "No", evaluate: () => false },
  { name: "emptystring", type: "text", summary: "The text without a character", evaluate: () => "" },
  { name: "emptyarray", type: "array", summary: "The array without an item", evaluate: () => [] },
  { name: "space", type: "text", summary: "A blank", evaluate: () => " " },
  { name: "nbsp", type: "text", summary: "A blank at which no line is broken", evaluate: () => "\u00a0" },
  { name: "tab", type: "text", summary: "A tab", evaluate: () => "\t" },
  { name: "newline", type: "text", summary: "A line feed", evaluate: () => "\n" },
  { name: "carriagereturn", type: "text", summary: "A carriage return", evaluate: () => "\r" },
  { name: "ignore", type: "any", summary: "Treats the field as if it had not been given", evaluate: () => IGNORE },
  { name: "erase", type: "any", summary: "Empties the field in the target app", evaluate: () => ERASE },
];

const HEX_DIGITS = 16;

/** Version 4, variant 1: all other digits are random. */
const uuid = (random: () => number): string =>
  "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (kind) => {
    const digit = Math.floor(random() * HEX_DIGITS);
    return (kind === "x" ? digit : (digit % 4) + 8).toString(HEX_DIGITS);
  });

/** By name; all of them are lower case but `executionId`. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(list.map((keyword) => [keyword.name, keyword]));

/** What may follow `var.`, and what stands there. */
export const variableFamilies: ReadonlyMap<string, string> = new Map([
  ["input", "The scenario's inputs, by name"],
  ["scenario", "Facts on the scenario and its run: `name`, `url`, `executionId` and others"],
  ["organization", "The organization's custom and system variables, by name"],
  ["team", "The team's custom and system variables, by name"],
]);
