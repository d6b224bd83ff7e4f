import type { FieldSpec } from "../../catalog/field.ts";
import { isObject } from "../../util/is-object.ts";
import { saidInConditions } from "./said-in-conditions.ts";
import type { Source } from "./source.ts";
import type { Member, Piece } from "./syntax.ts";

/** What says a value: the expression, and the key that it stands behind. */
export interface Said {
  readonly value: Piece;
  readonly key?: Piece;
  /** It says the value that was asked for, and nothing around it. */
  readonly isExact?: boolean;
  /** It is an object that is spread, and says the value as one of its own. */
  readonly isSpread?: boolean;
}

/** A value in the blueprint: the way to it from what an expression says, and what the expression was printed as. */
export interface Printed {
  readonly path: readonly string[];
  readonly data: unknown;
  /** What the catalogue says of the field, for the names that authors use. */
  readonly spec?: FieldSpec | undefined;
}

/** The smallest expression inside of one that surely says the value at a path: of a name or a call, the whole of it. */
export function saidAt(source: Source, said: Said, { path, data, spec }: Printed): Said {
  const [step, ...rest] = path;
  const whole = { value: said.value };
  if (said.isSpread) return whole;
  if (step === undefined) return { ...said, isExact: true };
  if (spec?.type === "filter") return { value: saidInConditions(source, said.value, path, data) };
  const elements = source.syntax.elementsOf(said.value);
  if (elements) {
    const value = elements[Number(step)];
    return value ? saidAt(source, { value }, { path: rest, data: at(data, step), spec: spec?.item }) : whole;
  }
  const members = source.syntax.membersOf(said.value);
  if (members === undefined) return whole;
  if (Array.isArray(data)) return saidInPairs(source, members, { path, data }) ?? whole;
  const inner = at(spec?.fields, step) as FieldSpec | undefined;
  const found =
    saidBy(members, inner?.name ?? step, hasDefault(inner)) ??
    (/^\d+$/u.test(step) ? saidBy(members, columnOf(Number(step)), true) : undefined);
  return found ? saidAt(source, found, { path: rest, data: at(data, step), spec: inner }) : whole;
}

/**
 * The member of an object literal that gives a property, if it is certain: nothing behind it may give another value. What no
 * member names comes from the one object that is spread, unless it may stand there by itself.
 */
export function saidBy(members: readonly Member[], name: string, mayBeUnsaid = false): Said | undefined {
  const index = members.findIndex((member) => member.name === name);
  const isLast = members.slice(index + 1).every((member) => member.name !== undefined && member.name !== name);
  if (index >= 0) return isLast ? members[index] : undefined;
  const [unnamed, ...others] = members.filter((member) => member.name === undefined);
  return unnamed?.isSpread && others.length === 0 && !mayBeUnsaid
    ? { value: unnamed.value, isSpread: true }
    : undefined;
}

/** Whether something is printed for a field that its author leaves out. */
export const hasDefault = (spec: FieldSpec | undefined): boolean =>
  spec?.default !== undefined || spec?.implied !== undefined;

/** `{ Accept: x }`, which is printed as `[{ name: "Accept", value: x }]`. */
function saidInPairs(
  source: Source,
  members: readonly Member[],
  { path: [step = "", part, ...rest], data }: Printed,
): Said | undefined {
  const pair = at(data, step);
  const name = at(pair, "name") ?? at(pair, "key");
  const found = typeof name === "string" ? saidBy(members, name) : undefined;
  if (found === undefined) return undefined;
  if (part === "value") return saidAt(source, found, { path: rest, data: at(pair, part) });
  return { value: found.key ?? found.value };
}

/** What stands under a key of an object, or at an index of a list. */
export const at = (data: unknown, step: string): unknown => {
  if (Array.isArray(data)) return data[Number(step)];
  return isObject(data) && Object.hasOwn(data, step) ? data[step] : undefined;
};

/** The letters of a spreadsheet's column, which is counted from 0. */
function columnOf(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : columnOf(Math.floor(position / 26) - 1) + letter;
}
