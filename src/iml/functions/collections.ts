import { isEqual } from "../compare.ts";
import { defineFunction, type ImlFunction } from "../define-function.ts";
import { valueAt, valueUnder } from "../path.ts";

const CONTACT = { 1: { contact: { name: "Ada", email: "ada@example.com" } } };

export const collectionFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "get",
    group: "general",
    summary: "Reads the value at a dotted path, whose array positions begin at 1",
    params: [
      { name: "object", type: ["array", "collection"], orNothing: true },
      { name: "path", type: ["text", "number"] },
    ],
    returns: "any",
    examples: [
      ['get(split("a,b"; ","); 1 + 1)', "b"],
      ['get(1.order; "lines.2.sku")', "C-7", { 1: { order: { lines: [{ sku: "A-1" }, { sku: "C-7" }] } } }],
      ["get(1.row; 0)", "first column", { 1: { row: { 0: "first column" } } }],
      ['get(1.order; "constructor")', null, { 1: { order: {} } }],
    ],
    evaluate: ([object, path]) => (typeof path === "number" ? valueUnder(object, String(path)) : valueAt(object, path)),
  }),
  defineFunction({
    name: "omit",
    group: "general",
    summary: "Copies a collection without the named keys",
    params: [
      { name: "collection", type: "collection" },
      { name: "key", type: "text", rest: true },
    ],
    returns: "collection",
    examples: [['omit(1.contact; "email")', { name: "Ada" }, CONTACT]],
    evaluate: ([collection, ...keys]) => {
      const dropped = new Set(keys);
      return Object.fromEntries(Object.entries(collection).filter(([key]) => !dropped.has(key)));
    },
  }),
  defineFunction({
    name: "pick",
    group: "general",
    summary: "Copies only the named keys of a collection",
    params: [
      { name: "collection", type: "collection" },
      { name: "key", type: "text", rest: true },
    ],
    returns: "collection",
    examples: [['pick(1.contact; "email")', { email: "ada@example.com" }, CONTACT]],
    evaluate: ([collection, ...keys]) => {
      const kept = new Set(keys);
      return Object.fromEntries(Object.entries(collection).filter(([key]) => kept.has(key)));
    },
  }),
  defineFunction({
    name: "equal",
    group: "general",
    summary: "Tells whether two values are equal",
    params: [
      { name: "first", type: "any" },
      { name: "second", type: "any" },
    ],
    returns: "boolean",
    examples: [
      ["equal(1 + 1; 2)", true],
      ['equal("2"; 2)', false],
    ],
    note: "Named in a single official list, and not shown by the editor",
    evaluate: ([first, second]) => isEqual(first, second),
  }),
];
