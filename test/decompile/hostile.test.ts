import { basename, dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { decompileInto } from "../../src/load/decompile/write-decompiled.ts";
import { blueprint, filter, type JsonObject, module, route, router, webhook } from "../lint/blueprints.ts";
import { project } from "../load/project.ts";
import { HOSTILE } from "./any-text.ts";
import { decompiled, decompiledFiles, told } from "./decompiling.ts";
import { typeErrors } from "./type-check.ts";

const named = (name: string): JsonObject => ({ metadata: { designer: { x: 0, y: 0, name } } });

/** A blueprint that has a text in every place that source is made of. */
function full(text: string): JsonObject {
  // A name that nothing can be read by would not be printed; `__proto__` is no key of a file.
  const key = text === "__proto__" ? "proto" : text;
  const field = key.replaceAll("`", "");
  const fields = [{ name: key, type: "text", label: text }];
  const compare = filter(`{{1.\`${field}\`}} ${text}`, "text:equal", text).filter as JsonObject;
  return {
    ...blueprint(
      [
        webhook(1, { metadata: { designer: { x: 0, y: 0, name: `${text} trigger` }, interface: fields } }),
        module(2, "acme:act", {
          parameters: { __IMTCONN__: 7, [key]: text },
          mapper: {
            [key]: { [key]: [text, `{{1.\`${field}\`}}${text}`, `{{upper("${text.replaceAll('"', '""')}")}}`] },
          },
          filter: { ...compare, name: text },
          metadata: {
            designer: { x: 300, y: 0, name: text },
            restore: { parameters: { __IMTCONN__: { label: text, data: { connection: text } } } },
            expect: [...fields, { name: "choice", type: "select", label: text, validate: { enum: [text] } }],
            interface: fields,
          },
          onerror: [module(3, "builtin:Resume", { mapper: { [key]: `{{2.error.message}}${text}` } })],
        }),
        module(4, "acme:agent", {
          ...named(`${text} agent`),
          tools: [
            {
              name: text,
              description: `${text}\n\n${text.repeat(30)}`,
              flow: [module(5, "acme:act", { mapper: { a: `{{4.\`${field}\`}}` } })],
            },
          ],
        }),
        module(6, "util:SetVariables", { mapper: { variables: [{ name: text, value: `{{2.\`${field}\`}}` }] } }),
        module(7, "builtin:BasicIfElse", {
          mapper: null,
          branches: [
            {
              type: "condition",
              label: text,
              merge: true,
              conditions: compare.conditions,
              flow: [module(8, "acme:act")],
            },
            { type: "else", label: "", merge: true, flow: [module(9, "acme:act")] },
          ],
        }),
        module(10, "builtin:BasicMerge", {
          mapper: null,
          parameters: undefined,
          outputs: [{ name: key, mappings: [text, `{{9.\`${field}\`}}`] }],
          filters: [null, null],
        }),
        router(11, [
          route(
            module(12, "acme:act", {
              filter: { name: text, conditions: [[{ a: `{{2.\`${field}\`}}`, o: "text:equal", b: text }]] },
            }),
          ),
          route(
            module(13, "acme:act", {
              filter: { name: text, conditions: [[{ a: text, o: text, b: `{{10.\`${field}\`}}` }]] },
            }),
          ),
        ]),
      ],
      { [key]: text },
      {
        notes: [
          {
            moduleIds: [2],
            content: `<p>${text.replaceAll(/[<>&"]/gu, "")}</p>`,
            isFilterNote: false,
            metadata: { color: `#${text}` },
          },
        ],
      },
    ),
    name: `x${text}`,
    io: { input_spec: [{ name: key, type: "text", label: text }], output_spec: [] },
  };
}

describe("texts that try to break out", () => {
  test("stay texts: the source gives each of them back, and nothing of it runs", async () => {
    const result = await decompiledFiles(...HOSTILE.map(full));
    expect(told(result)).toEqual([]);
    expect(result.files).toHaveLength(HOSTILE.length);
    expect(globalThis).not.toHaveProperty("broken");
    for (const { source, modules } of result.files) {
      for (const text of [source, ...modules.map(({ code }) => code)])
        expect(text).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\ufeff\u200b]|[\ud800-\udfff](?![\udc00-\udfff])/,
        );
    }
    const { folder, write } = project();
    for (const [index, { source, modules }] of result.files.entries()) {
      write({ [`${index}.scenario.ts`]: source });
      for (const { fileName, code } of modules) write({ [`modules/${fileName}`]: code });
    }
    expect(typeErrors(folder)).toBe("");
  });

  test("show what they hold, where they would not be seen", () => {
    const { source } = decompiled(blueprint([webhook(1, named("a\u202eb\u2028c\u0000d\ud800e\u200bf"))]));
    expect(source).toContain('"a\\u202eb\\u2028c\\u0000d\\ud800e\\u200bf"');
  });
});

