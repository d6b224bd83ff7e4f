// Whether a filter lets a bundle pass. What Make does with operands that are missing or of another type is documented
// for none of the operators; `docs/iml-fidelity.md` tells what is assumed here.

import { coerce, readNumber, toBoolean, toText, toTime } from "./coerce.ts";
import { parseDateText } from "./dates.ts";
import type { CallScope } from "./define-function.ts";
import { type EvaluationContext, Evaluator } from "./evaluate.ts";
import { attempt, type Result } from "./evaluation-error.ts";
import { loadSemver } from "./lazy-modules.ts";
import { findOperator, type OperatorGroup } from "./operators.ts";
import { isFound } from "./regular-expression.ts";
import { isArray, isNothing, type Value } from "./value.ts";

/** One comparison, as a blueprint stores it. Operands that are texts may hold mappings. */
export interface Condition {
  readonly a?: unknown;
  /** The operator's code, such as `text:equal:ci`. */
  readonly o?: string;
  /** Absent for the operators that look at one operand. */
  readonly b?: unknown;
}

/**
 * Whether a filter holds: one of its groups must, and in it every condition. A filter without groups lets everything
 * pass. What need not be asked is not evaluated.
 */
export function evaluateConditions(
  groups: readonly (readonly Condition[])[],
  context: EvaluationContext,
): Result<boolean> {
  const evaluator = new Evaluator(context);
  const operand = (value: unknown): Value =>
    typeof value === "string" ? evaluator.template(value) : evaluator.scope.budget.admit(value);
  return attempt(
    () =>
      groups.length === 0 ||
      groups.some((group) =>
        group.every(({ a, o = "", b }) => compare(o, operand(a), () => operand(b), evaluator.scope)),
      ),
  );
}

/** An operator that Make does not know is never fulfilled, and no error. */
function compare(code: string, a: Value, b: () => Value, scope: CallScope): boolean {
  const operator = findOperator(code);
  if (operator === undefined) return false;
  const [name = ""] = operator.code.split(":").slice(operator.group === "basic" ? 0 : 1);
  return COMPARISONS[operator.group](name, a, b(), { ...scope, caseInsensitive: operator.caseInsensitive });
}

interface ComparisonScope extends CallScope {
  readonly caseInsensitive: boolean;
}

type Comparison = (name: string, a: Value, b: Value, scope: ComparisonScope) => boolean;

const COMPARISONS: Readonly<Record<OperatorGroup, Comparison>> = {
  basic: (name, a) => (name === "exist") !== isEmpty(a),
  text: compareTexts,
  number: (name, a, b) => holds(name, difference(toFiniteNumber(a), toFiniteNumber(b))),
  date: (name, a, b, { timezone }) => holds(name, difference(toMoment(a, timezone), toMoment(b, timezone))),
  time: (name, a, b) => holds(name, difference(toSeconds(a), toSeconds(b))),
  semver: (name, a, b) => holds(name, compareVersions(toText(a), toText(b))),
  array: compareArrays,
  boolean: (name, a, b) => (name === "equal") === (toBoolean(a) === toBoolean(b)),
};

/** Not filled in. */
const isEmpty = (value: Value): boolean => isNothing(value) || value === "";

/** Nothing is the empty text, so that it is different from every other. */
function compareTexts(name: string, a: Value, b: Value, scope: ComparisonScope): boolean {
  const [positive, isNegated] = name.startsWith("not") ? [name.slice("not".length), true] : [name, false];
  const [left, right] = [comparableText(a, scope), comparableText(b, scope)];
  const found = (): boolean => {
    switch (positive) {
      case "equal":
        return left === right;
      case "contain":
        return left.includes(right);
      case "startwith":
        return left.startsWith(right);
      case "endwith":
        return left.endsWith(right);
      default: {
        const pattern = { source: toText(b), flags: scope.caseInsensitive ? "i" : "" };
        return isFound(toText(a), pattern, scope.budget);
      }
    }
  };
  return found() !== isNegated;
}

/** `difference` is that of the left side from the right one; without one, the sides are only known not to be equal. */
function holds(name: string, difference: number | undefined): boolean {
  switch (name) {
    case "equal":
      return difference === 0;
    case "notequal":
      return difference !== 0;
    case "greater":
      return difference !== undefined && difference > 0;
    case "less":
      return difference !== undefined && difference < 0;
    case "greaterorequal":
      return difference !== undefined && difference >= 0;
    default:
      return difference !== undefined && difference <= 0;
  }
}

function difference(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  return a === b ? 0 : a - b;
}

const toFiniteNumber = (value: Value): number | undefined =>
  typeof value === "number" ? value : typeof value === "string" ? readNumber(value) : undefined;

const toMoment = (value: Value, timezone: string): number | undefined => {
  if (value instanceof Date) return value.getTime();
  return typeof value === "number" ? value : parseDateText(toText(value), timezone)?.getTime();
};

const toSeconds = (value: Value): number | undefined => {
  const time = attempt(() => toTime(value));
  return time.ok ? time.value : undefined;
};

function compareVersions(a: string, b: string): number | undefined {
  const { compare, valid } = loadSemver();
  return valid(a) === null || valid(b) === null ? undefined : compare(a, b);
}

/** Membership goes by the items' texts, since an operand is mostly one; the other operators compare the length. */
function compareArrays(name: string, a: Value, b: Value, scope: ComparisonScope): boolean {
  const items = isNothing(a) ? [] : coerce(a, "array", scope.timezone);
  if (!isArray(items)) return false;
  if (name !== "contain" && name !== "notcontain") return holds(name, difference(items.length, toFiniteNumber(b)));
  const wanted = comparableText(b, scope);
  return items.some((item) => comparableText(item, scope) === wanted) === (name === "contain");
}

const comparableText = (value: Value, { caseInsensitive }: ComparisonScope): string =>
  caseInsensitive ? toText(value).toLowerCase() : toText(value);
