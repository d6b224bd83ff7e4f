import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_TEXT_LENGTH, type ReadResult, readBlueprint } from "../../src/blueprint/read.ts";
import { formatProblem } from "../../src/diagnostics/diagnostic.ts";
import { resolvePointer } from "../../src/util/json-pointer.ts";

const module = { id: 1, module: "http:MakeRequest", version: 4 };
const blueprint = { name: "Ask", flow: [module], metadata: { version: 1 } };

/** What a person sees: one block for each problem. */
function shown(result: ReadResult): string {
  if (result.ok) return `reads as ${result.document.form}`;
  return result.problems.map((problem) => formatProblem({ ...problem, path: "f" }).replace(/^f:/, "")).join("\n");
}

const problemsOf = (json: unknown): string => shown(readBlueprint(JSON.stringify(json, null, 2)));

describe("what is read", () => {
  test.for<[string, unknown, string, string, string[]]>([
    ["an export of the editor", blueprint, "blueprint", "", ["/flow"]],
    ["a body for Make's API", { blueprint, scheduling: null }, "envelope", "/blueprint", ["/blueprint/flow"]],
    [
      "an answer of Make's API",
      { response: { blueprint } },
      "envelope",
      "/response/blueprint",
      ["/response/blueprint/flow"],
    ],
    [
      "an answer with a code",
      { code: "OK", response: { blueprint } },
      "envelope",
      "/response/blueprint",
      ["/response/blueprint/flow"],
    ],
    ["a template", { blueprint, controller: { idSequence: 2 } }, "template", "/blueprint", ["/blueprint/flow"]],
    [
      "copied modules",
      { subflows: [{ flow: [module] }, { flow: [module] }] },
      "clipboard",
      "",
      ["/subflows/0/flow", "/subflows/1/flow"],
    ],
    ["an export with copied modules in it", { ...blueprint, subflows: [] }, "blueprint", "", ["/flow"]],
  ])("is %s", ([, json, form, root, pointers]) => {
    const result = readBlueprint(JSON.stringify(json));
    if (!result.ok) throw new Error(shown(result));
    const { document } = result;
    expect(document).toMatchObject({ form, root, json });
    expect(document.blueprint).toBe(resolvePointer(document.json, root));
    expect(document.flows.map((flow) => flow.pointer)).toEqual(pointers);
    for (const flow of document.flows) expect(flow.modules).toBe(resolvePointer(document.json, flow.pointer));
  });

  test("has no byte order mark and keeps its line ends", () => {
    const text = JSON.stringify(blueprint, null, 2).replaceAll("\n", "\r\n");
    expect(readBlueprint(`\ufeff${text}`)).toMatchObject({ ok: true, document: { text, json: blueprint } });
  });

  test("may have any further keys, and modules of any shape", () => {
    const odd = { flow: [{ module: 7, id: "x", routes: 5 }], extra: [null] };
    expect(readBlueprint(JSON.stringify(odd))).toMatchObject({ ok: true, document: { blueprint: odd } });
  });
});

