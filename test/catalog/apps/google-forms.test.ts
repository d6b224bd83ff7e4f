import { describe, expect, expectTypeOf, test } from "vitest";
import * as googleForms from "../../../src/catalog/apps/google-forms.ts";
import type { Trigger } from "../../../src/catalog/module.ts";
import { connection, env } from "../../../src/dsl/bindings.ts";
import { ref } from "../../../src/dsl/ref.ts";
import { literal, moduleReference } from "../../../src/iml/build.ts";
import { printTemplate } from "../../../src/iml/print.ts";
import { rewriteTemplate } from "../../../src/iml/rewrite.ts";
import { templateOf } from "../../../src/model/expression.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const form = { connection: connection("google"), formId: env("FORM") };
const { numberQuestion, textQuestion, watchResponses } = googleForms;

/** The mapping text, with the value `19da676f` for every binding. */
const printed = (value: unknown): string =>
  printTemplate(
    rewriteTemplate(templateOf(value) ?? { parts: [] }, (expression) =>
      expression.kind === "placeholder" ? literal("19da676f") : expression,
    ),
  );

describe("the responses to a form", () => {
  test("are watched, ten in a run", () => {
    expect(valuesOf(watchResponses({ ...form, questions: { item: textQuestion("2b5f3c01") } }))).toEqual({
      parameters: { __IMTCONN__: "<connections: google>", formId: "<values: FORM>", limit: 10 },
      mapper: {},
    });
  });

  const { lens } = watchResponses({
    ...form,
    questions: {
      item: textQuestion("2b5f3c01"),
      amount: numberQuestion("c0ffee12"),
      reason: textQuestion(env("REASON_QUESTION")),
      budget: numberQuestion(env("BUDGET_QUESTION")),
    },
  });
  const { responseId, answers } = ref<Record<string, Record<string, unknown>>>(moduleReference(1), lens);

  test.for([
    ["a field of the response", responseId, "{{1.responseId}}"],
    ["a text", answers?.item, "{{1.answers.`2b5f3c01`.textAnswers.answers[].value}}"],
    ["a number", answers?.amount, '{{parseNumber(1.answers.c0ffee12.textAnswers.answers[].value; ".")}}'],
    [
      "a text whose question differs between environments",
      answers?.reason,
      '{{1.answers["19da676f"].textAnswers.answers[].value}}',
    ],
    [
      "a number whose question differs between environments",
      answers?.budget,
      '{{parseNumber(1.answers["19da676f"].textAnswers.answers[].value; ".")}}',
    ],
  ] as const)("give %s", ([, value, expected]) => {
    expect(printed(value)).toBe(expected);
  });

  test("without named questions are as Make gives them", () => {
    const call = watchResponses(form);
    type Response = typeof call extends Trigger<infer Out> ? Out : never;
    expectTypeOf<Response["answers"][string]["textAnswers"]["answers"][number]["value"]>().toEqualTypeOf<string>();
    expect(call).not.toHaveProperty("lens");
  });

  test("have a type for each named question", () => {
    const call = watchResponses({
      ...form,
      questions: { item: textQuestion("2b5f3c01"), amount: numberQuestion(env("AMOUNT_QUESTION")) },
    });
    type Response = typeof call extends Trigger<infer Out> ? Out : never;
    expectTypeOf<Response["answers"]>().toEqualTypeOf<{ readonly item: string; readonly amount: number }>();
    expectTypeOf<Response["createTime"]>().toEqualTypeOf<Date>();
  });
});

describeAgainstExports(googleForms);
