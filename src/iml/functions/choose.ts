// The functions that look at some of their arguments only.

import { isTrue } from "../coerce.ts";
import { isEqual } from "../compare.ts";
import { defineLazyFunction, type ImlFunction } from "../define-function.ts";
import { isNothing } from "../value.ts";

export const choosingFunctions: readonly ImlFunction[] = [
  defineLazyFunction({
    name: "if",
    group: "general",
    summary: "Gives the second value where the condition holds, and the third where it does not",
    params: [
      { name: "condition", type: "boolean" },
      { name: "then", type: "any" },
      { name: "else", type: "any", optional: true },
    ],
    returns: { sameAs: ["then", "else"] },
    examples: [
      ['if(1 = 1; "A"; "B")', "A"],
      ['if(1 = 2; "A"; "B")', "B"],
    ],
    note: "Only reports from production say that the branch which is not taken is not run either",
    evaluate: ([condition, then, otherwise]) => (isTrue(condition?.()) ? then?.() : otherwise?.()),
  }),
  defineLazyFunction({
    name: "ifempty",
    group: "general",
    summary: "Gives the first value unless it is missing, null or an empty text; then the second",
    params: [
      { name: "value", type: "any" },
      { name: "fallback", type: "any" },
    ],
    returns: { sameAs: ["value", "fallback"] },
    examples: [
      ['ifempty("A"; "B")', "A"],
      ['ifempty(emptystring; "B")', "B"],
      ["ifempty(0; 1)", 0],
    ],
    evaluate: ([value, fallback]) => {
      const found = value?.();
      return isNothing(found) || found === "" ? fallback?.() : found;
    },
  }),
  defineLazyFunction({
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
    examples: [
      ['switch("B"; "A"; 1; "B"; 2; "C"; 3)', 2],
      ['switch("X"; "A"; 1; "B"; 2; "C"; 3; 4)', 4],
    ],
    note: "What comes out where no case fits and there is no default is not documented",
    evaluate: ([value, ...cases]) => {
      const wanted = value?.();
      for (let position = 0; position + 1 < cases.length; position += 2) {
        if (isEqual(cases[position]?.(), wanted)) return cases[position + 1]?.();
      }
      return cases.length % 2 === 1 ? cases.at(-1)?.() : undefined;
    },
  }),
];
