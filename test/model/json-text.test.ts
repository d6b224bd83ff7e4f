import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextRange } from "../../src/diagnostics/diagnostic.ts";
import { type JsonNode, parseJsonText } from "../../src/model/json-text.ts";

function rootOf(text: string): JsonNode {
  const { root, problems } = parseJsonText(text);
  expect(problems).toEqual([]);
  if (root === undefined) throw new Error(`Nothing can be told of ${text}`);
  return root;
}

type JsonMember = Extract<JsonNode, { kind: "object" }>["members"][number];

function memberOf(text: string, name = "a"): JsonMember {
  const root = rootOf(text);
  const member = root.kind === "object" ? root.members.find((candidate) => candidate.name === name) : undefined;
  if (member === undefined) throw new Error(`There is no ${name} in ${text}`);
  return member;
}

const slice = (text: string, { start, end }: TextRange): string => text.slice(start, end);

describe("a mapping", () => {
  test.for([
    { title: "between quotes", text: '{"a":"{{1.name}}"}', kind: "string", value: "{{1.name}}" },
    { title: "among other text", text: '{"a": "Dear {{1.x}}, it\'s \\"{{2.y}}\\""}', kind: "string" },
    { title: "with quotes and braces of its own", text: '{"a":"{{replace(1.x; "}}"; "{")}}","b":1}', kind: "string" },
    { title: "in place of a value", text: '{"a":{{1.amount}},"b":1}', kind: "mapping", value: "{{1.amount}}" },
    { title: "without anything in it", text: '{"a":{{}}}', kind: "mapping", value: "{{}}" },
    { title: "in an array", text: '{"a":[1,{{2.x}}]}', kind: "array", value: [1, "{{2.x}}"] },
  ] as const)("$title is found", ({ title: _, text, kind, ...rest }) => {
    const { value } = memberOf(text);
    expect(value).toMatchObject({ kind, mapped: kind !== "array", ...rest });
    const source = slice(text, value.range);
    if (kind === "string") expect(source).toBe(`"${value.value}"`);
    if (kind === "mapping") expect(source).toBe(value.value);
  });

  test("in a name is told", () => {
    const text = '{"{{1.key}}":true}';
    const member = memberOf(text, "{{1.key}}");
    expect(member).toMatchObject({ nameMapped: true, value: { kind: "boolean", value: true } });
    expect(slice(text, member.nameRange)).toBe('"{{1.key}}"');
  });

  test.for([
    ["several in place of one value", '{"a":{{1.x}}{{2.y}}}'],
    ["in place of members", '{"a":1,{{1.members}}}'],
    ["part of a number", '{"a":1{{2.zeros}}}'],
    ["a missing bracket", '[1,2{{if(1.x; "]"; ",3]")}}'],
    ["all there is, twice", "{{1.start}} {{2.end}}"],
  ])("that makes up the structure leaves nothing to tell: %s", ([, text]) => {
    expect(parseJsonText(text as string)).toEqual({ problems: [] });
  });

  test("does not hide a mistake elsewhere", () => {
    const text = '{"a":{{1.x}},"b":oops,"c":"{{2.y}}"}';
    const [problem] = parseJsonText(text).problems;
    expect(problem?.message).toBe("`oops` is neither a value nor a name in double quotes");
    expect(problem && slice(text, problem.range)).toBe("oops");
  });

  test("that is not closed is plain text", () => {
    expect(rootOf('{"a":"{{ open"}').value).toEqual({ a: "{{ open" });
  });
});

describe("what is no JSON", () => {
  test.for([
    ["", "it ends where a value is missing"],
    ['{"a":1', "the closing `}` is missing"],
    ["[1", "the closing `]` is missing"],
    ['{"a" 1}', "a colon is missing"],
    ["[1 2]", "a comma is missing"],
    ["[1,]", "a value is missing before `]`"],
    ['{"a":1,}', "the name of a property is missing"],
    ["{'a':1}", "`'a'` is neither a value nor a name in double quotes"],
    ['{"a":True}', "`True` is neither a value nor a name in double quotes"],
    ['{"a":"x\ny"}', "a text is not closed on its line"],
    ['{"a":"x\ty"}', "a text holds a tab or another control character"],
    ['{"a":"\\q"}', '`"\\q"` has a backslash that means nothing in JSON'],
    ['{"a":1} // note', "JSON has no comments"],
    ["[1] [2]", "something stands behind its end"],
    [`${"[".repeat(201)}${"]".repeat(201)}`, "it is nested more than 200 levels deep"],
  ])("%s is explained", ([text, message]) => {
    expect(parseJsonText(text as string).problems.map((problem) => problem.message)).toEqual([message]);
  });

  test("and deep is refused without reading it", () => {
    const depth = 1_000_000;
    expect(parseJsonText("[".repeat(depth)).problems).toHaveLength(1);
  });
});

/** JSON texts of any spacing, free of what would be a mapping. */
const jsonTexts = fc
  .tuple(fc.jsonValue(), fc.constantFrom(0, 2))
  .map(([value, spaces]) => JSON.stringify(value, null, spaces))
  .filter((text) => !text.includes("{{"));

test("reads what JSON.parse reads, and every range is the text of its value", () => {
  fc.assert(
    fc.property(jsonTexts, (text) => {
      const root = rootOf(text);
      expect(root.value).toEqual(JSON.parse(text));
      for (const node of nodesOf(root)) expect(JSON.parse(slice(text, node.range))).toEqual(node.value);
    }),
  );
});

test("finds a problem exactly where JSON.parse does not accept the text", () => {
  const damaged = fc
    .tuple(jsonTexts, fc.nat(), fc.constantFrom("", ",", '"', "}", "]", "\\", "1", "\n", "x"), fc.nat({ max: 2 }))
    .map(([text, at, put, cut]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + put + text.slice(start + cut);
    })
    .filter((text) => !text.includes("{{"));
  fc.assert(
    fc.property(damaged, (text) => {
      expect(parseJsonText(text).problems.length === 0).toBe(isJson(text));
    }),
    { numRuns: 1000 },
  );
});

test("reads a text with mappings for strings as it reads the text without", () => {
  const texts = fc.string().filter((text) => !/[{}"'`\\]/.test(text));
  fc.assert(
    fc.property(fc.dictionary(texts, texts, { maxKeys: 5 }), texts, (data, name) => {
      const text = JSON.stringify({ ...data, [name]: "{{1.x}}" });
      const { value, nameRange } = memberOf(text, name);
      expect(value).toMatchObject({ kind: "string", value: "{{1.x}}", mapped: true });
      expect(slice(text, value.range)).toBe('"{{1.x}}"');
      expect(slice(text, nameRange)).toBe(JSON.stringify(name));
      expect(rootOf(text).value).toEqual({ ...data, [name]: "{{1.x}}" });
    }),
  );
});

function* nodesOf(node: JsonNode): Generator<JsonNode> {
  yield node;
  if (node.kind === "array") for (const item of node.items) yield* nodesOf(item);
  if (node.kind === "object") for (const { value } of node.members) yield* nodesOf(value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
