// Arrays of collections, and collections as arrays.

import { toText } from "../coerce.ts";
import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";
import { valueAt } from "../path.ts";
import { isNothing } from "../value.ts";

const array = { name: "array", type: "array" } as const satisfies Parameter;

const PHONES = {
  1: {
    phones: [
      { type: "home", number: "111" },
      { type: "work", number: "222" },
      { type: "fax", number: "333" },
    ],
  },
};

const STOCK = { 1: { stock: { apples: 3 } } };

export const arrayCollectionFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "keys",
    group: "array",
    summary: "Lists the keys of a collection or an array",
    params: [{ name: "object", type: ["collection", "array"] }],
    returns: { arrayOf: "text" },
    examples: [["keys(1.stock)", ["apples"], STOCK]],
    evaluate: ([object]) => Object.keys(object),
  }),
  defineFunction({
    name: "map",
    group: "array",
    summary:
      "Takes one key of each item, of all items or of those whose filter key has one of some comma-separated values",
    params: [
      array,
      { name: "key", type: "text" },
      { name: "filterKey", type: "text", optional: true },
      { name: "filterValues", type: "text", optional: true },
    ],
    returns: "array",
    examples: [
      ['map(1.phones; "number")', ["111", "222", "333"], PHONES],
      ['map(1.phones; "number"; "type"; "home,work")', ["111", "222"], PHONES],
    ],
    evaluate: ([items, key, filterKey, filterValues]) => {
      const wanted =
        filterKey === undefined ? undefined : new Set(filterValues?.split(",").map((value) => value.trim()));
      return items
        .filter((item) => wanted === undefined || wanted.has(toText(valueAt(item, filterKey ?? ""))))
        .map((item) => valueAt(item, key));
    },
  }),
  defineFunction({
    name: "toArray",
    group: "array",
    summary: "Turns a collection into an array of collections with one key each",
    params: [{ name: "collection", type: "collection" }],
    returns: "array",
    examples: [["toArray(1.stock)", [{ apples: 3 }], STOCK]],
    note: "Only a related product shows the shape of the items",
    evaluate: ([collection]) => Object.entries(collection).map((entry) => Object.fromEntries([entry])),
  }),
  defineFunction({
    name: "toCollection",
    group: "array",
    summary: "Builds a collection out of one key that holds the names and another that holds the values",
    params: [array, { name: "nameKey", type: "text" }, { name: "valueKey", type: "text" }],
    returns: "collection",
    examples: [['toCollection(1.phones; "type"; "number")', { home: "111", work: "222", fax: "333" }, PHONES]],
    evaluate: ([items, nameKey, valueKey]) =>
      Object.fromEntries(
        items.flatMap((item) => {
          const name = valueAt(item, nameKey);
          return isNothing(name) ? [] : [[toText(name), valueAt(item, valueKey)] as const];
        }),
      ),
  }),
];
