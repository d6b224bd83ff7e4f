// Numbers that JavaScript would change: `JSON.parse` makes 9007199254740992 of 9007199254740993, which as an id is
// another one. Whoever hands on what a file says reads it with these.

import { quote } from "../util/quote.ts";
import type { Json } from "./blueprint.ts";
import { createLineIndex } from "./line-index.ts";
import { MAX_PROBLEMS, type ReadProblem } from "./read-problem.ts";
import { type JsonTape, readName } from "./scan-json.ts";

/** Numbers with fewer characters, and without an exponent, survive. */
const SHORTEST_CHANGED = 16;
/** Nobody counts that far; and what is longer would take its time. */
const LONGEST = 100;
/** So many digits tell any two doubles apart. Some programs write all of them: 0.10000000000000001 for 0.1. */
const ALL_DIGITS = 17;

const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const MINUS = 0x2d;

/** Whether a number of a JSON text is still the same when JavaScript has read it. */
function survives(number: string): boolean {
  if (number.length < SHORTEST_CHANGED && !/[eE]/.test(number)) return true;
  const value = Number(number);
  if (number.length > LONGEST || !Number.isFinite(value)) return false;
  const same = normalised(number);
  if (same === normalised(String(value))) return true;
  return !Number.isInteger(value) && same === normalised(value.toPrecision(ALL_DIGITS));
}

/** A number as its digits without zeros around them, and the power of ten behind them. */
function normalised(number: string): string {
  const [, sign, whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return significant === "" ? "0" : `${sign}${significant}e${power}`;
}

/** A number can be kept all the same when a `bigint` holds it. */
const isKept = (number: string): boolean => number.length <= LONGEST && /^-?\d+$/.test(number);

/** The entries of the tape that are numbers which JavaScript would change. */
function changedNumbers(text: string, { starts, ends }: JsonTape): readonly number[] {
  const found: number[] = [];
  for (const [entry, start] of starts.entries()) {
    const first = text.charCodeAt(start);
    const isNumber = (first >= DIGIT_0 && first <= DIGIT_9) || first === MINUS;
    if (isNumber && !survives(text.slice(start, ends[entry]))) found.push(entry);
  }
  return found;
}

/**
 * What a JSON text holds, with a `bigint` for each whole number that JavaScript would change; and the numbers that
 * nothing can hold, which are changed.
 */
export function parseExactly(text: string, tape: JsonTape): { readonly json: Json; readonly lost: readonly number[] } {
  const changed = changedNumbers(text, tape);
  if (changed.length === 0) return { json: JSON.parse(text) as Json, lost: [] };
  const raw = (entry: number): string => text.slice(tape.starts[entry], tape.ends[entry]);
  const kept = new Set(changed.filter((entry) => isKept(raw(entry))));
  const lost = changed.filter((entry) => !kept.has(entry));
  return { json: valueAt(0), lost };

  function valueAt(entry: number): Json {
    const end = tape.nexts[entry] as number;
    switch (text[tape.starts[entry] as number]) {
      case "[": {
        const items: Json[] = [];
        for (let item = entry + 1; item < end; item = tape.nexts[item] as number) items.push(valueAt(item));
        return items;
      }
      case "{": {
        const properties: [name: string, value: Json][] = [];
        for (let name = entry + 1; name < end; name = tape.nexts[name + 1] as number)
          properties.push([readName(text, tape, name), valueAt(name + 1)]);
        return Object.fromEntries(properties);
      }
      default:
        return kept.has(entry) ? BigInt(raw(entry)) : (JSON.parse(raw(entry)) as Json);
    }
  }
}

/** Tells of numbers that nothing can hold. */
export function explainLost(text: string, { starts, ends }: JsonTape, lost: readonly number[]): readonly ReadProblem[] {
  if (lost.length === 0) return [];
  const spanOf = createLineIndex(text);
  return lost.slice(0, MAX_PROBLEMS).map((entry) => {
    const [start, end] = [starts[entry] as number, ends[entry] as number];
    const number = text.slice(start, end);
    const rounded = Number(number);
    return {
      span: spanOf(start, end),
      message: `The number ${quote(number)} cannot be kept as it is written`,
      help: Number.isFinite(rounded)
        ? `Make's editor reads it as ${rounded}, as JavaScript does: write that, or a text if each digit counts`
        : "No program counts so far: write it as a text if it is meant",
    };
  });
}
