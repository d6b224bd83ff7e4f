import { defineFunction, type ImlFunction } from "../define-function.ts";

export const generalFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "get",
    group: "general",
    summary: "Reads the value at a dotted path, whose array positions begin at 1",
    params: [
      { name: "object", type: ["array", "collection"] },
      { name: "path", type: ["text", "number"] },
    ],
    returns: "any",
  }),
  defineFunction({
    name: "if",
    group: "general",
    summary: "Gives the second value where the condition holds, and the third where it does not",
    params: [
      { name: "condition", type: "boolean" },
      { name: "then", type: "any" },
      { name: "else", type: "any", optional: true },
    ],
    returns: { sameAs: ["then", "else"] },
    note: "Only reports from production say that the branch which is not taken is not run either",
  }),
  defineFunction({
    name: "ifempty",
    group: "general",
    summary: "Gives the first value unless it is missing, null or an empty text; then the second",
    params: [
      { name: "value", type: "any" },
      { name: "fallback", type: "any" },
    ],
    returns: { sameAs: ["value", "fallback"] },
  }),
  defineFunction({
    name: "switch",
    group: "general",
    summary:
      "Gives the result behind the first case that equals the value; a last argument without a case is the default",
    params: [
      { name: "value", type: "any" },
      { name: "case", type: "any" },
      { name: "result", type: "any" },
      { name: "more", type: "any", optional: true, rest: true },
    ],
    returns: "any",
    note: "What comes out where no case fits and there is no default is not documented",
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
    note: "Named in a single official list, and not shown by the editor",
  }),
];
