// Arrays out of arrays, by what their items are or where they stand.

import { toText } from "../coerce.ts";
import { identity } from "../compare.ts";
import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";
import { MAX_SIZE, tooLarge } from "../limits.ts";
import { valueAt } from "../path.ts";
import { isArray, type Value } from "../value.ts";

const array = { name: "array", type: "array" } as const satisfies Parameter;

export const itemFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "add",
    group: "array",
    summary: "Appends values to an array",
    params: [array, { name: "value", type: "any", rest: true }],
    returns: { sameAs: ["array"] },
    examples: [["add(emptyarray; 6; 18)", [6, 18]]],
    evaluate: ([items, ...values]) => [...items, ...values],
  }),
  defineFunction({
    name: "deduplicate",
    group: "array",
    summary: "Drops repeated items; texts and numbers only",
    params: [array],
    returns: { sameAs: ["array"] },
    examples: [['deduplicate(split("a,b,a"; ","))', ["a", "b"]]],
    evaluate: ([items]) => [...new Set(items)],
  }),
  defineFunction({
    name: "distinct",
    group: "array",
    summary: "Drops items that are equal, or that have the same value at a dotted key",
    params: [array, { name: "key", type: "text", optional: true }],
    returns: { sameAs: ["array"] },
    examples: [
      [
        'distinct(1.people; "name")',
        [{ name: "Ada", at: 1 }],
        {
          1: {
            people: [
              { name: "Ada", at: 1 },
              { name: "Ada", at: 2 },
            ],
          },
        },
      ],
    ],
    evaluate: ([items, key]) => {
      const seen = new Set<string>();
      return items.filter((item) => {
        const { size } = seen;
        return seen.add(identity(key === undefined ? item : valueAt(item, key))).size > size;
      });
    },
  }),
  defineFunction({
    name: "first",
    group: "array",
    summary: "Gives the first item",
    params: [array],
    returns: { itemOf: "array" },
    examples: [['first(split("a,b"; ","))', "a"]],
    evaluate: ([items]) => items[0],
  }),
  defineFunction({
    name: "flatten",
    group: "array",
    summary: "Puts the items of nested arrays in the place of those arrays, down to a depth",
    params: [array, { name: "depth", type: "number", optional: true }],
    returns: "array",
    examples: [["flatten(add(emptyarray; 1; add(emptyarray; 2; 3)))", [1, 2, 3]]],
    note: "The default of the depth is not documented",
    evaluate: ([items, depth = 1]) => flatten(items, depth),
  }),
  defineFunction({
    name: "join",
    group: "array",
    summary: "Joins the items into one text with a separator between them",
    params: [array, { name: "separator", type: "text" }],
    returns: "text",
    examples: [['join(split("a,b,c"; ","); " and ")', "a and b and c"]],
    evaluate: ([items, separator]) => {
      if (items.length * separator.length > MAX_SIZE) throw tooLarge();
      return items.map(toText).join(separator);
    },
  }),
  defineFunction({
    name: "last",
    group: "array",
    summary: "Gives the last item",
    params: [array],
    returns: { itemOf: "array" },
    examples: [['last(split("a,b"; ","))', "b"]],
    evaluate: ([items]) => items.at(-1),
  }),
  defineFunction({
    name: "merge",
    group: "array",
    summary: "Puts arrays one behind the other",
    params: [{ name: "arrays", type: "array", rest: true }],
    returns: "array",
    examples: [['merge(split("a,b"; ","); split("c"; ","))', ["a", "b", "c"]]],
    evaluate: (arrays) => arrays.flat(),
  }),
  defineFunction({
    name: "remove",
    group: "array",
    summary: "Drops the items that equal one of the values; texts and numbers only",
    params: [array, { name: "value", type: "any", rest: true }],
    returns: { sameAs: ["array"] },
    examples: [['remove(split("a,b,a,c"; ","); "a"; "c")', ["b"]]],
    evaluate: ([items, ...values]) => {
      const dropped = new Set(values);
      return items.filter((item) => !dropped.has(item));
    },
  }),
  defineFunction({
    name: "slice",
    group: "array",
    summary: "Copies the items from one position up to, but not including, another; both are counted from 0",
    params: [array, { name: "start", type: "number" }, { name: "end", type: "number", optional: true }],
    returns: { sameAs: ["array"] },
    examples: [['slice(split("a,b,c"; ","); 1; 2)', ["b"]]],
    evaluate: ([items, start, end]) => items.slice(start, end),
  }),
];

const flatten = (items: readonly Value[], depth: number): readonly Value[] =>
  depth < 1 ? items : items.flatMap((item) => (isArray(item) ? flatten(item, depth - 1) : [item]));
