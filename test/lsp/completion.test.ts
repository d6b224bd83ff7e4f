import { describe, expect, test } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { completion } from "../../src/lsp/completion.ts";
import type { JsonObject } from "../lint/blueprints.ts";
import { type Marked, marked, markedBlueprint, textAt } from "./marked.ts";
import { scenario } from "./scenario.ts";

const complete = ({ analysis, offset }: Marked, withSnippets = false): readonly CompletionItem[] =>
  completion(analysis, offset, { withSnippets });

const labels = (place: Marked): readonly string[] =>
  complete(place)
    .toSorted((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1))
    .map(({ label }) => label);

/** What is written once an item was chosen: the lines that changed. */
function chosen(place: Marked, label: string, withSnippets = false): string {
  const item = complete(place, withSnippets).find((candidate) => candidate.label === label);
  if (item === undefined) return "nothing";
  const before = TextDocument.create("a.json", "json", 1, place.text);
  const edits = [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])];
  const old = new Set(place.text.split("\n"));
  const lines = TextDocument.applyEdits(before, edits).split("\n");
  return lines.flatMap((line) => (old.has(line) ? [] : [line.trim()])).join(" ");
}

const message = (text: string): Marked => markedBlueprint(scenario({ message: text }));

describe("in a mapping", () => {
  test("are modules that can be read there, the nearest first, with their fields, functions and keywords", () => {
    const found = labels(message("Hi {{|}}"));
    expect(found.slice(0, 2)).toEqual(["2 Search for Message", "2.iid"]);
    const modules = found.filter((label) => /^\d+ /u.test(label));
    expect(modules).toEqual(["2 Search for Message", "1 Order arrives"]);
    expect(found).toEqual(expect.arrayContaining(["1.number", "1.`First name`", "formatDate", "now", "var.input"]));
    expect(found.indexOf("formatDate")).toBeGreaterThan(found.indexOf("1.number"));
  });

  test.for<[name: string, place: Marked, found: readonly string[]]>([
    ["the fields of a module", message("{{1.|}}"), ["number", "customer", "lines", "`First name`"]],
    ["the fields of a collection", message("{{1.customer.|}}"), ["email"]],
    ["the fields of an item", message("{{1.lines[1].|}}"), ["sku"]],
    ["the fields of a module in a function", message("{{lower(1.customer.em|)}}"), ["email"]],
    ["the error of a module that failed", markedBlueprint(scenario({ handler: "{{4.|}}" })), ["error"]],
    [
      "what is in the error of a module that failed",
      markedBlueprint(scenario({ handler: "{{4.error.|}}" })),
      ["message", "type"],
    ],
    ["nothing of a module on another route", message("{{6.|}}"), []],
    ["nothing of a module that is not there", message("{{9.|}}"), []],
    ["nothing in a text", message('{{replace(1.number; "|")}}'), []],
    ["nothing outside of the braces", message("{{1.number}} |"), []],
  ])("are %s", ([, place, found]) => {
    expect(labels(place)).toEqual(found);
  });

  test.for<[name: string, text: string, label: string, written: string]>([
    ["a field", "{{1.num|}}", "number", '"text": "{{1.number}}"'],
    ["a field in place of another", "{{1.nu|xx}}", "number", '"text": "{{1.number}}"'],
    ["a field that needs backticks", "{{1.Fir|}}", "`First name`", '"text": "{{1.`First name`}}"'],
    ["a field whose backtick is there", "{{1.`Fir|` + 1}}", "`First name`", '"text": "{{1.`First name` + 1}}"'],
    ["a module", "{{|}}", "1 Order arrives", '"text": "{{1}}"'],
    ["a function", "{{form|}}", "formatDate", '"text": "{{formatDate(}}"'],
    ["a function that is called already", "{{form|(now)}}", "formatDate", '"text": "{{formatDate(now)}}"'],
    ["a name behind characters that JSON escapes", '"\t{{1.num|}}', "number", String.raw`"text": "\"\t{{1.number}}"`],
    ["the last of several mappings", "{{now}} {{1.num|", "number", '"text": "{{now}} {{1.number"'],
  ])("is written: %s", ([, text, label, written]) => {
    expect(chosen(message(text), label)).toBe(written);
  });

  test("are functions that the organization made", () => {
    const { analysis, offset } = message("{{|}}");
    const found = completion(analysis, offset, { withSnippets: false, customFunctions: new Set(["priceOf"]) });
    expect(found.map(({ label, detail }) => [label, detail])).toContainEqual(["priceOf", "priceOf([value; …])"]);
  });

  test("functions leave the cursor in their parentheses", () => {
    expect(chosen(message("{{form|}}"), "formatDate", true)).toBe('"text": "{{formatDate($0)}}"');
  });
});

