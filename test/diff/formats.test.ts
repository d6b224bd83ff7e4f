import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { type FileDiff, type FormatName, loadFormat } from "../../src/diff/formats/format.ts";
import { inWords, summarize } from "../../src/diff/summary.ts";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { diffOf } from "./said.ts";

const named = (id: number, type: string, name: string, more: JsonObject = {}): JsonObject =>
  module(id, type, { metadata: { designer: { x: 0, y: 0, name } }, ...more });
const ignore = module(9, "builtin:Ignore");
const before = blueprint([
  named(1, "gateway:CustomWebHook", "Order arrives", { parameters: { hook: 1 } }),
  named(2, "http:ActionSendData", "Get customer", {
    version: 3,
    mapper: { url: "https://example.com/customers/{{1.id}}", method: "get" },
    onerror: [ignore],
  }),
  named(3, "slack:CreateMessage", "Tell the team", {
    version: 4,
    mapper: { channel: "C024BE91L", text: "Order {{1.id}}\nof {{2.data.name}}\n\nPlease call back" },
  }),
  setVariable(4, "{{2.data.mail}}"),
]);
const after = blueprint(
  [
    named(1, "gateway:CustomWebHook", "Order arrives", { parameters: { hook: 1 } }),
    named(2, "http:ActionSendData", "Get customer", {
      version: 3,
      mapper: { url: "https://example.com/v2/customers/{{1.id}}", method: "get" },
    }),
    router(8, [
      route(
        named(13, "slack:CreateMessage", "Tell the team", {
          version: 4,
          mapper: { channel: "C024BE91L", text: "Order {{1.id}}\nof {{2.data.full_name}}\n\nPlease call back" },
          ...filter("{{1.total}}", "number:greater", "500"),
        }),
      ),
    ]),
  ],
  { dlq: true },
);

const printed = async (name: Exclude<FormatName, "patch">, ...files: readonly FileDiff[]): Promise<string> =>
  (await loadFormat(name))(files);
const both = (was: unknown, is: unknown): FileDiff => ({
  before: "orders.json",
  after: "orders.json",
  diff: diffOf(was, is),
});

describe("what a person sees", () => {
  test("in a terminal", async () => {
    expect(await printed("text", both(before, after))).toMatchInlineSnapshot(`
      "orders.json: 1 module added, 1 removed, 2 changed, 1 error handler removed, 1 change of the scenario itself

      ~ The scenario itself
          ~ store incomplete executions (dlq): false → true

      ~ Get customer (2) · HTTP › Make a request
          ~ url: "https://example.com/customers/{{Order arrives.id}}" → "https://example.com/v2/customers/{{Order arrives.id}}"
          - error handler: Ignore

      + Router (8) · Flow Control › Router
          + behind "Get customer"
          + route 1: Order arrives.total greater than "500"

      ~ Tell the team (13) · Slack › Create a Message
          ~ place: behind "Get customer" → in route 1 of "Router"
          ~ text:
              Order {{Order arrives.id}}
          -   of {{Get customer.data.name}}
          +   of {{Get customer.data.full_name}}
          
              Please call back

      - Set variable (4) · Tools › Set variable
          - behind "Tell the team"
      "
    `);
  });

  test("on a pull request", async () => {
    expect(await printed("markdown", both(before, after))).toMatchInlineSnapshot(`
      "### Cyanotype: 1 module added, 1 removed, 2 changed, 1 error handler removed, 1 change of the scenario itself

      |  | modules added | removed | changed | moved | error handlers | scenario |
      | --- | --- | --- | --- | --- | --- | --- |
      | \`orders.json\` | 1 | 1 | 2 |  | −1 | 1 |

      <details>
      <summary><code>orders&#46;json</code>: 1 module added, 1 removed, 2 changed, 1 error handler removed, 1 change of the scenario itself</summary>

      \`\`\`diff
      ! The scenario itself
      !   store incomplete executions (dlq): false → true
      ! Get customer (2) · HTTP › Make a request
      !   url: "https://example.com/customers/{{Order arrives.id}}" → "https://example.com/v2/customers/{{Order arrives.id}}"
      -   error handler: Ignore
      + Router (8) · Flow Control › Router
      +   behind "Get customer"
      +   route 1: Order arrives.total greater than "500"
      ! Tell the team (13) · Slack › Create a Message
      !   place: behind "Get customer" → in route 1 of "Router"
      !   text:
            Order {{Order arrives.id}}
      -     of {{Get customer.data.name}}
      +     of {{Get customer.data.full_name}}

            Please call back
      - Set variable (4) · Tools › Set variable
      -   behind "Tell the team"
      \`\`\`

      </details>
      "
    `);
  });

  test("when nothing has changed", async () => {
    expect(await printed("text", both(before, before))).toBe("orders.json: nothing has changed\n");
    expect(await printed("markdown", both(before, before))).toBe("### Cyanotype: nothing has changed\n");
  });
});

