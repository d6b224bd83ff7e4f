import { toNumber } from "../coerce.ts";
import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";
import { isArray, isNothing, type Value } from "../value.ts";

/** Either one array or any number of values. */
const numbers = { name: "values", type: ["number", "array"], orNothing: true, rest: true } as const satisfies Parameter;

/** Items that are nothing do not count. */
const membersOf = (values: readonly Value[]): readonly number[] =>
  values
    .flatMap((value) => (isArray(value) ? value : [value]))
    .filter((value) => !isNothing(value))
    .map(toNumber);

/** Nothing comes of no number at all. */
const overMembers =
  (compute: (members: readonly number[]) => number) =>
  (values: readonly Value[]): Value => {
    const members = membersOf(values);
    return members.length === 0 ? undefined : compute(members);
  };

const sumOf = (members: readonly number[]): number => members.reduce((sum, member) => sum + member, 0);
const meanOf = (members: readonly number[]): number => sumOf(members) / members.length;

function medianOf(members: readonly number[]): number {
  const sorted = [...members].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return meanOf([sorted[Math.floor(middle)] ?? 0, sorted[Math.ceil(middle)] ?? 0]);
}

function squaredDistances(members: readonly number[]): number {
  const mean = meanOf(members);
  return sumOf(members.map((member) => (member - mean) ** 2));
}

export const statisticsFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "average",
    group: "math",
    summary: "Gives the arithmetic mean of several numbers or of one array",
    params: [numbers],
    returns: "number",
    examples: [
      ["average(1; 6000)", 3000.5],
      ['average(split("1,2,6"; ","))', 3],
    ],
    evaluate: overMembers(meanOf),
  }),
  defineFunction({
    name: "max",
    group: "math",
    summary: "Gives the largest of several numbers or of one array",
    params: [numbers],
    returns: "number",
    examples: [["max(2; 3; 1)", 3]],
    evaluate: overMembers((members) => members.reduce((a, b) => Math.max(a, b))),
  }),
  defineFunction({
    name: "median",
    group: "math",
    summary: "Gives the number in the middle, or the mean of the middle two",
    params: [numbers],
    returns: "number",
    examples: [
      ["median(3; 5; 7)", 5],
      ["median(2; 3; 5; 8)", 4],
    ],
    evaluate: overMembers(medianOf),
  }),
  defineFunction({
    name: "min",
    group: "math",
    summary: "Gives the smallest of several numbers or of one array",
    params: [numbers],
    returns: "number",
    examples: [["min(2; 3; 1)", 1]],
    evaluate: overMembers((members) => members.reduce((a, b) => Math.min(a, b))),
  }),
  defineFunction({
    name: "stdevP",
    group: "math",
    summary: "Gives the standard deviation of a whole population",
    params: [numbers],
    returns: "number",
    examples: [["stdevP(1; 2; 3; 4; 5)", Math.SQRT2]],
    evaluate: overMembers((members) => Math.sqrt(squaredDistances(members) / members.length)),
  }),
  defineFunction({
    name: "stdevS",
    group: "math",
    summary: "Gives the standard deviation of a sample",
    params: [numbers],
    returns: "number",
    examples: [["stdevS(1; 2; 3; 4; 5)", 1.5811388300841898]],
    evaluate: overMembers((members) => Math.sqrt(squaredDistances(members) / (members.length - 1))),
  }),
  defineFunction({
    name: "sum",
    group: "math",
    summary: "Adds several numbers or the items of one array",
    params: [numbers],
    returns: "number",
    examples: [
      ["sum(1; 2; 3)", 6],
      ['sum(split("1,2"; ","))', 3],
    ],
    evaluate: (values) => sumOf(membersOf(values)),
  }),
];
