import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { DrawableDiff } from "../../src/diff/formats/drawn-change.ts";
import { loadDrawing } from "../../src/diff/formats/format.ts";
import { mergeStates } from "../../src/diff/merge-scenarios.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { HOSTILE } from "../render/hostile-names.ts";
import { diffOf, sideOf } from "./said.ts";

const named = (id: number, type: string, name: string, more: JsonObject = {}): JsonObject =>
  module(id, type, { metadata: { designer: { x: 0, y: 0, name } }, ...more });
const customer = (url: string, more: JsonObject = {}): JsonObject =>
  named(2, "http:ActionSendData", "Get customer", { version: 3, mapper: { url, method: "get" }, ...more });
const tell = (id: number): JsonObject =>
  named(id, "slack:CreateMessage", "Tell the team", { version: 4, mapper: { channel: "C1", text: "New" } });
const before = blueprint([
  webhook(),
  customer("https://example.com", { onerror: [module(9, "builtin:Ignore")] }),
  tell(3),
  setVariable(4, "{{2.data.mail}}"),
]);
const after = blueprint(
  [
    webhook(),
    customer("https://example.com/v2"),
    router(8, [route({ ...tell(3), ...filter("{{1.total}}", "number:greater", "500") }), route()]),
  ],
  { dlq: true },
);

const both = (was: unknown, is: unknown, cover = (text: string): string => text): DrawableDiff => ({
  before: "orders.json",
  after: "orders.json",
  diff: diffOf(was, is, { cover }),
  merged: () => mergeStates(sideOf(was), sideOf(is)),
  cover,
});
const drawn = async (name: "mermaid" | "svg" | "html", file: DrawableDiff): Promise<string> =>
  (await loadDrawing(name))(file);

test("a flowchart of a change marks what is new, gone, different, and somewhere else", async () => {
  expect(await drawn("mermaid", both(before, after))).toMatchInlineSnapshot(`
    "---
    title: "Test (+ added, − removed, ~ changed, → moved)"
    ---
    flowchart LR
      m0(["Custom webhook<br/>Webhooks"]):::same
      m1("#126; Get customer<br/>HTTP · Make a request"):::changed
      m0 --> m1
      m3("#8722; Set variable<br/>Tools"):::removed
      m1 --> m3
      m4{"#43; Router"}:::added
      m3 --> m4
      m2(["#8722; Ignore"]):::removed
      m1 -.->|"on error"| m2
      m5("#8594; Tell the team<br/>Slack · Create a Message"):::moved
      m4 -->|"#96;Custom webhook#96;.total greater than #34;500#34;"| m5
      s0(( ))
      m4 -->|"always"| s0
      classDef same fill:#f6f8fa,stroke:#8c959f,color:#424a53
      classDef changed fill:#fff8c5,stroke:#9a6700,stroke-width:3px,color:#3d2a00
      classDef removed fill:#ffebe9,stroke:#cf222e,stroke-width:3px,stroke-dasharray:6 4,color:#6e0a16
      classDef added fill:#dafbe1,stroke:#1a7f37,stroke-width:3px,color:#0a3d1a
      classDef moved fill:#ddf4ff,stroke:#0969da,stroke-width:3px,color:#0a3069
      linkStyle 2,4,5 stroke:#1a7f37,stroke-width:3px
      linkStyle 1,3 stroke:#cf222e,stroke-dasharray:6 4
    "
  `);
});

test("a flowchart says when nothing is drawn otherwise", async () => {
  const [, title] = (await drawn("mermaid", both(before, { ...before, metadata: {} }))).split("\n");
  expect(title).toBe('title: "Test (no module is different)"');
});

/** The words of a picture, and of the titles that screen readers read. Throws where it is no XML. */
function wordsIn(svg: string, name: "title" | "desc" | "text"): readonly string[] {
  const words: string[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    open.push(tag.name);
    if (tag.name === name) words.push("");
  });
  parser.on("text", (text) => {
    if (open.includes(name)) words.push(`${words.pop() ?? ""}${text}`);
  });
  parser.on("closetag", () => open.pop());
  parser.write(svg).close();
  return words;
}

