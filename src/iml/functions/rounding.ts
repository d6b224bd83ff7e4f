import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";

const number = { name: "number", type: "number" } as const satisfies Parameter;

export const roundingFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "abs",
    group: "math",
    summary: "Drops the sign of a number",
    params: [number],
    returns: "number",
    examples: [["abs(-3.7)", 3.7]],
    evaluate: ([value]) => Math.abs(value),
  }),
  defineFunction({
    name: "ceil",
    group: "math",
    summary: "Rounds up to a whole number",
    params: [number],
    returns: "number",
    examples: [["ceil(1.2)", 2]],
    evaluate: ([value]) => Math.ceil(value),
  }),
  defineFunction({
    name: "floor",
    group: "math",
    summary: "Rounds down to a whole number",
    params: [number],
    returns: "number",
    examples: [["floor(1.9)", 1]],
    evaluate: ([value]) => Math.floor(value),
  }),
  defineFunction({
    name: "round",
    group: "math",
    summary: "Rounds to the nearest whole number",
    params: [number],
    returns: "number",
    examples: [
      ["round(1.2)", 1],
      ["round(1.5)", 2],
    ],
    note: "A second argument for decimals is talked about in a course, but in no reference",
    evaluate: ([value]) => Math.round(value),
  }),
  defineFunction({
    name: "trunc",
    group: "math",
    summary: "Cuts a number after so many decimals, all of them unless given",
    params: [number, { name: "decimals", type: "number", optional: true }],
    returns: "number",
    examples: [
      ["trunc(3.789)", 3],
      ["trunc(3.789; 2)", 3.78],
      ["trunc(123.456; -2)", 100],
    ],
    evaluate: ([value, decimals = 0]) => movePoint(Math.trunc(movePoint(value, decimals)), -decimals),
  }),
];

/** Multiplies by a power of ten without the error of a multiplication: `1.15` becomes `115`, not `114.99999999999999`. */
function movePoint(value: number, places: number): number {
  if (!Number.isFinite(value)) return value;
  const [digits, exponent = 0] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + Math.trunc(places)}`);
}
