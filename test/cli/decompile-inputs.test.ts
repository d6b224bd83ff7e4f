import { describe, expect, test } from "vitest";
import { module, setVariable, webhook } from "../lint/blueprints.ts";
import { project } from "../load/project.ts";
import { run } from "./command.ts";
import { compiled, decompile, exportsOf, json, message, named, orders, shown, writtenIn } from "./exports.ts";

describe("an input", () => {
  const flow = [message(2, "Order {{1.id}}")];
  const blueprint = named("Any form", flow);

  test.for<[string, unknown]>([
    [
      "an answer of Make's API",
      { code: "OK", response: { blueprint, scheduling: { type: "immediately" }, idSequence: 5 } },
    ],
    ["a body for Make's API", { blueprint, scheduling: { type: "indefinitely", interval: 900 } }],
    ["a template", { blueprint, controller: { idSequence: 3, name: "x" }, metadata: { version: 1 } }],
    ["the same keys in another order", Object.fromEntries(Object.entries(blueprint).reverse())],
  ])("may be %s", ([, input]) => {
    const files = exportsOf({ "a.json": input });
    expect(decompile(files, ["a.json"])).toMatchObject({ code: 0, stderr: "" });
    expect(compiled(files)).toEqual(blueprint);
  });

  test("may have a byte order mark and Windows line ends", () => {
    const files = project({ "a.json": `\ufeff${json(blueprint).replaceAll("\n", "\r\n")}\r\n` });
    expect(decompile(files, ["a.json"])).toMatchObject({ code: 0, stderr: "" });
    expect(compiled(files)).toEqual(blueprint);
    expect(files.read("scenarios/any-form.scenario.ts")).not.toContain("\r");
  });

  test("may be copied modules: a fragment", () => {
    const copied = { subflows: [{ flow }, { flow: [webhook(7)] }], metadata: { version: 1 } };
    const files = exportsOf({ "snippets/tell team.json": copied });
    expect(shown(files, "snippets")).toMatchInlineSnapshot(`
      "new        scenarios/tell-team.scenario.ts  tell team, a fragment, 2 modules (1 raw)
      new        scenarios/tell-team.editor.json
      new        scenarios/environments/production.yaml  1 connection added
      1 scenario proved: compiled, it gives the same blueprint back
      [exit code 0]"
    `);
    expect(files.read("scenarios/tell-team.scenario.ts")).toMatchInlineSnapshot(`
      "import { connection, fragment, raw } from "cyanotype";
      import { slack } from "cyanotype/apps";

      export const tellTeam = fragment(
        "tell team",
        (flow) => {
          flow.step(
            "Create a Message",
            slack.createMessage({
              connection: connection("slack"),
              channel: "C024BE91L",
              text: raw.value("Order {{1.id}}"),
              parse: false,
            }),
          );
        },
        (flow) => {
          flow.step(
            "Custom webhook",
            raw.module({ module: "gateway:CustomWebHook", version: 1, parameters: { hook: 1, maxResults: 1 } }),
          );
        },
      );
      "
    `);
    expect(compiled(files)).toEqual(copied);
  });

  test("has each key once", () => {
    const files = project({
      "a.json": '{\n  "flow": [\n    { "id": 1, "module": "a:b",\n      "version": 1,\n      "id": 2 }\n  ]\n}',
    });
    expect(shown(files, "a.json")).toMatchInlineSnapshot(`
      "[stderr]
      a.json:5:7  error  \`id\` stands twice in this object, first on line 3
        4 |       "version": 1,
        5 |       "id": 2 }
          |       ^^^^
        help    Remove one of the two: a program that reads the file sees only one of them
      [exit code 2]"
    `);
  });

  test("keeps numbers that JavaScript cannot hold, wherever they stand", () => {
    const id = "9007199254740993";
    const text = json(
      named("Big", [
        message(2, `as text ${id}, {{if(1.id = ${id}; 1; 2)}}`),
        module(3, "any:thing", { mapper: { id: "#", list: ["#"], deep: { "{{1.key}}": "#" } } }),
        setVariable(4, "#", { metadata: { designer: { x: 0, y: 0 }, restore: { expect: { value: { id: "#" } } } } }),
      ]),
    ).replaceAll('"#"', id);
    const files = project({ "big.json": text });
    expect(decompile(files, ["big.json"])).toMatchObject({ code: 0, stderr: "" });
    expect(files.read("scenarios/big.scenario.ts")).toContain(`id: ${id}n`);
    const printed = run(files.folder, ["compile", "--stdout"]).stdout;
    // With the numbers as texts, so that reading them here does not round them.
    const exact = (written: string): unknown =>
      JSON.parse(written.replaceAll(new RegExp(`(?<=[:[]\\s*)${id}`, "gu"), '"#"'));
    expect(exact(printed)).toEqual(exact(text));
    expect(printed.split(id)).toHaveLength(text.split(id).length);
    // A second time, ids are kept by what was printed, and the linter reads it, too.
    expect(run(files.folder, ["compile"])).toMatchObject({ code: 0, stderr: "" });
    expect(run(files.folder, ["compile", "--check"])).toMatchObject({ code: 0 });
    expect(run(files.folder, ["lint", "scenarios"]).code).toBeLessThan(2);
  });

  test("has no numbers that nothing can hold", () => {
    const files = project({ "a.json": json(named("A", [setVariable(2, "#")])).replace('"#"', "1e999") });
    expect(shown(files, "a.json")).toMatchInlineSnapshot(`
      "[stderr]
      a.json:36:26  error  The number \`1e999\` cannot be kept as it is written
        35 |                 "scope": "roundtrip",
        36 |                 "value": 1e999
           |                          ^^^^^
        help    No program counts so far: write it as a text if it is meant
      [exit code 2]"
    `);
  });

  test.for<[string, readonly string[], RegExp]>([
    ["is not there", ["nothing.json"], /There is no such file or folder/u],
    ["matches nothing", ["*.jsonc"], /./u],
    ["is no JSON", ["text.json"], /text\.json:1:1 {2}error/u],
    ["is no blueprint", ["package.json"], /package\.json:1:1 {2}error/u],
    ["does not fit the format", ["misfit.json"], /misfit\.json:1:\d+ {2}error/u],
  ])("that %s is told of, with exit code 2", ([, args, message]) => {
    const files = project({
      "text.json": "hello",
      "package.json": '{ "name": "x" }',
      "misfit.json":
        '{ "name": "A", "flow": [{ "id": 0, "module": "a:b", "version": 1 }], "metadata": { "version": 1 } }',
    });
    const { code, stdout, stderr } = decompile(files, args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(writtenIn(files)).toEqual([]);
  });
});

describe("a hostile name", () => {
  const names = [
    "../../../escape",
    "..",
    "/etc/passwd",
    "C:\\windows\\x",
    "a\0b",
    "*/ process.exit(9); /*",
    "`${process.exit(9)}`",
    '"); process.exit(9); ("',
    "\u2028process.exit(9)",
    "__proto__",
    "constructor",
    "con",
    "🔥🔥",
    "",
    " ",
    "x".repeat(500),
    "日本語".repeat(100),
    "한국어".repeat(30),
    "\u202eevil",
  ];
  const exports = names.map((name) =>
    named(name, [
      message(2, "a", name),
      module(3, "any:thing", {
        mapper: {
          [name === "__proto__" ? "proto" : name]: name,
          read: `{{2.\`${name.replaceAll("`", "")}\`}}`,
          nested: [{ [name === "__proto__" ? "proto" : name]: [name] }],
        },
      }),
    ]),
  );

  test("of a scenario, a step, a field or a key leads nowhere", () => {
    const files = exportsOf(Object.fromEntries(exports.map((value, index) => [`in/${index + 10}.json`, value])));
    const { code, stderr, stdout } = decompile(files, ["in", "-o", "out/scenarios"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).not.toMatch(/[\0\u001b\u202e\u2028]/u);
    const written = writtenIn(files).filter((path) => !path.startsWith("in/"));
    expect(
      written.filter((path) => /^out\/scenarios\/[^/\\]+\.(?:scenario\.ts|editor\.json)$/u.test(path)),
    ).toHaveLength(2 * names.length);
    expect(written.filter((path) => path.split("/").length > 3)).toEqual([
      "out/scenarios/environments/production.yaml",
      "out/scenarios/modules/any.ts",
    ]);
    expect(written).toHaveLength(2 * names.length + 2);
    const again = run(files.folder, ["compile", "out/scenarios", "--out", "printed"]);
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: "" });
    const printed = writtenIn(files).filter((path) => /^printed\/production\/[^/]+\.blueprint\.json$/u.test(path));
    expect(printed).toHaveLength(names.length);
    const blueprints = printed.map((path) => JSON.parse(files.read(path)) as unknown);
    for (const value of exports) expect(blueprints).toContainEqual(value);
  });

  test.for(["../x", "a/b", "..", "", "-x"])("of an environment is refused: %j", (name) => {
    const files = exportsOf({ "a.json": orders });
    expect(decompile(files, ["a.json", "--env", name]).code).toBe(2);
    expect(writtenIn(files)).toEqual([]);
  });
});
