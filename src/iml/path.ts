// Paths into values. Only what a collection holds itself is found: never what JavaScript's objects inherit.

import { isArray, isCollection, type Value } from "./value.ts";

/** The item at a position that is counted from 1, or from the end where it is negative; nothing where there is none. */
export function itemAt(value: Value, position: number): Value {
  if (!isArray(value) || !Number.isInteger(position)) return undefined;
  return position > 0 ? value[position - 1] : position < 0 ? value.at(position) : undefined;
}

/** What stands under a name; in an array, a number is a position. */
export function valueUnder(value: Value, name: string): Value {
  if (isArray(value)) return /^-?\d+$/.test(name) ? itemAt(value, Number(name)) : undefined;
  return isCollection(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

const STEP = /`(?<quoted>[^`]*)`|\[(?<position>-?\d*)\]|(?<plain>[^.`[\]]+)/g;

/** What stands at a dotted path, such as `lines[1].name`. A name with dots in it is put in backticks. */
export function valueAt(value: Value, path: string): Value {
  let found = value;
  for (const { groups } of path.matchAll(STEP)) {
    const { quoted, position, plain = "" } = groups ?? {};
    if (position !== undefined) found = itemAt(found, position === "" ? 1 : Number(position));
    else found = valueUnder(found, quoted ?? plain);
  }
  return found;
}
