import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { camelCase, createIdentifiers, dashed, readableModule } from "../../src/decompile/names.ts";
import { anyName } from "./any-text.ts";

describe("words as a name", () => {
  test.for<[string, string]>([
    ["Send an e-mail!", "sendAnEMail"],
    ["order", "order"],
    ["ORDER", "order"],
    ["HTTPRequest2", "httpRequest2"],
    ["getOrderId", "getOrderId"],
    ["Prüfe Überweisung", "prufeUberweisung"],
    ["it's Tom's", "itsToms"],
    ["1st step", "step"],
    ["2024 report", "report"],
    ["one two three four five six seven eight", "oneTwoThreeFourFiveSix"],
    ["one two three four five six seven 8", "oneTwoThreeFourFiveSix8"],
    ["名前 を 変える", "名前を変える"],
    ["Проверить заказ", "проверитьЗаказ"],
    ["🚀 Launch", "launch"],
    ["🚀", ""],
    ["", ""],
    ["42", ""],
    ["*/ x /*", "x"],
    ["𠀋", ""],
    ["snake_case_name", "snakeCaseName"],
  ])("%j becomes %j", ([words, expected]) => {
    expect(camelCase(words)).toBe(expected);
  });
});

describe("identifiers", () => {
  const takeAll = (words: readonly string[], kind = "Step", taken: readonly string[] = []): readonly string[] => {
    const identifiers = createIdentifiers(taken);
    return words.map((word) => identifiers.take(word, kind));
  };

  test.for<[string, readonly string[], readonly string[]]>([
    ["are given once", ["Order", "order", "ORDER", "Order"], ["order", "orderStep", "orderStep2", "orderStep3"]],
    ["are no reserved words", ["class", "Await", "new", "flow"], ["classStep", "awaitStep", "newStep", "flowStep"]],
    ["are made of what it is where there is no letter", ["🚀", "1", ""], ["step", "step1", "stepStep"]],
    ["do not repeat what it is", ["First step", "First step"], ["firstStep", "firstStep2"]],
    [
      "are not the names of errors in error routes",
      ["Error", "Error 2", "Given"],
      ["errorStep", "error2Step", "givenStep"],
    ],
  ])("%s", ([, words, expected]) => {
    expect(takeAll(words)).toEqual(expected);
  });

  test("are none of those that are taken", () => {
    expect(takeAll(["Slack", "slack"], "Step", ["slack", "slackStep"])).toEqual(["slackStep2", "slackStep3"]);
  });

  test("of types begin with a capital letter, and share no name with others", () => {
    const identifiers = createIdentifiers([]);
    expect(["order line", "order line", "🚀", "string", "Date"].map((words) => identifiers.takeType(words))).toEqual([
      "OrderLine",
      "OrderLineOutput",
      "Output",
      "StringOutput",
      "DateOutput",
    ]);
  });

  test("can be declared in strict code, and no two are the same, whatever the words", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyName, fc.boolean()), { maxLength: 8 }), (words) => {
        const identifiers = createIdentifiers([]);
        const names = words.map(([word, isType]) =>
          isType ? identifiers.takeType(word) : identifiers.take(word, "Step"),
        );
        expect(new Set(names).size).toBe(names.length);
        const declared = new Function(
          `"use strict"; ${names.map((name) => `const ${name} = 1;`).join(" ")} return ${names.length};`,
        );
        expect(declared()).toBe(names.length);
      }),
    );
  });
});

describe("a module that nobody named", () => {
  test.for<[string, string]>([
    ["slack:CreateMessage", "Create message"],
    ["email:ActionSendEmail", "Send email"],
    ["http:ActionSendData", "Send data"],
    ["google-sheets:watchRows", "Watch rows"],
    ["rss:TriggerNewArticle", "New article"],
    ["gmail:WatchEmails", "Watch emails"],
    ["json:ParseJSON", "Parse JSON"],
    ["x:HTTPRequest", "HTTP request"],
    ["x:Action", "Action"],
    ["x:make_a-thing", "Make a thing"],
    ["nonsense", "Nonsense"],
    ["x:", "x:"],
  ])("%s is called %j", ([type, expected]) => {
    expect(readableModule(type)).toBe(expected);
  });
});

describe("words with dashes", () => {
  test.for<[string, string]>([
    ["My Gmail (sales@example.com)", "my-gmail-sales-example-com"],
    ["../../etc", "etc"],
    ["Ünï", "uni"],
    ["🚀", ""],
    ["a--b__c", "a-b-c"],
  ])("%j become %j", ([words, expected]) => {
    expect(dashed(words)).toBe(expected);
  });
});
