// Numbers that JavaScript cannot hold. `JSON.parse` makes 9007199254740992 of 9007199254740993, which for an id means
// another thing; whoever hands a blueprint on reads it with these instead.

import type { Json } from "./blueprint.ts";
import { type JsonTape, readName } from "./scan-json.ts";

const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const MINUS = 0x2d;

/** Shorter ones survive: 15 digits and a sign. */
const SHORTEST_ROUNDED = 16;

/** A number as its digits without leading and trailing zeros, and the power of ten behind them. */
function normalised(number: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  return `${sign}${significant}e${BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length)}`;
}

/** The digits that tell any two doubles apart. Some programs write all of them: 0.10000000000000001 for 0.1. */
const ALL_DIGITS = 17;

/** Whether a number of a JSON text is still the same when JavaScript has read it. */
export function survives(number: string): boolean {
  if (number.length < SHORTEST_ROUNDED && !/[eE]/.test(number)) return true;
  const value = Number(number);
  if (!Number.isFinite(value)) return false;
  const same = normalised(number);
  if (same === normalised(String(value))) return true;
  return !Number.isInteger(value) && same === normalised(value.toPrecision(ALL_DIGITS));
}

/** The entries of the tape that are numbers which JavaScript would change. */
export function changedNumbers(text: string, { starts, ends }: JsonTape): readonly number[] {
  const found: number[] = [];
  for (const [entry, start] of starts.entries()) {
    const first = text.charCodeAt(start);
    if ((first < DIGIT_0 || first > DIGIT_9) && first !== MINUS) continue;
    if (!survives(text.slice(start, ends[entry]))) found.push(entry);
  }
  return found;
}

/** Whether a number can be kept all the same: as a `bigint`. */
export const isWhole = (number: string): boolean => /^-?\d+$/.test(number);

/** Like `JSON.parse`, with a `bigint` for each whole number that JavaScript would change. */
export function parseExactly(text: string, tape: JsonTape): Json {
  const { starts, ends, nexts } = tape;
  const changed = new Set(changedNumbers(text, tape));

  function valueAt(entry: number): Json {
    const raw = text.slice(starts[entry], ends[entry]);
    const end = nexts[entry] as number;
    if (raw.startsWith("[")) {
      const items: Json[] = [];
      for (let item = entry + 1; item < end; item = nexts[item] as number) items.push(valueAt(item));
      return items;
    }
    if (raw.startsWith("{")) {
      const properties: [string, Json][] = [];
      for (let name = entry + 1; name < end; name = nexts[name + 1] as number)
        properties.push([readName(text, tape, name), valueAt(name + 1)]);
      return Object.fromEntries(properties);
    }
    return changed.has(entry) && isWhole(raw) ? BigInt(raw) : (JSON.parse(raw) as Json);
  }

  return changed.size === 0 ? (JSON.parse(text) as Json) : valueAt(0);
}
