import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { operators } from "../../src/iml/operators.ts";
import {
  all,
  any,
  array,
  boolean,
  type Condition,
  date,
  exists,
  notExists,
  number,
  raw,
  text,
  time,
  version,
} from "../../src/index.ts";
import type { Expr } from "../../src/model/expression.ts";
import { lastModule, order, wait } from "./printed.ts";

const value = <T>() => raw.text`{{x}}` as Expr<T>;
const [a, n, d, l, b] = [value<string>(), value<number>(), value<Date>(), value<readonly string[]>(), value<boolean>()];
const noon = new Date("2026-01-01T12:00:00Z");

/** The conditions of a filter as Make stores them. */
function conditionsOf(condition: Condition): unknown {
  const module = lastModule((flow) => {
    flow.trigger("Order", order);
    flow.step("Wait", wait, { when: condition });
  });
  return (module as { readonly filter: { readonly conditions: unknown } }).filter.conditions;
}

const EACH: readonly (readonly [condition: Condition, operator: string, operand?: unknown])[] = [
  [exists(a), "exist"],
  [notExists(a), "notexist"],
  [text.equals(a, "b"), "text:equal", "b"],
  [text.notEquals(a, "b"), "text:notequal", "b"],
  [text.contains(a, "b"), "text:contain", "b"],
  [text.notContains(a, "b"), "text:notcontain", "b"],
  [text.startsWith(a, "b"), "text:startwith", "b"],
  [text.notStartsWith(a, "b"), "text:notstartwith", "b"],
  [text.endsWith(a, "b"), "text:endwith", "b"],
  [text.notEndsWith(a, "b"), "text:notendwith", "b"],
  [text.matches(a, "^b"), "text:pattern", "^b"],
  [text.notMatches(a, "^b"), "text:notpattern", "^b"],
  [text.equals(a, "b", { ignoreCase: true }), "text:equal:ci", "b"],
  [text.notEquals(a, "b", { ignoreCase: true }), "text:notequal:ci", "b"],
  [text.contains(a, "b", { ignoreCase: true }), "text:contain:ci", "b"],
  [text.notContains(a, "b", { ignoreCase: true }), "text:notcontain:ci", "b"],
  [text.startsWith(a, "b", { ignoreCase: true }), "text:startwith:ci", "b"],
  [text.notStartsWith(a, "b", { ignoreCase: true }), "text:notstartwith:ci", "b"],
  [text.endsWith(a, "b", { ignoreCase: true }), "text:endwith:ci", "b"],
  [text.notEndsWith(a, "b", { ignoreCase: true }), "text:notendwith:ci", "b"],
  [text.matches(a, "^b", { ignoreCase: true }), "text:pattern:ci", "^b"],
  [text.notMatches(a, "^b", { ignoreCase: true }), "text:notpattern:ci", "^b"],
  [number.equals(n, 0), "number:equal", 0],
  [number.notEquals(n, 1.5), "number:notequal", 1.5],
  [number.greaterThan(n, 1), "number:greater", 1],
  [number.lessThan(n, -1), "number:less", -1],
  [number.atLeast(n, 1), "number:greaterorequal", 1],
  [number.atMost(n, 1), "number:lessorequal", 1],
  [date.equals(d, noon), "date:equal", "2026-01-01T12:00:00.000Z"],
  [date.notEquals(d, noon), "date:notequal", "2026-01-01T12:00:00.000Z"],
  [date.after(d, noon), "date:greater", "2026-01-01T12:00:00.000Z"],
  [date.before(d, noon), "date:less", "2026-01-01T12:00:00.000Z"],
  [date.notBefore(d, noon), "date:greaterorequal", "2026-01-01T12:00:00.000Z"],
  [date.notAfter(d, noon), "date:lessorequal", "2026-01-01T12:00:00.000Z"],
  [time.equals(a, "12:00:00"), "time:equal", "12:00:00"],
  [time.notEquals(a, "12:00:00"), "time:notequal", "12:00:00"],
  [time.after(a, "12:00:00"), "time:greater", "12:00:00"],
  [time.before(a, "12:00:00"), "time:less", "12:00:00"],
  [time.notBefore(a, "12:00:00"), "time:greaterorequal", "12:00:00"],
  [time.notAfter(a, "12:00:00"), "time:lessorequal", "12:00:00"],
  [version.equals(a, "1.0.0"), "semver:equal", "1.0.0"],
  [version.notEquals(a, "1.0.0"), "semver:notequal", "1.0.0"],
  [version.newerThan(a, "1.0.0"), "semver:greater", "1.0.0"],
  [version.olderThan(a, "1.0.0"), "semver:less", "1.0.0"],
  [version.notOlderThan(a, "1.0.0"), "semver:greaterorequal", "1.0.0"],
  [version.notNewerThan(a, "1.0.0"), "semver:lessorequal", "1.0.0"],
  [array.contains(l, "b"), "array:contain", "b"],
  [array.notContains(l, "b"), "array:notcontain", "b"],
  [array.contains(l, "b", { ignoreCase: true }), "array:contain:ci", "b"],
  [array.notContains(l, "b", { ignoreCase: true }), "array:notcontain:ci", "b"],
  [array.lengthEquals(l, 2), "array:equal", 2],
  [array.lengthNotEquals(l, 2), "array:notequal", 2],
  [array.longerThan(l, 2), "array:greater", 2],
  [array.shorterThan(l, 2), "array:less", 2],
  [array.lengthAtLeast(l, 2), "array:greaterorequal", 2],
  [array.lengthAtMost(l, 2), "array:lessorequal", 2],
  [boolean.equals(b, value()), "boolean:equal", "{{x}}"],
  [boolean.notEquals(b, true), "boolean:notequal", true],
  [boolean.isTrue(b), "boolean:equal", true],
  [boolean.isFalse(b), "boolean:equal", false],
];

