import { describe, expect, test } from "vitest";
import { hover } from "../../src/lsp/hover.ts";
import type { JsonObject } from "../lint/blueprints.ts";
import { markedBlueprint, textAt } from "./marked.ts";
import { scenario } from "./scenario.ts";

/** The paragraphs, and the text that they are about. */
function told(json: JsonObject): { readonly text: readonly string[]; readonly at: string } | undefined {
  const { analysis, text, offset } = markedBlueprint(json);
  const found = hover(analysis, offset);
  if (found === null) return undefined;
  const { value } = found.contents as { readonly value: string };
  return { text: value.split("\n\n"), at: found.range ? textAt(text, found.range) : "" };
}

const ORDER = [
  "**Order arrives (1)** · `gateway:CustomWebHook` · Webhooks › Custom webhook",
  "Stands in the main flow.",
];

describe("a mapping tells", () => {
  test.for<[name: string, message: string, at: string, text: readonly string[]]>([
    ["its module", "{{|1.number}}", "1.number", [...ORDER, "Gives `number`, `customer`, `lines`, `First name`."]],
    ["a field", "{{1.num|ber}}", "1.number", [...ORDER, "**Order number** · number"]],
    ["a field inside of a collection", "{{1.customer.em|ail}}", "1.customer.email", [...ORDER, "**E-mail** · email"]],
    ["the collection around it", "{{1.cust|omer.email}}", "1.customer.email", [...ORDER, "collection"]],
    ["a field of an item", "{{1.lines[1].s|ku}}", "1.lines[1].sku", [...ORDER, "**SKU** · text"]],
    ["a field in backticks", "{{1.`First| name`}}", "1.`First name`", [...ORDER, "**First name** · text"]],
    ["what stands in a function", "{{lower(trim(1.num|ber))}}", "1.number", [...ORDER, "**Order number** · number"]],
    ["what stands in an index", "{{2.blocks[1.num|ber]}}", "1.number", [...ORDER, "**Order number** · number"]],
    ["a field that nobody knows", "{{1.str|anger}}", "1.stranger", ORDER],
    [
      "what stands behind characters that JSON escapes",
      '"ü\n{{1.num|ber}}',
      "1.number",
      [...ORDER, "**Order number** · number"],
    ],
  ])("%s", ([, message, at, text]) => {
    expect(told(scenario({ message }))).toEqual({ text, at });
  });

  test.for<[name: string, values: Parameters<typeof scenario>[0], why: string]>([
    ["is not there", { message: "{{9|.x}}" }, "**Cannot be read here.** There is no such module in this scenario."],
    ["reads itself", { message: "{{4|.x}}" }, "**Cannot be read here.** A module cannot read its own output."],
    [
      "is on another route",
      { message: "{{6|.v}}" },
      "**Cannot be read here.** It does not stand on the way to where this is read.",
    ],
    ["has failed", { handler: "{{4|.ts}}" }, "**Cannot be read here.** It has failed, so only its `error` is there."],
  ])("why a module cannot be read that %s", ([, values, why]) => {
    expect(told(scenario(values))?.text.at(-1)).toBe(why);
  });

  test("no reason where a module can be read", () => {
    expect(told(scenario({ variable: "{{2|.text}}" }))?.text.at(-1)).not.toContain("Cannot");
  });

  test("the error of a module that has failed", () => {
    const text = told(scenario({ handler: "{{4.error.mess|age}}" }))?.text ?? [];
    expect(text.slice(1)).toEqual(["Stands in route 1 of `builtin:BasicRouter (3)`.", "**Message** · text"]);
  });

  test("that a module is not among those that were copied", () => {
    const { flow } = scenario({ message: "{{9|.x}}" });
    expect(told({ subflows: [{ flow }] })?.text).toEqual([
      "**Module 9**",
      "**Cannot be read here.** It is not among the copied modules.",
    ]);
  });

  test("how a function is called", () => {
    expect(told(scenario({ message: "{{low|er(1.number)}}" }))).toEqual({
      at: "lower",
      text: ["`lower(text)` → text", expect.stringMatching(/\.$/u), expect.stringContaining(" gives ")],
    });
  });

  test("what a keyword is", () => {
    expect(told(scenario({ message: "{{no|w}}" }))).toEqual({
      at: "now",
      text: ["`now` · date", "The moment at which the mapping is evaluated."],
    });
    expect(told(scenario({ message: "{{var.inp|ut.x}}" }))?.text[0]).toBe("`var.input`");
  });
});

describe("a module tells", () => {
  const typed = (type: string, version: number): JsonObject => scenario({ slack: { module: type, version } });

  test("what its type is", () => {
    expect(told(typed("slack:Create|Message", 4))).toMatchObject({
      at: '"slack:CreateMessage"',
      text: [
        "**Slack › Create a Message** · `slack:CreateMessage`, version 4",
        expect.any(String),
        expect.any(String),
        expect.stringMatching(/^Seen in \d+ exports\.$/u),
      ],
    });
  });

  test("that its version is another one", () => {
    expect(told(typed("slack:Create|Message", 99))?.text.at(-1)).toMatch(
      /Version 99 is not known: this is what version 4 is\./u,
    );
  });

  test("that nobody knows it", () => {
    expect(told(typed("slack:Strange|Thing", 4))?.text).toEqual([
      "`slack:StrangeThing`",
      "The catalogue does not know this module.",
    ]);
  });
});

describe("a field tells its declaration", () => {
  const mapper = (more: JsonObject): JsonObject => scenario({ slack: { mapper: more } });

  test("on its name", () => {
    expect(told(mapper({ "te|xt": "x" }))).toEqual({
      at: '"text"',
      text: [expect.stringMatching(/^\*\*.+\*\* · text/u)],
    });
  });

  test("on its value", () => {
    expect(told(mapper({ text: "he|llo" }))).toEqual({
      at: '"hello"',
      text: [expect.stringMatching(/^\*\*.+\*\* · text/u)],
    });
  });

  test("on an operator", () => {
    const filter = { name: "", conditions: [[{ a: "{{1.number}}", o: "number:gre|ater", b: "1" }]] };
    expect(told(scenario({ slack: { filter } }))?.text).toEqual(["`number:greater` · number: Greater than"]);
  });

  test("but not where it has none", () => {
    expect(told(mapper({ "stran|ger": 1 }))).toBeUndefined();
    expect(told({ ...scenario(), name: "Te|st" })).toBeUndefined();
  });
});

test("what a blueprint says is shown as it is", () => {
  const name = "*a* [b](http://c) <d>";
  const json = scenario({ message: "{{7|.v}}" });
  const flow = [
    { id: 7, module: "a:b", version: 1, mapper: {}, metadata: { designer: { name } } },
    ...(json.flow as JsonObject[]),
  ];
  expect(told({ ...json, flow })?.text[0]).toContain(String.raw`**\*a\* \[b\](http://c) \<d\> (7)**`);
});
