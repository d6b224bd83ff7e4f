// What keeps an evaluation from taking all memory or all day. Make has limits of its own, which are not published;
// these are far above what fits into a run.

import { EvaluationError } from "./evaluation-error.ts";
import { ERASE, IGNORE, type Value } from "./value.ts";

/** The most that one value may hold: its characters and bytes, keys included, and one for each value in it. */
export const MAX_SIZE = 10_000_000;
/** The most that one evaluation may read and make, measured alike. */
const MAX_WORK = 100_000_000;
/** How deep arrays and collections may be nested in a value. */
const MAX_LEVELS = 200;

export const tooLarge = (): EvaluationError => new EvaluationError("The value is larger than 10,000,000 characters");

/**
 * How large a value is. What passes can be walked, compared and written down without a further thought: it is finite,
 * its dates are valid, and nothing in it is foreign to the language.
 */
function sizeOf(value: unknown): number {
  let size = 0;
  const add = (part: unknown, level: number): void => {
    size += 1;
    if (level > MAX_LEVELS) throw new EvaluationError(`The value is nested deeper than ${MAX_LEVELS} levels`);
    if (typeof part === "string") size += part.length;
    else if (part instanceof Uint8Array) size += part.length;
    else if (part instanceof Date) checkDate(part);
    else if (Array.isArray(part)) for (const item of part) add(item, level + 1);
    else if (typeof part === "object" && part !== null) {
      for (const [key, item] of Object.entries(part)) {
        size += key.length;
        add(item, level + 1);
      }
    } else checkPrimitive(part);
    if (size > MAX_SIZE) throw tooLarge();
  };
  add(value, 0);
  return size;
}

function checkDate(date: Date): void {
  if (Number.isNaN(date.getTime())) throw new EvaluationError("'Invalid date' is not a valid date");
}

function checkPrimitive(value: unknown): void {
  const isForeign =
    typeof value === "bigint" ||
    typeof value === "function" ||
    (typeof value === "symbol" && value !== IGNORE && value !== ERASE);
  if (isForeign) throw new EvaluationError(`Mappings have no values of the type \`${typeof value}\``);
}

/** What is left of an evaluation's work. */
export class Budget {
  private left = MAX_WORK;

  spend(amount: number): void {
    this.left -= amount;
    if (this.left < 0) {
      throw new EvaluationError("The mapping handles more than 100,000,000 characters");
    }
  }

  /** Gives the value back where it is within the limits. */
  admit(value: unknown): Value {
    this.spend(sizeOf(value));
    return value as Value;
  }
}
