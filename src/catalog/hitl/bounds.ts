// The lower and upper bounds that a `response_config` sets, in all their spellings.

import { type ResponseType, spellingsOf } from "./contract.ts";

/** A pair of keys. The lower one must not be above the upper one; `apart`: nor equal to it. */
interface BoundKeys {
  readonly min: readonly string[];
  readonly max: readonly string[];
  /** What HITL.sh takes when the lower one is left out, where its pages agree. */
  readonly defaultMin?: number;
  readonly apart: boolean;
}

export const BOUNDS = {
  length: { min: ["min_length"], max: ["max_length"], defaultMin: 0, apart: false },
  // 0 or 1 by default: no two pages agree.
  selections: { min: ["min_selections"], max: ["max_selections"], apart: false },
  scale: {
    min: spellingsOf("rating", "scale_min"),
    max: spellingsOf("rating", "scale_max"),
    defaultMin: 1,
    apart: true,
  },
  // 0 or 1 by default, as above.
  range: { min: spellingsOf("number", "min_value"), max: spellingsOf("number", "max_value"), apart: true },
} as const satisfies Readonly<Record<string, BoundKeys>>;

export type BoundName = keyof typeof BOUNDS;

/** Which bounds a number given as an answer has to keep. */
export const ANSWER_BOUNDS: Partial<Readonly<Record<ResponseType, BoundName>>> = { rating: "scale", number: "range" };

export interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** The bounds as numbers; one that is no number, or missing without a default, is not known. */
export function boundsOf(name: BoundName, config: Readonly<Record<string, unknown>>): Bounds {
  const { min, max, defaultMin }: BoundKeys = BOUNDS[name];
  return { min: numberAt(config, min, defaultMin), max: numberAt(config, max, undefined) };
}

/** The bounds when nothing fits between them; nothing when something does, or when one of them is not known. */
export function crossedBounds(
  name: BoundName,
  config: Readonly<Record<string, unknown>>,
): { readonly min: number; readonly max: number } | undefined {
  const { min, max } = boundsOf(name, config);
  if (min === undefined || max === undefined) return undefined;
  return min > max || (min === max && BOUNDS[name].apart) ? { min, max } : undefined;
}

/** Whether a number keeps the bounds, as far as they are known. */
export const isWithin = ({ min, max }: Bounds, value: number): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max);

/** Whether a distance is a whole number of steps, as far as floating point tells. */
export function isStep(distance: number, step: number): boolean {
  const steps = distance / step;
  return Math.abs(steps - Math.round(steps)) <= Math.max(1e-9, 8 * Number.EPSILON * Math.abs(steps));
}

/** The number under the first of the keys that is there. */
export function numberAt(
  config: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  absent: number | undefined,
): number | undefined {
  const key = keys.find((candidate) => config[candidate] !== undefined && config[candidate] !== null);
  const value = key === undefined ? absent : config[key];
  return typeof value === "number" ? value : undefined;
}
