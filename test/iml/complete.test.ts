import { expect, test } from "vitest";
import { completionsOf } from "../../src/iml/complete.ts";
import { defineCustomFunction } from "../../src/iml/custom-functions.ts";

test("a beginning is completed with functions and keywords, by name", () => {
  expect(completionsOf("n")).toEqual([
    { label: "nbsp", kind: "keyword", detail: "text", summary: "A blank at which no line is broken" },
    { label: "newline", kind: "keyword", detail: "text", summary: "A line feed" },
    { label: "now", kind: "keyword", detail: "date", summary: "The moment at which the mapping is evaluated" },
    { label: "null", kind: "keyword", detail: "any", summary: "No value" },
  ]);
  expect(completionsOf("formatD").map(({ label, detail }) => [label, detail])).toEqual([
    ["formatDate", "formatDate(date; format; [timezone])"],
  ]);
});

test("variables are completed with their families", () => {
  expect(completionsOf("var.").map(({ label }) => label)).toEqual([
    "var.input",
    "var.organization",
    "var.scenario",
    "var.team",
  ]);
});

test("the organization's own functions are among them", () => {
  const custom = defineCustomFunction({ name: "toIban", params: [{ name: "account", type: "text" }] });
  expect(completionsOf("toI", new Map([["toIban", custom]]))).toEqual([
    { label: "toIban", kind: "function", detail: "toIban(account)" },
  ]);
});
