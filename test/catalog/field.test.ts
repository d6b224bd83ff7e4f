import { describe, expect, test } from "vitest";
import {
  collection,
  encodeFields,
  type Fields,
  freeFields,
  hidden,
  select,
  text,
  textOrJson,
} from "../../src/catalog/field.ts";
import { raw } from "../../src/dsl/raw.ts";

describe("fields write what an author gave", () => {
  const sent = select("Sent as", ["text", "file"]);
  const mapping = raw.text`{{1.customer}}`;

  test.for<[string, Fields, unknown, unknown]>([
    ["what is left out stays out", { a: text("A"), b: text("B") }, { a: "x" }, { a: "x" }],
    ["a default stands for what is left out", { a: text("A").default("x") }, {}, { a: "x" }],
    [
      "another field may say it",
      { sent: sent.impliedBy({ path: "file" }), path: text("Path") },
      { path: "/" },
      { sent: "file", path: "/" },
    ],
    [
      "another field goes before the default",
      { sent: sent.default("text").impliedBy({ path: "file" }), path: text("Path") },
      { path: "/" },
      { sent: "file", path: "/" },
    ],
    ["without it, the default holds", { sent: sent.default("text").impliedBy({ path: "file" }) }, {}, { sent: "text" }],
    [
      "what the author says goes before both",
      { sent: sent.default("text").impliedBy({ path: "file" }), path: text("Path") },
      { sent: "text", path: "/" },
      { sent: "text", path: "/" },
    ],
    ["names are the author's, keys are Make's", { __KEY__: text("A").as("a") }, { a: "x" }, { __KEY__: "x" }],
    [
      "free fields stand beside the others",
      { a: text("A"), own: freeFields("Own") },
      { a: "x", own: { b: 1 } },
      { a: "x", b: 1 },
    ],
    ["a hidden field is always written", { a: hidden("A", true) }, {}, { a: true }],
    [
      "a collection may be mapped as a whole",
      { a: collection("A", { b: text("B").default("x") }) },
      { a: mapping },
      { a: mapping },
    ],
    ["a text stays a text", { a: textOrJson("A") }, { a: "x" }, { a: "x" }],
    ["data becomes JSON", { a: textOrJson("A") }, { a: [{ b: "x" }] }, { a: '[{"b":"x"}]' }],
  ])("%s", ([, fields, input, expected]) => {
    expect(encodeFields(fields, input)).toStrictEqual(expected);
  });
});