test.for(EACH.map(([condition, o, operand]) => [o, operand, condition] as const))(
  "%s is stored as Make stores it",
  ([o, operand, condition]) => {
    const expected = operand === undefined ? { a: "{{x}}", o } : { a: "{{x}}", o, b: operand };
    expect(conditionsOf(condition)).toEqual([[expected]]);
  },
);

test("every operator of Make can be said", () => {
  const said = new Set(EACH.map(([, operator]) => operator));
  expect([...said].sort()).toEqual(operators.map(({ code }) => code).sort());
});

describe("conditions together", () => {
  const named = (name: string): Condition => text.equals(a, name);
  const [p, q, r, s] = [named("p"), named("q"), named("r"), named("s")];
  /** Only the right operands: one letter per comparison. */
  const letters = ({ groups }: Condition): string =>
    groups.map((group) => group.map((comparison) => comparison.b).join("")).join("|");

  test.for([
    ["all of some", all(p, q, r), "pqr"],
    ["any of some", any(p, q, r), "p|q|r"],
    ["a choice of groups", any(all(p, q), all(r, s)), "pq|rs"],
    ["a group of choices is multiplied out", all(any(p, q), any(r, s)), "pr|ps|qr|qs"],
    ["one of several texts", all(p, text.isOneOf(a, ["x", "y"])), "px|py"],
    ["deeper", any(p, all(q, any(r, all(s, p)))), "p|qr|qsp"],
  ] as const)("%s", ([, condition, expected]) => {
    expect(letters(condition)).toBe(expected);
  });

  test("mean what they say, however they are nested", () => {
    const { formula } = fc.letrec<{ formula: Formula; group: Formula }>((tie) => ({
      formula: fc.oneof({ depthSize: "small" }, fc.constantFrom("p", "q", "r", "s"), tie("group")),
      group: fc.record({
        of: fc.constantFrom("all", "any"),
        parts: fc.array(tie("formula"), { minLength: 1, maxLength: 3 }),
      }),
    }));
    fc.assert(
      fc.property(formula, fc.subarray(["p", "q", "r", "s"]), (wanted, truths) => {
        const { groups } = conditionFor(wanted);
        const fits = groups.some((group) => group.every(({ b: letter }) => truths.includes(String(letter))));
        expect(fits).toBe(holds(wanted, truths));
      }),
      { numRuns: 300 },
    );
  });
});

type Formula = string | { readonly of: "all" | "any"; readonly parts: readonly Formula[] };

const conditionFor = (formula: Formula): Condition =>
  typeof formula === "string"
    ? text.equals(a, formula)
    : (formula.of === "all" ? all : any)(...formula.parts.map(conditionFor));

const holds = (formula: Formula, truths: readonly string[]): boolean => {
  if (typeof formula === "string") return truths.includes(formula);
  return formula.of === "all"
    ? formula.parts.every((part) => holds(part, truths))
    : formula.parts.some((part) => holds(part, truths));
};
