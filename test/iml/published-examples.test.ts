import { describe, expect, test } from "vitest";
import { expressionValue } from "./evaluating.ts";
import { hasVectors, type PublishedExample, publishedExamples } from "./vectors.ts";

const all = hasVectors ? publishedExamples() : [];
const ofOtherProducts = all.filter(({ dialect }) => dialect !== undefined);
const misprinted = all.filter(({ dialect, docError }) => dialect === undefined && docError !== undefined);
const usable = all.filter(({ dialect, docError }) => dialect === undefined && docError === undefined);

const evaluate = ({ expr, context = {}, timezone = "UTC", needsNow }: PublishedExample): unknown =>
  expressionValue(expr, { bundles: context, timezone, ...(needsNow !== undefined && { now: new Date(needsNow) }) });

describe.skipIf(!hasVectors)("published examples (needs ../shared/vectors)", () => {
  test("are all accounted for", () => {
    expect([all.length, ofOtherProducts.length, misprinted.length, usable.length]).toEqual([187, 51, 13, 123]);
  });

  test.for(usable.map((example) => [example.expr, example] as const))("`%s` gives what is printed", ([, example]) => {
    const value = evaluate(example);
    if (example.expectError === undefined) expect(value).toEqual(example.expected);
    else expect(value).toContain(example.expectError);
  });

  test("that are set aside as misprints would not hold", () => {
    const held = misprinted.filter((example) => JSON.stringify(evaluate(example)) === JSON.stringify(example.expected));
    expect(held.map(({ expr }) => expr)).toEqual([]);
  });

  test("that are set aside as another product's call functions that scenarios lack, or are examples of shared ones", () => {
    const shared = ofOtherProducts.filter((example) => !String(evaluate(example)).includes("not found!"));
    expect(shared.map(({ expr }) => expr)).toEqual(["abs(-3.14)"]);
  });
});
