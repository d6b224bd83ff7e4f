// What filters, routers and branches ask, in Make's own operator families. The families are typed by their operands:
// comparing a text as a number is a mistake that Make would swallow in silence.

import { type Condition, comparison } from "../model/conditions.ts";
import type { Expr, Value } from "../model/expression.ts";

export { all, any, type Condition } from "../model/conditions.ts";

interface CaseOption {
  /** Compare without regard to upper and lower case. Default: case counts. */
  readonly ignoreCase?: boolean;
}

/** The value is there: neither null nor missing. */
export const exists = (a: Expr<unknown>): Condition => comparison("exist", a);
/** The value is null or missing. */
export const notExists = (a: Expr<unknown>): Condition => comparison("notexist", a);

const textual =
  (code: string) =>
  <T extends string>(a: Expr<T>, b: Value<NoInfer<T>>, { ignoreCase = false }: CaseOption = {}): Condition =>
    comparison(`text:${code}${ignoreCase ? ":ci" : ""}`, a, b);
/** Comparisons with a part of a text take any text. */
const textualPart =
  (code: string) =>
  (a: Expr<string>, b: Value<string>, { ignoreCase = false }: CaseOption = {}): Condition =>
    comparison(`text:${code}${ignoreCase ? ":ci" : ""}`, a, b);

/** Conditions on text. */
export const text = {
  equals: textual("equal"),
  notEquals: textual("notequal"),
  contains: textualPart("contain"),
  notContains: textualPart("notcontain"),
  startsWith: textualPart("startwith"),
  notStartsWith: textualPart("notstartwith"),
  endsWith: textualPart("endwith"),
  notEndsWith: textualPart("notendwith"),
  /** A regular expression, without slashes; it may match anywhere in the text. */
  matches: textualPart("pattern"),
  notMatches: textualPart("notpattern"),
  /** Equal to one of the given texts. */
  isOneOf: <T extends string>(
    a: Expr<T>,
    values: readonly Value<NoInfer<T>>[],
    options: CaseOption = {},
  ): Condition => ({
    kind: "condition",
    groups: values.flatMap((value) => textual("equal")(a, value, options).groups),
  }),
};

const compared =
  <T>(family: string, code: string) =>
  (a: Expr<T>, b: Value<T>): Condition =>
    comparison(`${family}:${code}`, a, b);

/** Conditions on numbers. A text that is a number is read as one. */
export const number = {
  equals: compared<number>("number", "equal"),
  notEquals: compared<number>("number", "notequal"),
  greaterThan: compared<number>("number", "greater"),
  lessThan: compared<number>("number", "less"),
  atLeast: compared<number>("number", "greaterorequal"),
  atMost: compared<number>("number", "lessorequal"),
};

/** Conditions on points in time. */
export const date = {
  equals: compared<Date>("date", "equal"),
  notEquals: compared<Date>("date", "notequal"),
  after: compared<Date>("date", "greater"),
  before: compared<Date>("date", "less"),
  notBefore: compared<Date>("date", "greaterorequal"),
  notAfter: compared<Date>("date", "lessorequal"),
};

/** Conditions on times of day, written `HH:mm:ss`. */
export const time = {
  equals: compared<string>("time", "equal"),
  notEquals: compared<string>("time", "notequal"),
  after: compared<string>("time", "greater"),
  before: compared<string>("time", "less"),
  notBefore: compared<string>("time", "greaterorequal"),
  notAfter: compared<string>("time", "lessorequal"),
};

/** Conditions on semantic versions, such as `1.4.0`. */
export const version = {
  equals: compared<string>("semver", "equal"),
  notEquals: compared<string>("semver", "notequal"),
  newerThan: compared<string>("semver", "greater"),
  olderThan: compared<string>("semver", "less"),
  notOlderThan: compared<string>("semver", "greaterorequal"),
  notNewerThan: compared<string>("semver", "lessorequal"),
};

const contained =
  (code: string) =>
  <T>(a: Expr<readonly T[]>, b: Value<NoInfer<T>>, { ignoreCase = false }: CaseOption = {}): Condition =>
    comparison(`array:${code}${ignoreCase ? ":ci" : ""}`, a, b);
const ofLength =
  (code: string) =>
  (a: Expr<readonly unknown[]>, length: Value<number>): Condition =>
    comparison(`array:${code}`, a, length);

/** Conditions on lists: what they contain, and how long they are. */
export const array = {
  contains: contained("contain"),
  notContains: contained("notcontain"),
  lengthEquals: ofLength("equal"),
  lengthNotEquals: ofLength("notequal"),
  longerThan: ofLength("greater"),
  shorterThan: ofLength("less"),
  lengthAtLeast: ofLength("greaterorequal"),
  lengthAtMost: ofLength("lessorequal"),
};

/** Conditions on true and false. `false` is a value like any other: `exists` is true for it. */
export const boolean = {
  equals: compared<boolean>("boolean", "equal"),
  notEquals: compared<boolean>("boolean", "notequal"),
  isTrue: (a: Expr<boolean>): Condition => comparison("boolean:equal", a, true),
  isFalse: (a: Expr<boolean>): Condition => comparison("boolean:equal", a, false),
};
