import type { FilePosition } from "../diagnostics/diagnostic.ts";
import type { RuleId } from "../diagnostics/rule-ids.generated.ts";
import type { AuthoredSuppression } from "../model/authored.ts";
import { isDay } from "../util/is-day.ts";
import { isObject } from "../util/is-object.ts";
import { checkKeys } from "./check-keys.ts";

/** Why what a rule finds is fine, and perhaps until when. */
export interface Acceptance {
  readonly reason: string;
  /** The last day on which it holds, `2027-01-31`. Behind it the finding is told again. */
  readonly expires?: string;
}

/**
 * Rules of the linter whose findings are fine here, each with the reason why.
 *
 * @example
 * { suppress: { "missing-error-handler": "Somebody watches this job" } }
 */
export type Suppress = { readonly [Rule in RuleId | `own/${string}`]?: string | Acceptance };

/** What an author suppresses. `what` is where, in the words of a message. */
export function suppressions(
  what: string,
  given: Suppress | undefined,
  position: FilePosition | undefined,
  complain: (message: string, position: FilePosition | undefined, help: string) => void,
): readonly AuthoredSuppression[] {
  if (given === undefined) return [];
  if (!isObject(given)) {
    complain(`\`suppress\` of ${what} names no rules`, position, 'Write { "rule-id": "why it is fine" }');
    return [];
  }
  return Object.entries(given).flatMap(([rule, acceptance]: [string, unknown]) => {
    if (acceptance === undefined) return [];
    const { reason, expires } = (isObject(acceptance) ? acceptance : { reason: acceptance }) as Partial<Acceptance>;
    const here = `The suppression of \`${rule}\` in ${what}`;
    if (isObject(acceptance))
      checkKeys(here, acceptance, ["reason", "expires"], (message, help) => complain(message, position, help));
    if (typeof reason !== "string" || reason.trim() === "")
      complain(`${here} has no reason`, position, "Say why it is fine, for whoever reads it next");
    if (expires !== undefined && !isDay(String(expires)))
      complain(`${here} runs out on ${String(expires)}, which is no day`, position, "Write a day such as 2027-01-31");
    return [{ rule, reason: String(reason), ...(expires === undefined ? {} : { expires: String(expires) }) }];
  });
}
