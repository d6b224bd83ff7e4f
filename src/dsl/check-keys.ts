// Types keep misspelt options out of files whose types are checked. In others, a misspelt `onError` would be a handler
// that is silently not there.

import { nearest } from "../util/nearest.ts";
import { quote } from "../util/quote.ts";

/** Complains about the options that nothing knows. Gives those that were meant, as far as it can be told. */
export function checkKeys(
  what: string,
  given: object,
  known: readonly string[],
  complain: (message: string, help: string) => void,
): readonly string[] {
  const free = known.filter((name) => !Object.hasOwn(given, name));
  return Object.keys(given).flatMap((key) => {
    if (known.includes(key)) return [];
    const [similar] = [...nearest(key, free), ...nearest(key, known)];
    complain(
      `${what} has an option ${quote(key)}, which there is not`,
      similar === undefined ? `There are ${known.join(", ")}` : `Did you mean \`${similar}\`?`,
    );
    return similar === undefined ? [] : [similar];
  });
}
