// Types keep misspelt options out of files whose types are checked. In others, a misspelt `onError` would be a handler
// that is silently not there.

import { nearest } from "../util/nearest.ts";

/** Complains about the options that nothing knows. */
export function checkKeys(
  what: string,
  given: object,
  known: readonly string[],
  complain: (message: string, help: string) => void,
): void {
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const [similar] = nearest(key, known);
    complain(
      `${what} has an option \`${key}\`, which there is not`,
      similar === undefined ? `There are ${known.join(", ")}` : `Did you mean \`${similar}\`?`,
    );
  }
}