describe("keys", () => {
  test.for([
    ['{"__proto__": 1}', "in a mapper"],
    ['{"a": {"__proto__": {"polluted": true}}}', "deep inside"],
  ])("`__proto__` is refused where the file is read: %s", async ([mapper]) => {
    const text = `{"name":"A","flow":[{"id":1,"module":"acme:act","version":1,"mapper":${mapper}}],"metadata":{"version":1}}`;
    const result = await decompiledFiles(text);
    expect(told(result)).toEqual(["`__proto__` cannot be the name of a property\n  help: Rename the property"]);
    expect({}).not.toHaveProperty("polluted");
  });

  test("that stand twice are refused", async () => {
    const text = '{"name":"A","flow":[{"id":1,"id":2,"module":"acme:act","version":1}],"metadata":{"version":1}}';
    expect(told(await decompiledFiles(text))[0]).toContain("`id` stands twice in this object");
  });

  test.for(["__proto__", "constructor", "toString", "hasOwnProperty", "error", "at", "then"])(
    "and steps and fields may be called %s",
    async (name) => {
      const json = blueprint([
        webhook(1, named(name)),
        module(2, "acme:act", { mapper: { value: `{{1.${name}}} {{1.a.${name}.b}}` }, ...named(`${name} 2`) }),
        module(3, "acme:act", {
          mapper: { value: `{{2.${name}}}` },
          metadata: { designer: { x: 7, y: 8, name: "c" } },
        }),
      ]);
      const result = await decompiledFiles(json);
      expect(told(result)).toEqual([]);
      expect(Object.keys(result.files[0]?.editor.scenarios.test?.steps ?? {})).toEqual([name, `${name} 2`, "c"]);
    },
  );
});

describe("names of scenarios", () => {
  const NAMES = [
    "../../etc/passwd",
    "..",
    ".",
    "/absolute",
    "a/b",
    "a\\b",
    "C:\\windows",
    "con",
    "🙂".repeat(300),
    "名".repeat(300),
    "x".repeat(5000),
    "\u0000",
    "\u202etxt.exe",
    "-rf",
    "~",
    "$(whoami)",
    "a\nb",
    "",
    " ",
    "Same",
    "same",
    "SAME!",
  ];

  test("never lead out of the folder, and no two files are one", async () => {
    const { path, write, folder } = project();
    write(
      Object.fromEntries(
        NAMES.map((name, index) => [`in/${index}.json`, JSON.stringify({ ...blueprint([webhook()]), name })]),
      ),
    );
    const { written, problems } = await decompileInto(
      NAMES.map((_, index) => path(`in/${index}.json`)),
      { folder: path("out"), env: "production", force: false },
    );
    expect(problems).toEqual([]);
    const sources = written.filter(({ scenario }) => scenario);
    expect(sources).toHaveLength(NAMES.length);
    expect(new Set(sources.map((file) => file.path)).size).toBe(NAMES.length);
    for (const file of sources) {
      expect(dirname(file.path)).toBe(`${folder}/out`);
      expect(basename(file.path)).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*\.scenario\.ts$/u);
      expect(Buffer.byteLength(basename(file.path))).toBeLessThan(220);
    }
  });

  test.for([
    ["../../etc/passwd", "etc-passwd"],
    ["", "0"],
    ["🙂", "0"],
    ["Bestellung für Ü", "bestellung-fur-u"],
  ])("%j is written as %j", async ([name, stem]) => {
    const { path } = project({ "in/0.json": JSON.stringify({ ...blueprint([webhook()]), name }) });
    const { written } = await decompileInto([path("in/0.json")], {
      folder: path("out"),
      env: "production",
      force: false,
    });
    expect(written.map((file) => file.path.slice(path("out").length))).toEqual([
      `/${stem}.scenario.ts`,
      `/${stem}.editor.json`,
      "/environments/production.yaml",
    ]);
  });
});
