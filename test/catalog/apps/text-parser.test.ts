import { describe, expect, test } from "vitest";
import * as textParser from "../../../src/catalog/apps/text-parser.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const flags = { global: false, sensitive: false, multiline: false, singleline: false };

describe("a text parser", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "has a fixed pattern among its parameters",
      textParser.matchPattern({ pattern: "(\\d+) EUR", text: raw.text`{{1.body}}` as never, global: true }),
      {
        parameters: { pattern: "(\\d+) EUR", ...flags, global: true, continueWhenNoRes: false },
        mapper: { text: "{{1.body}}" },
      },
    ],
    [
      "has a mapped pattern in its mapper",
      textParser.matchMappedPattern({ pattern: raw.text`{{1.name}}: (.*)` as never, text: "x" }),
      {
        parameters: { ...flags, continueWhenNoRes: false, advancedParser: true },
        mapper: { pattern: "{{1.name}}: (.*)", text: "x" },
      },
    ],
    [
      "replaces every match",
      textParser.replace({ pattern: "\\s+", value: " ", text: "a  b" }),
      { parameters: {}, mapper: { pattern: "\\s+", value: " ", ...flags, global: true, text: "a  b" } },
    ],
    [
      "makes text of HTML",
      textParser.htmlToText({ html: "<h1>a</h1>" }),
      { parameters: {}, mapper: { html: "<h1>a</h1>", newline: "lf", uppercaseHeadings: true } },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });
});

describeAgainstExports(textParser);
