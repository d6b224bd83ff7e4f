import { expect, test } from "vitest";
import type { Call } from "../../src/iml/ast.ts";
import { parseTemplate } from "../../src/iml/parse.ts";
import { callResult } from "../../src/lint/call-result.ts";

function callOf(text: string): Call {
  const [part] = parseTemplate(`{{${text}}}`).template.parts;
  if (part?.kind !== "mapping" || part.expression?.kind !== "call") throw new Error(`No call: ${text}`);
  return part.expression;
}

test.for(["round(1.amount)", "addDays(now; 1)", 'contains(1.text; "x")', "length(1.list)"])(
  "%s gives something plain",
  (text) => {
    expect(callResult(callOf(text))).toEqual({ isPlain: true, choices: undefined });
  },
);

test.for(["trim(1.text)", "first(1.list)", "noSuchFunction(1)"])("%s may give any text", (text) => {
  expect(callResult(callOf(text))).toEqual({ isPlain: false, choices: undefined });
});

test.for([
  ['if(1.a > 2; "then"; 3)', ["string", "number"]],
  ['ifempty(1.a; "other")', ["reference", "string"]],
  ["if(1.a; ; 3)", ["empty", "number"]],
] as const)("%s gives one of its arguments", ([text, kinds]) => {
  expect(callResult(callOf(text)).choices?.map(({ kind }) => kind)).toEqual(kinds);
});