describe("a picture of a change", () => {
  test("says in words what its colours say", async () => {
    const svg = await drawn("svg", both(before, after));
    expect(wordsIn(svg, "title").filter((title) => /^(?:added|removed|changed|moved):/u.test(title))).toEqual([
      'changed: Get customer (2) · HTTP · Make a request · ~ url: "https://example.com" → "https://example.com/v2" · - error handler: Ignore',
      "removed: Ignore (9)",
      'removed: Set variable (4) · Tools · - behind "Tell the team"',
      'added: Router (8) · + behind "Get customer" · + route 1: Custom webhook.total greater than "500" · + route 2: always',
      'moved: Tell the team (3) · Slack · Create a Message · ~ place: behind "Get customer" → in route 1 of "Router"',
    ]);
    expect(wordsIn(svg, "desc")).toEqual([
      "A change of a scenario: 1 module added, 1 removed, 1 changed, 1 moved, 1 error handler removed, 1 change of the scenario itself; added: Router; removed: Ignore, Set variable; changed: Get customer; moved: Tell the team",
    ]);
  });

  test("has a sign at each module that is marked, and a legend of those that there are", async () => {
    const texts = wordsIn(await drawn("svg", both(before, after)), "text");
    const count = (sign: string): number => texts.filter((text) => text === sign).length;
    expect(["+", "−", "~", "→"].map(count)).toEqual([2, 3, 2, 2]);
    expect(texts).toEqual(expect.arrayContaining(["added", "removed", "changed", "moved"]));
    const same = wordsIn(await drawn("svg", both(before, before)), "text");
    expect(same).toContain("nothing has changed");
    expect(same).not.toContain("added");
  });

  test("says what is different in the scenario itself", async () => {
    expect(wordsIn(await drawn("svg", both(before, after)), "text")).toContainEqual(
      "The scenario itself~ store incomplete executions (dlq): false → true",
    );
  });
});

const SECRET = "sk-ant-abcdefghijklmnopqrstuvwx0123456789";
const OTHER = "sk-ant-zyxwvutsrqponmlkjihgfedc0123456789";
test.for(["mermaid", "svg", "html"] as const)("no secret is drawn by %s", async (name) => {
  const ask = (key: string): JsonObject =>
    blueprint([
      webhook(),
      named(2, "http:ActionSendData", "Ask", {
        mapper: { auth: `Bearer ${key}` },
        filter: { name: "", conditions: [[{ a: key, o: "exist" }]] },
      }),
    ]);
  const cover = (text: string): string => text.replaceAll(SECRET, "•").replaceAll(OTHER, "•");
  expect(await drawn(name, both(ask(SECRET), ask(OTHER), cover))).not.toMatch(/abcdefghij|zyxwvutsrq/u);
});

test.for(HOSTILE.map((name) => [name.slice(0, 40), name] as const))("no harm comes from %j", async ([, name]) => {
  const hostile = (text: string): JsonObject => ({
    ...blueprint(
      [
        webhook(),
        named(2, `a:${text}`, text, { mapper: { [text]: text }, filter: { name: text, conditions: [] } }),
        router(4, [route(setVariable(5, text, filter(text, text, text)))]),
      ],
      { [text]: text },
    ),
    name: text,
  });
  const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
  for (const file of [both(hostile(name), blueprint([webhook()])), both(hostile(name), hostile(`${name}2`))]) {
    const svg = await drawn("svg", file);
    expect(() => wordsIn(svg, "text")).not.toThrow();
    const html = await drawn("html", file);
    expect(html.match(/<script\b/giu)).toHaveLength(2);
    expect(html.match(/<(?:img|b|iframe)\b/giu)).toBeNull();
    const mermaid = await drawn("mermaid", file);
    for (const line of mermaid.split("\n").slice(4)) {
      expect(line).toMatch(/^ {2}(?:[ms]\d+\S? ?(?:[^<>]|<br\/>|--?>|-\.->)*|classDef .*|linkStyle .*|)$|^$/u);
    }
    for (const text of [svg, html, mermaid]) expect(text).not.toMatch(steering);
  }
});
