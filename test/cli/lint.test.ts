import { spawnSync } from "node:child_process";
import { readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { blueprint, module, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { COMMAND, type RunOptions, run, transcript } from "./command.ts";

const lint = (files: Project, args: readonly string[], options: RunOptions = {}) =>
  run(files.folder, ["lint", ...args], options);
const shown = (files: Project, args: readonly string[], options: RunOptions = {}): string =>
  transcript(lint(files, args, options), files.folder);

const CLEAN = JSON.stringify(blueprint([webhook()]));
const BROKEN = JSON.stringify(blueprint([webhook(), setVariable(2, "{{9.x}}")]), null, 2);

describe("lint", () => {
  test("is content with a clean blueprint", () => {
    expect(shown(project({ "a.json": CLEAN }), ["a.json"])).toBe(
      "1 blueprint checked, nothing to report\n[exit code 0]",
    );
  });

  test("shows what is wrong, where, and what to do", () => {
    expect(shown(project({ "a.json": BROKEN }), ["a.json"])).toMatchInlineSnapshot(`
      "a.json:28:21  error  \`util:SetVariable2 (2)\` reads module \`9\`, which does not exist
        27 |         "scope": "roundtrip",
        28 |         "value": "{{9.x}}"
           |                     ^^^
        help    Map the value again, from a module that stands before this one
        rule    dangling-reference

      1 error in 1 blueprint
      [exit code 1]"
    `);
  });

  test("paints for a terminal that wants colours, and not where they are refused", () => {
    const files = project({ "a.json": BROKEN });
    expect(lint(files, ["a.json"], { env: { FORCE_COLOR: "1" } }).stdout).toContain("\u001b[");
    expect(lint(files, ["a.json"], { env: { NO_COLOR: "1" } }).stdout).not.toContain("\u001b[");
    expect(lint(files, ["a.json"], { env: { FORCE_COLOR: "0" } }).stdout).not.toContain("\u001b[");
    expect(lint(files, ["a.json"]).stdout).not.toContain("\u001b[");
  });

  test("has an exit code for what it is told to fail on", () => {
    const warned = JSON.stringify(
      blueprint([webhook(), module(2, "slack:CreateMessage", { version: 4, mapper: { channel: "c", text: "t" } })]),
    );
    const files = project({ "a.json": warned });
    const codes = ["error", "warning", "info"].map((severity) => lint(files, ["a.json", "--fail-on", severity]).code);
    expect(codes).toEqual([0, 1, 1]);
  });

  test("takes a stricter preset", () => {
    const files = project({ "a.json": CLEAN });
    expect(lint(files, ["a.json", "--preset", "strict"]).code).toBe(0);
    expect(lint(files, ["a.json", "--preset", "lax"])).toMatchObject({ code: 2, stdout: "" });
  });

  test("points at the lines of scenarios", () => {
    const files = projectOf(
      scenarioFile(`
  flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }));`),
    );
    expect(lint(files, ["scenarios"]).stdout).toMatch(
      /^scenarios\/a\.scenario\.ts:8:13 {2}warning {2}`Tell \(2\)` changes something/u,
    );
  });

  test("stops quietly when nobody reads on", () => {
    const files = project({
      "a.json": JSON.stringify(blueprint(Array.from({ length: 3000 }, () => module("x", "a:B")))),
    });
    const shell = `"${process.execPath}" "${COMMAND}" lint a.json | head -1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", shell], { cwd: files.folder, encoding: "utf8" });
    expect(stdout.split("\n")).toHaveLength(2);
    expect(stderr).toBe("");
  });
});

describe("lint --format json", () => {
  const validate = new Ajv().compile(JSON.parse(readFileSync("schemas/lint-report.schema.json", "utf8")));
  const reportOf = (text: string): unknown => {
    const report: unknown = JSON.parse(text);
    validate(report);
    expect(validate.errors).toBeNull();
    return report;
  };

  test.for<[string, Readonly<Record<string, string>>, string[], number, object]>([
    ["a clean blueprint", { "a.json": CLEAN }, ["a.json"], 0, { files: 1, findings: [] }],
    [
      "a broken one",
      { "a.json": BROKEN },
      ["a.json"],
      1,
      {
        version: 1,
        files: 1,
        findings: [{ rule: "dangling-reference", path: "a.json", pointer: "/flow/1/mapper/value", line: 28 }],
        summary: { error: 1 },
      },
    ],
    ["what is no blueprint", { "a.json": "{}" }, ["a.json"], 2, { files: 0, findings: [] }],
    ["one of each", { "a.json": BROKEN, "b.json": "{" }, ["a.json", "b.json"], 2, { files: 1 }],
  ])("prints one document for %s", ([, given, args, code, expected]) => {
    const ran = lint(project(given), [...args, "--format", "json"]);
    expect(ran.code).toBe(code);
    expect(reportOf(ran.stdout)).toMatchObject(expected);
  });

  test("knows the source of what was printed from a scenario", () => {
    const files = projectOf(
      scenarioFile(`
  flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }));`),
    );
    expect(reportOf(lint(files, ["scenarios", "--format", "json"]).stdout)).toMatchObject({
      findings: [{ source: { path: "scenarios/a.scenario.ts", line: 8, column: 13 } }],
    });
  });

  test("keeps what is no report away from it", () => {
    const { stdout, stderr } = lint(project({ "a.json": "{" }), ["a.json", "--format", "json"]);
    reportOf(stdout);
    expect(stderr).toContain("a.json:1:2  error");
  });
});

describe("lint -", () => {
  test("reads what is piped into it", () => {
    const files = project();
    expect(shown(files, ["-"], { input: CLEAN })).toBe("1 blueprint checked, nothing to report\n[exit code 0]");
    expect(lint(files, ["-"], { input: BROKEN }).stdout).toMatch(/^stdin\.json:28:\d+ {2}error/u);
  });

  test("calls it what it is told, and shows its own lines, not those of a file of that name", () => {
    const files = project({ "a.json": '{ "on": "disk" }' });
    expect(
      shown(files, ["-", "--stdin-filename", "a.json"], { input: '\ufeff{\n  "piped": tru\n}' }),
    ).toMatchInlineSnapshot(`
      "[stderr]
      a.json:2:12  error  Expected a value, found \`tru\`
        1 | {
        2 |   "piped": tru
          |            ^^^
      [exit code 2]"
    `);
  });

  test("is no blueprint when nothing is piped", () => {
    expect(lint(project(), ["-"])).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("what cannot be checked is told, with exit code 2 and without a stack", () => {
  test.for<[string, Readonly<Record<string, string>>, string, string]>([
    ["not JSON", { "a.json": '{ "flow": [}' }, "a.json", "a.json:1:12  error  "],
    ["an empty file", { "a.json": "" }, "a.json", "a.json:1:1  error  "],
    ["JSON that is no blueprint", { "a.json": '{ "name": "x" }' }, "a.json", "a.json:1:1  error  "],
    ["a flow without modules", { "a.json": '{ "flow": [] }' }, "a.json", "a.json:1:11  error  "],
    ["a list", { "a.json": "[]" }, "a.json", "a.json:1:1  error  "],
    ["10,000 levels", { "a.json": `{"flow":${"[".repeat(10_000)}${"]".repeat(10_000)}}` }, "a.json", "a.json:1:"],
    [
      "keys that every object has",
      { "a.json": '{ "flow": [{ "module": "a:B", "__proto__": {} }] }' },
      "a.json",
      "a.json:1:",
    ],
    ["the same key twice", { "a.json": '{ "flow": [{ "module": "a:B", "id": 1, "id": 2 }] }' }, "a.json", "a.json:1:"],
    ["a file that is not there", {}, "a.json", "a.json  error  There is no such file or folder"],
    ["a pattern that matches nothing", {}, "*.json", "*.json  error  No file matches"],
    ["a folder with nothing to check", { "a/b.txt": "" }, "a", "a  error  The folder holds nothing to check"],
    ["an empty name", { "a.json": CLEAN }, "", "error  The name of a file is empty"],
  ])("%s", ([, given, argument, message]) => {
    const { code, stdout, stderr } = lint(project(given), [argument]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  test("a file of 25 MB", () => {
    const files = project({ "a.json": `{"flow":"${"x".repeat(25 * 1024 * 1024)}"}` });
    expect(shown(files, ["a.json"])).toMatchInlineSnapshot(`
      "[stderr]
      a.json:1:1  error  The file holds 25.0 MiB of text, and at most 20.0 MiB are read
        1 | {"flow":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          | ^
        help    Check that it is a blueprint: Make refuses what is longer than about 5 MB
      [exit code 2]"
    `);
  });

  test("a file that is not read to its end", () => {
    const files = project({ "a.json": "" });
    truncateSync(join(files.folder, "a.json"), 3 * 1024 ** 3);
    expect(shown(files, ["a.json"])).toMatchInlineSnapshot(`
      "[stderr]
      a.json  error  The file has 3072 MiB; at most 20 MiB are read
        help    Check that it is a blueprint: Make refuses what is longer than about 5 MB
      [exit code 2]"
    `);
  });
});

describe("odd files", () => {
  test.for([
    ["a byte order mark", `\ufeff${BROKEN}`],
    ["Windows line ends", BROKEN.replaceAll("\n", "\r\n")],
    ["one long line", JSON.stringify(JSON.parse(BROKEN))],
  ] as const)("with %s are read like others", ([, text]) => {
    const { code, stdout } = lint(project({ "a.json": text }), ["a.json"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/\{\{9\.x\}\}.*\n.*\^{3}/u);
    expect(stdout).not.toMatch(/[\r\ufeff]/u);
  });

  test("may have odd names, which do not steer the terminal", () => {
    const files = project({
      "a b.json": BROKEN,
      "line\nbreak.json": BROKEN,
      "\u001b[31mred\u0007.json": BROKEN,
      "bad\u001b[2J.json": "{",
    });
    const { stdout, stderr } = lint(files, ["."]);
    expect(stdout).toContain("a b.json:28:");
    expect(stdout).toContain("line break.json:28:");
    for (const text of [stdout, stderr]) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
  });
});
