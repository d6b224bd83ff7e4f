// Values of any shape for property tests: something else at any place of what is well-formed.

import { pointer } from "../src/util/json-pointer.ts";

/** JSON pointers of a value and of all that is in it. */
export function* pointersIn(value: unknown, at = ""): Generator<string> {
  yield at;
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) yield* pointersIn(item, pointer(at, key));
}

/** A copy with another value at a pointer; without one, the property is gone. */
export function replaced(value: unknown, at: string, by: unknown, here = ""): unknown {
  if (here === at) return by;
  if (!at.startsWith(`${here}/`) || typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, replaced(item, at, by, pointer(here, key))] as const,
  );
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