describe("a text that is not JSON", () => {
  test.for<[string, string]>([
    ["", "1:1: The file is empty\n  help: Export the blueprint from Make's editor again"],
    ["\ufeff \n", "1:1: The file is empty\n  help: Export the blueprint from Make's editor again"],
    [
      "\n<!doctype html>",
      "2:1: The file is a web page or XML, not JSON\n  help: Download the raw file, not the page that shows it",
    ],
    [
      '{\n<<<<<<< HEAD\n  "name": "a"\n=======\n  "name": "b"\n>>>>>>> other\n}',
      "2:1: A merge left both of its sides in the file\n  help: Choose one, and delete the lines with <<<<<<<, ======= and >>>>>>>",
    ],
    [
      "```json\n{}\n```",
      "1:1: The file is Markdown, not JSON\n  help: Keep only what stands between the lines with ```",
    ],
    ["\ufffd\ufffd{\0", "1:1: The file is not encoded as UTF-8\n  help: Save it as UTF-8"],
    [
      '{"flow": [\n  {"id": 1,',
      "2:12: The file ends before its JSON does\n  help: Copy or export it again: the `{` on line 2 is never closed",
    ],
    [
      '{"name": "Ask',
      '1:10: The text that begins here is never closed\n  help: Add the missing `"`, or export the file again',
    ],
    [
      '{"name": "Ask,\n  "flow": []}',
      "1:15: A line ends inside of a text\n  help: Close the text that begins on line 1, or write the line break as `\\n`",
    ],
    ['["a\tb"]', "1:4: A tab stands inside of a text\n  help: Write it as `\\t`"],
    ['["a\u0001b"]', "1:4: The control character U+0001 stands inside of a text\n  help: Write it as `\\u0001`"],
    ['["\\d+"]', "1:3: `\\d` is no escape of JSON\n  help: Write a backslash as `\\\\`"],
    ['["\\u12"]', "1:3: `\\u12` is no escape of JSON\n  help: Write a backslash as `\\\\`"],
    [
      '{"hook": {{hookId}}}',
      "1:10: `{{hookId}}` stands outside of quotation marks\n  help: Fill in the value, or put double quotes around it",
    ],
    ['{"a": ...}', "1:7: `...` stands for something that was left out\n  help: Fill in what is missing"],
    ["{ … }", "1:3: `…` stands for something that was left out\n  help: Fill in what is missing"],
    [
      '{"a": 1,\n}',
      "1:8: Nothing stands between this comma and the next `}`\n  help: Remove the comma, or fill in what is missing",
    ],
    [
      "[1, , 2]",
      "1:3: Nothing stands between this comma and the next `,`\n  help: Remove the comma, or fill in what is missing",
    ],
    ["{} // done", "1:4: JSON has no comments\n  help: Remove the comment"],
    [
      "[/* none",
      "1:2: JSON has no comments\n  help: Remove the comment\n1:9: The file ends before its JSON does\n  help: Copy or export it again: the `[` on line 1 is never closed",
    ],
    [
      "// later",
      "1:1: JSON has no comments\n  help: Remove the comment\n1:9: The file ends before its JSON does\n  help: Copy or export it again",
    ],
    ["{“a”: 1}", '1:2: This is not a quotation mark of JSON\n  help: Use straight double quotes: `"`'],
    ["['a']", '1:2: This is not a quotation mark of JSON\n  help: Use straight double quotes: `"`'],
    ["{name: 1}", "1:2: The property name `name` stands without quotation marks\n  help: Put double quotes around it"],
    ["[True]", "1:2: `True` is not a value in JSON\n  help: Write `true`"],
    ["[NaN]", "1:2: `NaN` is not a value in JSON\n  help: Write `null`"],
    [
      "[007]",
      "1:2: `007` is not a number in JSON\n  help: Write it in plain decimal digits, or in double quotes to keep it as text",
    ],
    [
      "{}\n{}",
      "2:1: `{` stands behind the end of the JSON\n  help: Keep one JSON document in the file, and nothing else",
    ],
    ['"name": "Ask",', "1:1: The file begins with a property instead of `{`\n  help: Add the `{` that is missing"],
    ['{"a": [1}', "1:9: Expected `,` or `]`, found `}`\n  help: Close the `[` on line 1 first"],
    ['{"a": 1 "b": 2}', '1:9: Expected `,` or `}`, found `"b"`\n  help: Separate the two with a comma'],
    ['["a" "b"]', '1:6: Expected `,` or `]`, found `"b"`\n  help: Separate the two with a comma'],
    [
      '{"a": "say "hi" now"}',
      '1:13: Expected `,` or `}`, found `hi`\n  help: Write a quotation mark inside of a text as `\\"`',
    ],
    ['{"a", "b"}', "1:5: Expected `:`, found `,`\n  help: Put `:` and a value behind the property name"],
    ['{"a": hello}', "1:7: Expected a value, found `hello`"],
    ['{"a": }', "1:7: Expected a value, found `}`\n  help: Close the `{` on line 1 first"],
    [`[${"x".repeat(99)}]`, `1:2: Expected a value or \`]\`, found \`${"x".repeat(40)}…\``],
    ["[\u001b]", "1:2: Expected a value or `]`, found `\\u001b`"],
    [
      "[".repeat(1_001),
      "1:1001: The JSON is nested more than 1,000 levels deep\n  help: Export the scenario again: what Make writes stays far below that",
    ],
  ])("%j is explained", ([text, expected]) => {
    expect(shown(readBlueprint(text))).toBe(expected);
  });

  test("has all its separate slips reported in one run", () => {
    const text = `{
  // which webhook
  "hook": {{hookId}},
  "active": True,
  "list": [1, 2,],
}`;
    expect(shown(readBlueprint(text)).match(/^\d.*/gm)).toEqual([
      "2:3: JSON has no comments",
      "3:11: `{{hookId}}` stands outside of quotation marks",
      "4:13: `True` is not a value in JSON",
      "5:16: Nothing stands between this comma and the next `]`",
      "5:18: Nothing stands between this comma and the next `}`",
    ]);
  });

  test("is always explained, and at a place in the text", () => {
    const pieces = fc.constantFrom(...'{}[],:"\\\n\t01x”/', "{{x}}", "//", "/*", "...", "True", '"a"', "\u{1f600}");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const result = readBlueprint(text);
        const lines = text.split("\n");
        expect(result.ok).toBe(false);
        for (const { message, span } of result.ok ? [] : result.problems) {
          expect(message).toMatch(/^[A-Z`].*[^.]$/u);
          expect(span.line).toBeLessThanOrEqual(lines.length);
          expect(span.column).toBeLessThanOrEqual((lines[span.line - 1]?.length ?? 0) + 1);
          expect(span.endLine > span.line || span.endColumn >= span.column).toBe(true);
        }
      }),
    );
  });
});

describe("property names that programs read in different ways", () => {
  test.for<[string, string]>([
    [
      '{"flow": [],\n "flow": []}',
      "2:2: `flow` stands twice in this object, first on line 1\n  help: Remove one of the two: a program that reads the file sees only one of them",
    ],
    [
      '[{"a": 1, "\\u0061": 2}]',
      "1:11: `a` stands twice in this object, first on line 1\n  help: Remove one of the two: a program that reads the file sees only one of them",
    ],
    ['{"a": {"__proto__": 1}}', "1:8: `__proto__` cannot be the name of a property\n  help: Rename the property"],
    ['{"\\u005f_proto__": 1}', "1:2: `__proto__` cannot be the name of a property\n  help: Rename the property"],
  ])("%j is refused", ([text, expected]) => {
    expect(shown(readBlueprint(text))).toBe(expected);
  });

  test("are refused everywhere at once", () => {
    expect(shown(readBlueprint('{"a":1,"a":2,"b":{"c":1,"c":2,"c":3}}')).match(/^\d.*/gm)).toEqual([
      "1:8: `a` stands twice in this object, first on line 1",
      "1:25: `c` stands twice in this object, first on line 1",
      "1:31: `c` stands twice in this object, first on line 1",
    ]);
  });

  test("may come again in another object", () => {
    const text = '{"flow": [{"module": "a:B", "a": {"a": 1}, "b": {"a": "a"}}], "constructor": 1}';
    expect(shown(readBlueprint(text))).toBe("reads as blueprint");
  });
});

describe("JSON that is no blueprint", () => {
  const MODULE =
    "Make writes a module as an object with `id`, `module`, `version`, `parameters`, `mapper` and `metadata`";
  const EXPORT = "Export the blueprint from Make's editor: an object with `name`, `flow` and `metadata`";
  const SEPARATE = "Save each blueprint as a file of its own";
  const NAME = 'Name the module as Make does, such as `"module": "http:MakeRequest"`';

  test.for<[unknown, string, string]>([
    [5, "1:1: A blueprint is an object, and this is a whole number", EXPORT],
    [null, "1:1: A blueprint is an object, and this is `null`", EXPORT],
    [[blueprint], "1:1: A blueprint is an object, and this is an array", SEPARATE],
    [
      JSON.stringify(blueprint),
      "1:1: The blueprint is JSON inside of a text",
      "Save what the text holds as a file of its own",
    ],
    [
      { blueprint: "{}" },
      "2:16: The blueprint is JSON inside of a text",
      "Save what the text holds as a file of its own",
    ],
    [{ response: { blueprint: null } }, "3:18: A blueprint is an object, and this is `null`", EXPORT],
    [{}, "1:1: The object is empty", EXPORT],
    [{ name: "Ask", metadata: {} }, "1:1: A blueprint has a `flow`, and this has `name`, `metadata`", EXPORT],
    [{ name: "Ask", modules: [] }, "3:3: `modules` stands where Make writes `flow`", MODULE],
    [{ blueprint: { steps: [] } }, "3:5: `steps` stands where Make writes `flow`", MODULE],
    [
      { nodes: [], connections: {} },
      "2:3: The file is a workflow of n8n, not a blueprint of Make",
      "Build the scenario in Make, then export its blueprint",
    ],
    [{ nodes: [] }, "2:3: `nodes` stands where Make writes `flow`", MODULE],
    [{ scenarios: [] }, "2:3: The file holds several scenarios, and a blueprint is one", SEPARATE],
    [
      module,
      "3:3: The file holds a single module, `http:MakeRequest`, not a blueprint",
      "Put the module into the `flow` of a blueprint",
    ],
    [
      { subflows: [] },
      "2:3: `subflows` is empty: no module was copied",
      "Select modules in Make's editor and copy them again",
    ],
    [{ flow: {} }, "2:11: `flow` is an object, not an array of modules", MODULE],
    [{ flow: [] }, "2:11: `flow` has no modules", "Add a module to the scenario"],
    [{ flow: ["http"] }, "3:5: A module is an object, and this is text", MODULE],
    [{ flow: [{ id: 1 }] }, "3:5: The module has no `module`", NAME],
    [{ flow: [{ id: 1, type: "http" }] }, "5:7: `type` stands where Make writes `module`", NAME],
    [{ subflows: [{ flow: [module] }, { nodes: [] }] }, "13:7: `nodes` stands where Make writes `flow`", MODULE],
  ])("%j is explained", ([json, message, help]) => {
    expect(problemsOf(json)).toBe(`${message}\n  help: ${help}`);
  });

  test("has each of its items explained", () => {
    expect(problemsOf({ flow: [module, 1, { type: "x" }, true] }).match(/^\d.*/gm)).toEqual([
      "8:5: A module is an object, and this is a whole number",
      "10:7: `type` stands where Make writes `module`",
      "12:5: A module is an object, and this is `true`",
    ]);
  });
});

test.for<[string, string]>([
  ["slips", `[${"[1,],".repeat(500)}`],
  ["names that stand twice", `{${'"a":1,'.repeat(500)}"a":1}`],
  ["items that are no modules", `{"flow":[${"1,".repeat(500)}1]}`],
  ["copied modules without a flow", `{"subflows":[${"{},".repeat(500)}{}]}`],
])("of very many %s only as many are reported as a person looks at", ([, text]) => {
  const result = readBlueprint(text);
  expect(result.ok ? [] : result.problems).toHaveLength(20);
});

test("a text that is too long is not read", () => {
  const long = `{"flow": [${" ".repeat(MAX_TEXT_LENGTH)}]}`;
  expect(shown(readBlueprint(long))).toBe(
    "1:1: The file holds 20.0 MiB of text, and at most 20.0 MiB are read\n  help: Check that it is a blueprint: Make refuses what is longer than about 5 MB",
  );
});

const corpus = "../shared/corpus";
describe.skipIf(!existsSync(corpus))("real blueprints (skipped without ../shared)", () => {
  const filesIn = (folder: string): string[] =>
    existsSync(corpus) ? readdirSync(`${corpus}/${folder}`).map((file) => `${folder}/${file}`) : [];
  const read = (file: string) => readBlueprint(readFileSync(`${corpus}/${file}`, "utf8"));

  test.for(["dev", "versions", "clipboard"])("are read: %s", (folder) => {
    expect(filesIn(folder).filter((file) => !read(file).ok)).toEqual([]);
  });

  // These three are well-formed as far as reading goes; what is wrong inside of their modules is for the schema.
  const READABLE = ["broken/0016.txt", "broken/0019.txt", "broken/0021.txt"];

  test.for(filesIn("broken"))("or it is said why not: %s", (file) => {
    const result = read(file);
    expect(result.ok).toBe(READABLE.includes(file));
    if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
  });
});
