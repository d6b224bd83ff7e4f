// What callers of a scenario give and get.

import { isObject } from "../util/is-object.ts";
import type { Change } from "./change.ts";
import type { ScenarioSide } from "./compare-scenarios.ts";
import { type Comparison, compareValues } from "./compare-values.ts";

const LISTS = [
  ["input_spec", "inputs"],
  ["output_spec", "outputs"],
] as const;

/** The differences of a scenario's inputs and outputs. */
export function compareInterface(before: ScenarioSide, after: ScenarioSide, comparison: Comparison): readonly Change[] {
  const isSourceBeside = before.isPrinted !== after.isPrinted;
  return LISTS.flatMap(([key, label]) => {
    const [was, is] = [fieldsOf(before, key), fieldsOf(after, key)];
    const [own, other] = isSourceBeside ? [saidInBoth(was, is), saidInBoth(is, was)] : [was, is];
    return compareValues(own, other, [label], { ...comparison, kind: "interface" });
  });
}

function fieldsOf({ blueprint: { io } }: ScenarioSide, key: string): readonly unknown[] {
  const fields = isObject(io) ? io[key] : undefined;
  return Array.isArray(fields) ? fields : [];
}

/**
 * Fields with no more than what the field of that name on the other side says as well. The editor knows things of a
 * field that no source has, like the connection that it proposes, and a source has a label where the editor needs none.
 */
const saidInBoth = (fields: readonly unknown[], others: readonly unknown[]): readonly unknown[] =>
  fields.map((field) => {
    const other = others.find((each) => isObject(each) && isObject(field) && each.name === field.name);
    if (!isObject(field) || !isObject(other)) return field;
    return Object.fromEntries(Object.entries(field).filter(([key, value]) => isSaid(value) && isSaid(other[key])));
  });

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