describe("of a module's type", () => {
  const typed = (module: JsonObject): Marked => markedBlueprint(scenario({ slack: module }));

  test("are those of the catalogue, the version with them", () => {
    expect(chosen(typed({ module: "gma|", version: 1 }), "google-email:ActionSendEmail")).toMatch(
      /^"module": "google-email:ActionSendEmail", "version": \d+,$/u,
    );
  });

  test("bring the version along where there is none", () => {
    const text = JSON.stringify(scenario({ slack: { module: "|", version: undefined } }), null, 4);
    expect(chosen(marked(text), "slack:CreateMessage")).toBe('"module": "slack:CreateMessage", "version": 4,');
  });

  test("are known in a text that ends there", () => {
    const place = marked('{ "name": "x", "flow": [ { "id": 1, "module": |');
    expect(chosen(place, "slack:CreateMessage")).toContain('"module": "slack:CreateMessage", "version": 4');
  });
});

describe("of a field", () => {
  const mapper = (more: string): Marked =>
    marked(JSON.stringify(scenario({ slack: { mapper: "MAPPER" } }), null, 4).replace('"MAPPER"', more));

  test("are names that are not there yet", () => {
    const found = labels(mapper('{ "text": "x", "|" }'));
    expect(found).toContain("channel");
    expect(found).not.toContain("text");
  });

  test.for<[name: string, given: string, label: string, written: string]>([
    ["a name", '{ "te|" }', "text", '"mapper": { "text":  },'],
    ["a name that has a value", '{ "te|": "x" }', "text", '"mapper": { "text": "x" },'],
    ["a name without quotes", "{ | }", "text", '"mapper": { "text":  },'],
    ["one of the values on offer", '{ "channelWType": "|" }', "list", '"mapper": { "channelWType": "list" },'],
    ["a yes or no", '{ "mrkdwn": | }', "true", '"mapper": { "mrkdwn": true },'],
  ])("is written: %s", ([, given, label, written]) => {
    expect(chosen(mapper(given), label)).toBe(written);
  });

  test("names leave the cursor in their value", () => {
    expect(chosen(mapper('{ "te|" }'), "text", true)).toBe('"mapper": { "text": "$0" },');
  });

  test("are operators in a condition", () => {
    const filter = { name: "", conditions: [[{ a: "{{1.number}}", o: "num|", b: "1" }]] };
    expect(labels(markedBlueprint(scenario({ slack: { filter } })))).toContain("number:greater");
  });
});

describe("while somebody writes", () => {
  const half = (from: string, to: string): Marked =>
    marked(JSON.stringify(scenario({ message: "MESSAGE" }), null, 4).replace(from, to));

  test.for<[name: string, place: Marked]>([
    ["the quote is open", half('"MESSAGE"', '"{{1.|')],
    ["the comma is missing behind it", half('"MESSAGE"', '"{{1.|}}" "x": 1')],
    ["a value is missing behind it", half('"MESSAGE"', '"{{1.|}}", "x": ')],
    ["a bracket is missing behind it", half('"MESSAGE"', '"{{1.|}}", "x": {')],
    [
      "the text ends there",
      marked(JSON.stringify(scenario({ message: "{{1.|" }), null, 4).replace(/(?<=\|).*$/su, "")),
    ],
    [
      "a module without a type is there",
      marked(JSON.stringify(scenario({ message: "{{1.|}}" }), null, 4).replace('"flow": [', '"flow": [ {}, ')),
    ],
  ])("fields are there although %s", ([, place]) => {
    expect(labels(place)).toContain("number");
  });

  test("nothing is there in a text without sense", () => {
    expect(complete(marked("{{{{ |"))).toEqual([]);
    expect(complete(marked(`${"[".repeat(100_000)}|`))).toEqual([]);
  });
});

test("what is chosen replaces only what is being written", () => {
  const place = message("{{1.num|}}");
  const [item] = complete(place);
  expect(item && textAt(place.text, (item.textEdit as TextEdit).range)).toBe("num");
});