test.for<[string, unknown, unknown, string]>([
  [
    "all that counts",
    before,
    after,
    "1 module added, 1 removed, 2 changed, 1 error handler removed, 1 change of the scenario itself",
  ],
  ["one module", before, { ...before, flow: (before.flow as JsonObject[]).slice(0, 3) }, "1 module removed"],
  ["nothing", before, before, "nothing has changed"],
])("a sum in words: %s", ([, was, is, words]) => {
  expect(inWords(summarize([diffOf(was, is)]))).toBe(words);
});

test("the JSON report fits its schema, for every kind of change", async () => {
  const schema = JSON.parse(readFileSync("schemas/diff-report.schema.json", "utf8")) as object;
  const validate = new Ajv().compile(schema);
  const gone: FileDiff = { before: "orders.json", diff: diffOf(before, after) };
  const fresh: FileDiff = { after: "orders.json", diff: diffOf(after, before, { all: true }) };
  for (const file of [both(before, after), both(before, before), gone, fresh]) {
    const report = JSON.parse(await printed("json", file)) as { readonly equal: boolean };
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.equal).toBe(file.before !== undefined && file.after !== undefined && file.diff.modules.length === 0);
  }
});

describe("hostile words", () => {
  const HOSTILE = "\u001b[31m```\n</details><script>alert(1)</script>| `x` @team #1 \u202Egnp.exe\u0007";
  const hostile = (text: string): JsonObject => ({
    ...blueprint(
      [
        webhook(),
        named(2, `a:${text}`, text, {
          mapper: { [text]: text, many: `${text}\n`.repeat(3) },
          filter: { name: text, conditions: [[{ a: text, o: text, b: text }]] },
          onerror: [named(3, "builtin:Resume", text, { mapper: { [text]: text } })],
        }),
        router(4, [route(setVariable(5, text, filter(text, text, text)))]),
      ],
      { [text]: text },
      { notes: [{ content: text, moduleIds: [2], isFilterNote: false, metadata: {} }] },
    ),
    name: text,
  });
  const file: FileDiff = {
    before: HOSTILE,
    after: `${HOSTILE}.json`,
    diff: diffOf(blueprint([webhook(), named(2, "a:b", "n")]), hostile(HOSTILE)),
  };
  const changed: FileDiff = { ...file, diff: diffOf(hostile(HOSTILE), hostile(`${HOSTILE}2`)) };

  test("neither steer a terminal nor turn its writing round", async () => {
    for (const name of ["text", "markdown"] as const) {
      const text = await printed(name, file, changed);
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    }
    expect(await printed("json", file, changed)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
  });

  test("stay inside of their fence and their fold on a pull request", async () => {
    const lines = (await printed("markdown", file, changed)).split("\n");
    const fences = lines.filter((line) => /^`{3,}/u.test(line));
    expect(fences).toHaveLength(4);
    const ticks = (fences[0] ?? "").replace("diff", "");
    expect(lines.filter((line) => line.includes(ticks))).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith("</details>"))).toHaveLength(2);
    let isInside = false;
    for (const line of lines) {
      if (fences.includes(line)) isInside = !isInside;
      else if (!isInside) expect(line).not.toMatch(/<script|@team(?!.*`)/u);
    }
  });

  test("make no new lines outside of a text", async () => {
    const text = await printed("text", file);
    expect(text.split("\n").filter((line) => !/^(?: {4}|[~+-] |$)/u.test(line))).toHaveLength(1);
  });
});

test("a report for a pull request never gets too long for one", async () => {
  const large = (value: string): JsonObject =>
    blueprint(Array.from({ length: 900 }, (_, index) => setVariable(index + 1, `${value} ${"x".repeat(300)}`)));
  const file = both(large("a"), large("b"));
  const files = Array.from({ length: 60 }, (_, index): FileDiff => ({ ...file, after: `${index}.json` }));
  const text = await printed("markdown", ...files);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain("…and 10 more");
  expect(text).toMatch(/…and the details of \d+ more\.\n$/u);
});

test("secrets are covered wherever they would be shown", async () => {
  const secret = "sk-ant-abcdefghijklmnopqrstuvwx0123456789";
  const other = secret.replace("abc", "xyz");
  const with_ = (key: string): JsonObject =>
    blueprint([webhook(), named(2, "http:ActionSendData", "Ask", { mapper: { auth: `Bearer ${key}`, note: "a" } })]);
  const cover = (text: string): string => text.replaceAll(secret, "•").replaceAll(other, "•");
  for (const name of ["text", "markdown", "json"] as const) {
    const diff = diffOf(with_(secret), with_(other), { cover });
    const text = await printed(name, { before: "a", after: "a", diff });
    expect(text).toContain("•");
    expect(text).not.toMatch(/abcdefghij|xyzdefghij/u);
  }
  expect(
    await printed("text", { before: "a", after: "a", diff: diffOf(with_(secret), with_(other), { cover }) }),
  ).toContain("auth: Bearer • (another one, but it looks the same here)");
});
