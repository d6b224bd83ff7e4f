import { expect, test } from "vitest";
import { unknownFunction } from "../../src/lint/rules/unknown-function.ts";
import { blueprint, setVariable, webhook } from "./blueprints.ts";
import { findings } from "./describe-rule.ts";

const fixesIn = (text: string): readonly boolean[] =>
  findings(unknownFunction, blueprint([webhook(), setVariable(2, text)])).map(({ fix }) => fix !== undefined);

test("each of a few mistakes in a text can be mended", () => {
  expect(fixesIn("{{uper(1.a)}} {{lowr(1.b)}}")).toEqual([true, true]);
});

test("a text with many mistakes is left to a person: each fix would be tried on all of it", () => {
  const many = fixesIn("{{uper(1.a)}}".repeat(500));
  expect(many).toHaveLength(500);
  expect(many).not.toContain(true);
});
