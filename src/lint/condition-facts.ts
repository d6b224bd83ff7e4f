// Whether conditions on one value can hold at once.

import type { FilterOperator, OperatorGroup } from "../iml/operators.ts";
import { hasMapping } from "../iml/scan.ts";
import { asText } from "../util/as-text.ts";
import type { PlacedComparison } from "./comparisons.ts";
import { TextFacts } from "./text-facts.ts";

/** Which outcomes of a comparison an operator lets through: less, equal, greater. */
const OUTCOMES: Readonly<Record<string, string>> = {
  equal: "=",
  notequal: "<>",
  greater: ">",
  less: "<",
  greaterorequal: "=>",
  lessorequal: "<=",
};

interface Bound {
  readonly value: number;
  readonly inclusive: boolean;
  readonly by: PlacedComparison;
}

/** What the conditions so far say of one value. Each new one is held against it in a few steps, however many there are. */
export class ConditionFacts {
  /** The outcomes left for each operand that the value was compared with. */
  readonly #outcomes = new Map<string, { readonly left: string; readonly by: PlacedComparison }>();
  /** What is asked of it as a text, and as a yes or no. */
  readonly #texts = new Map<OperatorGroup, TextFacts>();
  /** Whether it must exist. */
  readonly #existence = new Map<boolean, PlacedComparison>();
  #lower: Bound | undefined;
  #upper: Bound | undefined;

  /** Takes a condition in; gives the earlier one that rules it out. */
  add(comparison: PlacedComparison, operator: FilterOperator): PlacedComparison | undefined {
    if (operator.unary) return this.#exists(comparison, operator.code === "exist");
    const name = operator.code.split(":")[1] ?? "";
    return (
      this.#compares(comparison, operator, name) ??
      this.#isThere(comparison, operator, name) ??
      (operator.group === "text" || operator.group === "boolean"
        ? this.#isText(comparison, operator, name)
        : undefined) ??
      (operator.group === "number" ? this.#isNumber(comparison, name) : undefined)
    );
  }

  #exists(comparison: PlacedComparison, exists: boolean): PlacedComparison | undefined {
    if (!this.#existence.has(exists)) this.#existence.set(exists, comparison);
    return this.#existence.get(!exists);
  }

  /** A text that it is, or has in it, is there. */
  #isThere(comparison: PlacedComparison, { group }: FilterOperator, name: string): PlacedComparison | undefined {
    const { b } = comparison;
    const isSome = typeof b === "string" && b !== "" && !hasMapping(b);
    return group === "text" && isSome && SOME_TEXT.has(name) ? this.#exists(comparison, true) : undefined;
  }

  /** The same operand on the other side, mapped or not. */
  #compares(comparison: PlacedComparison, operator: FilterOperator, name: string): PlacedComparison | undefined {
    const outcomes = OUTCOMES[name] ?? NEGATED[name];
    if (outcomes === undefined || comparison.b === undefined) return undefined;
    const fold = operator.caseInsensitive ? asText(comparison.b).toLowerCase() : asText(comparison.b);
    const question = OUTCOMES[name] === undefined ? name.replace("not", "") : "order";
    const key = JSON.stringify([operator.group, operator.caseInsensitive, question, fold]);
    const before = this.#outcomes.get(key) ?? { left: "<=>", by: comparison };
    const left = [...before.left].filter((outcome) => outcomes.includes(outcome)).join("");
    if (left === "") return before.by;
    this.#outcomes.set(key, { left, by: comparison });
    return undefined;
  }

  /** A fixed text that it is held against. */
  #isText(comparison: PlacedComparison, operator: FilterOperator, name: string): PlacedComparison | undefined {
    const b = typeof comparison.b === "boolean" ? String(comparison.b) : comparison.b;
    if (typeof b !== "string" || hasMapping(b)) return undefined;
    const { group, caseInsensitive: ignoresCase } = operator;
    const facts = this.#texts.get(group) ?? new TextFacts();
    this.#texts.set(group, facts);
    return facts.add({ name, text: b, ignoresCase, by: comparison });
  }

  /** Bounds that leave no number between them. */
  #isNumber(comparison: PlacedComparison, name: string): PlacedComparison | undefined {
    const value = numberOf(comparison.b);
    if (value === undefined || name === "notequal") return undefined;
    const bound: Bound = { value, inclusive: name.includes("equal"), by: comparison };
    const isLower = name !== "less" && name !== "lessorequal";
    const isUpper = name !== "greater" && name !== "greaterorequal";
    if (isLower && this.#upper && isEmpty(bound, this.#upper)) return this.#upper.by;
    if (isUpper && this.#lower && isEmpty(this.#lower, bound)) return this.#lower.by;
    if (isLower && isTighter(bound, this.#lower, 1)) this.#lower = bound;
    if (isUpper && isTighter(bound, this.#upper, -1)) this.#upper = bound;
    return undefined;
  }
}

/** What only a text that is there fulfils. */
const SOME_TEXT: ReadonlySet<string> = new Set(["equal", "contain", "startwith", "endwith"]);

/** The operator that says the same from the other side. */
const MIRRORED: Readonly<Record<string, string>> = {
  equal: "equal",
  notequal: "notequal",
  greater: "less",
  less: "greater",
  greaterorequal: "lessorequal",
  lessorequal: "greaterorequal",
};

/**
 * A comparison with the mapped value on its left: `5 < x` as `x > 5`. Of two mapped values, the one that the alphabet
 * has first.
 */
export function turned(comparison: PlacedComparison): PlacedComparison {
  const { a, o, b } = comparison;
  if (typeof o !== "string" || typeof b !== "string" || !hasMapping(b)) return comparison;
  if (typeof a === "string" ? hasMapping(a) && a <= b : typeof a !== "number" && typeof a !== "boolean") {
    return comparison;
  }
  const [group = "", name = "", ...rest] = o.split(":");
  const mirrored = MIRRORED[name];
  // A list is compared by its length with a number.
  if (mirrored === undefined || group === "array") return comparison;
  return { ...comparison, a: b, o: [group, mirrored, ...rest].join(":"), b: a };
}

/** Questions with yes and no for an answer. */
const NEGATED: Readonly<Record<string, string>> = Object.fromEntries(
  ["contain", "startwith", "endwith", "pattern"].flatMap((name) => [
    [name, "="],
    [`not${name}`, "<>"],
  ]),
);

const isEmpty = (lower: Bound, upper: Bound): boolean =>
  lower.value > upper.value || (lower.value === upper.value && !(lower.inclusive && upper.inclusive));

/** Whether a bound leaves less than the one before; `direction` is 1 for lower bounds, -1 for upper ones. */
function isTighter(bound: Bound, before: Bound | undefined, direction: 1 | -1): boolean {
  const step = before === undefined ? 1 : (bound.value - before.value) * direction;
  return step > 0 || (step === 0 && !bound.inclusive);
}

function numberOf(operand: unknown): number | undefined {
  if (typeof operand === "number") return operand;
  if (typeof operand !== "string" || operand.trim() === "" || hasMapping(operand)) return undefined;
  const value = Number(operand);
  return Number.isFinite(value) ? value : undefined;
}
