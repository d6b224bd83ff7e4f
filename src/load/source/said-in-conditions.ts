// Conditions are written as calls, and printed as an or-of-ands. The same product is made of the calls here; only when it
// has the shape of what was printed, each comparison is known by its call.

import type { Source } from "./source.ts";
import type { Call, Piece } from "./syntax.ts";

/** A comparison as it is written: as a whole, its operands, and its operator. */
interface Asked {
  readonly whole: Piece;
  readonly a?: Piece;
  readonly o?: Piece;
  readonly b?: Piece;
}

/** Comparisons that hold together, and the expression that says so, if it is one. */
interface Group {
  readonly whole: Piece | undefined;
  readonly asked: readonly Asked[];
}

/** A condition in front of a module, the expression that says all of it, if it is one, and what is known of its inside. */
export interface SaidCondition {
  readonly whole: Piece | undefined;
  readonly groups: readonly Group[] | undefined;
}

export const conditionOf = (source: Source, whole: Piece): SaidCondition => ({
  whole,
  groups: groupsIn(source, whole),
});

/** The condition that a route of `flow.match` asks, which is written as a value and a key. */
export const matchCondition = (a: Piece, key: Piece): SaidCondition => ({
  whole: key,
  groups: [{ whole: key, asked: [{ whole: key, a, b: key }] }],
});

/** Two conditions that must both hold: of a route, and of the step that begins it. */
export const bothOf = (one: SaidCondition, other: SaidCondition): SaidCondition => ({
  whole: undefined,
  groups: one.groups && other.groups && productOf(undefined, [one.groups, other.groups]),
});

/** The smallest expression in a condition that says what stands at a path, or the whole of it. */
export const saidInConditions = (source: Source, whole: Piece, path: readonly string[], data: unknown): Piece =>
  saidInCondition(conditionOf(source, whole), path, data) ?? whole;

export function saidInCondition(
  { whole, groups }: SaidCondition,
  [outer, inner, part]: readonly string[],
  data: unknown,
): Piece | undefined {
  if (outer === undefined || groups === undefined || !hasShape(groups, data)) return whole;
  const group = groups[Number(outer)];
  const asked = inner === undefined ? undefined : group?.asked[Number(inner)];
  if (asked === undefined) return group?.whole ?? whole;
  return (part === "a" || part === "o" || part === "b" ? asked[part] : undefined) ?? asked.whole;
}

const hasShape = (groups: readonly Group[], data: unknown): boolean =>
  Array.isArray(data) &&
  data.length === groups.length &&
  groups.every(({ asked }, index) => (data[index] as { readonly length?: number }).length === asked.length);

const FAMILIES: ReadonlySet<string> = new Set(["text", "number", "date", "time", "version", "array", "boolean"]);

function groupsIn(source: Source, whole: Piece): readonly Group[] | undefined {
  const call = source.syntax.callOf(whole);
  if (call === undefined) return undefined;
  const [from, ...path] = source.names.meaningOf(call);
  return from === "cyanotype" ? groupsOf(source, call, path) : undefined;
}

function groupsOf(
  source: Source,
  { whole, given, name: o }: Call,
  [family = "", operator]: readonly string[],
): readonly Group[] | undefined {
  const one = (asked: Omit<Asked, "whole">): Group => ({ whole, asked: [{ whole, ...asked }] });
  const [a, b] = given;
  if (family === "all" || family === "any") {
    const inner = given.map((each) => groupsIn(source, each));
    if (!inner.every((groups) => groups !== undefined)) return undefined;
    return family === "any" ? inner.flat() : productOf(whole, inner);
  }
  if (a === undefined) return undefined;
  if (family === "exists" || family === "notExists") return [one({ a, o })];
  if (family === "raw" && operator === "condition") {
    const [code = o, left = whole, right = whole] = given;
    return [one({ o: code, a: left, b: right })];
  }
  if (!FAMILIES.has(family) || operator === undefined) return undefined;
  if (family === "text" && operator === "isOneOf")
    return (
      b &&
      source.syntax.elementsOf(b)?.map((element) => ({ whole: element, asked: [{ whole: element, a, o, b: element }] }))
    );
  return [one({ a, o, ...(b ? { b } : {}) })];
}

/** What `all` makes of the groups of its conditions. */
const productOf = (whole: Piece | undefined, conditions: readonly (readonly Group[])[]): readonly Group[] =>
  conditions.length === 1
    ? (conditions[0] ?? [])
    : conditions.reduce<readonly Group[]>(
        (groups, more) =>
          groups.flatMap((group) => more.map((other) => ({ whole, asked: [...group.asked, ...other.asked] }))),
        [{ whole, asked: [] }],
      );
