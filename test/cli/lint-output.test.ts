import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/lint/formats/format.ts";
import { systemProblem } from "../../src/load/system-problem.ts";
import { blueprint, filter, module, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { type RunOptions, run, transcript } from "./command.ts";

const lint = (files: Project, args: readonly string[], options: RunOptions = {}) =>
  run(files.folder, ["lint", ...args], options);
const shown = (files: Project, args: readonly string[], options: RunOptions = {}): string =>
  transcript(lint(files, args, options), files.folder);

const CLEAN = JSON.stringify(blueprint([webhook()]));
/** An error that can be mended, and two warnings. */
const BROKEN = JSON.stringify(
  blueprint([
    webhook(),
    module(2, "slack:CreateMessage", { version: 4, mapper: { channel: "c", text: "t" } }),
    setVariable(3, "", filter("{{1.n}}", "number:gt", "5")),
    module(4, "slack:CreateMessage", { version: 4, mapper: { channel: "c", text: "t" } }),
  ]),
  null,
  2,
);

describe("lint --format", () => {
  test("compact has a line for each finding", () => {
    expect(shown(project({ "a.json": BROKEN }), ["a.json", "--format", "compact"])).toMatchInlineSnapshot(`
      "a.json:22:17: warning \`slack:CreateMessage (2)\` changes something outside of Make and has no error handler [missing-error-handler]
      a.json:58:20: error Make has no operator \`number:gt\`, so the condition never holds [unknown-operator]
      a.json:67:17: warning \`slack:CreateMessage (4)\` changes something outside of Make and has no error handler [missing-error-handler]
      [exit code 1]"
    `);
  });

  test("compact says nothing when all is well", () => {
    expect(shown(project({ "a.json": CLEAN }), ["a.json", "--format", "compact"])).toBe("[exit code 0]");
  });

  test("github annotates, at the author's line", () => {
    const steps =
      'flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }));';
    const { stdout, code } = lint(projectOf(scenarioFile(steps)), ["scenarios", "--format", "github"]);
    expect(stdout).toMatch(/^::warning file=scenarios\/a\.scenario\.ts,line=7,endLine=7,col=\d+,endColumn=\d+,title=/u);
    expect(code).toBe(0);
  });

  test("sarif has fingerprints, fixes and the pages of rules", () => {
    const { stdout } = lint(project({ "a.json": BROKEN }), ["a.json", "--format", "sarif"]);
    const { tool, results } = JSON.parse(stdout).runs[0];
    const result = results.find(({ ruleId }: { ruleId: string }) => ruleId === "unknown-operator");
    expect(result.partialFingerprints["cyanotype/v1"]).toMatch(/^[\da-f]{16,}:1$/u);
    // Of `number:gt`, only the end is another one.
    expect(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe("reater");
    expect(tool.driver.rules[result.ruleIndex].help.markdown).toMatch(/^# unknown-operator\n/u);
  });

  test("json has the same fingerprints after modules are renumbered and moved", () => {
    const fingerprints = (text: string): unknown => {
      const { findings } = JSON.parse(lint(project({ "a.json": text }), ["a.json", "--format", "json"]).stdout);
      return findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    };
    const moved = JSON.stringify(JSON.parse(BROKEN.replace('"id": 2', '"id": 20').replaceAll('"x": 0', '"x": 300')));
    expect(fingerprints(moved)).toEqual(fingerprints(BROKEN));
    expect(fingerprints(BROKEN)).toHaveLength(3);
  });

  test.for(FORMATS)("%s tells of what cannot be checked with exit code 2, and no stack", (format) => {
    const { code, stdout, stderr } = lint(project({ "b.json": "{" }), ["b.json", "--format", format]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^b\.json:1:2 {2}error {2}/u);
    expect(stdout + stderr).not.toMatch(/^\s+at /mu);
    if (format === "junit" || format === "sarif" || format === "github" || format === "markdown") {
      expect(stdout).toContain("b.json");
    }
  });
});

describe("lint --output", () => {
  test("writes reports beside the one on stdout, and makes their folders", () => {
    const files = project({ "a.json": BROKEN });
    const outputs = ["build/report.sarif", "build/report.json", "junit=build/lint", "build/lint.xml", "comment.md"];
    const args = ["a.json", "--format", "compact", ...outputs.flatMap((output) => ["--output", output])];
    const { stdout, stderr, code } = lint(files, args);
    expect([code, stderr, stdout.split("\n").length]).toEqual([1, "", 4]);
    expect(readdirSync(files.path("build")).sort()).toEqual(["lint", "lint.xml", "report.json", "report.sarif"]);
    expect(JSON.parse(files.read("build/report.sarif")).version).toBe("2.1.0");
    const validate = new Ajv().compile(JSON.parse(readFileSync("schemas/lint-report.schema.json", "utf8")));
    validate(JSON.parse(files.read("build/report.json")));
    expect(validate.errors).toBeNull();
    expect(files.read("build/lint")).toBe(files.read("build/lint.xml"));
    expect(files.read("comment.md")).toMatch(/^### Cyanotype: 1 error, 2 warnings in 1 blueprint\n/u);
  });

  test("never paints a file", () => {
    const files = project({ "a.json": BROKEN });
    lint(files, ["a.json", "--output", "a.txt"], { env: { FORCE_COLOR: "1" } });
    expect(files.read("a.txt")).not.toContain("\u001b");
    expect(files.read("a.txt")).toContain("1 error, 2 warnings in 1 blueprint\n");
  });

  test("writes what there is when some files cannot be read", () => {
    const files = project({ "a.json": BROKEN, "b.json": "{" });
    expect(lint(files, ["a.json", "b.json", "--output", "x.sarif"]).code).toBe(2);
    const [{ results, invocations }] = JSON.parse(files.read("x.sarif")).runs;
    expect([results.length, invocations[0].executionSuccessful]).toEqual([3, false]);
  });

  test.for<[what: string, outputs: readonly string[], told: string]>([
    [
      "an ending that tells no format",
      ["report.html"],
      "error  The ending of `report.html` tells no format\n  help    Write text=, compact=, json=, sarif=, junit=, github=, markdown= in front",
    ],
    ["a format that is none", ["sarf=a.sarif"], "error  There is no format `sarf`\n  help    Did you mean `sarif`?"],
    [
      "a format that is nothing like one",
      ["html=a.html"],
      "error  There is no format `html`\n  help    Write one of text, compact, json, sarif, junit, github, markdown",
    ],
    [
      "no name",
      ["sarif="],
      "error  `sarif=` names no file\n  help    Write <format>=<file>; what is printed to stdout is chosen by --format",
    ],
    [
      "stdout",
      ["-"],
      "error  `-` names no file\n  help    Write <format>=<file>; what is printed to stdout is chosen by --format",
    ],
    [
      "the same file twice",
      ["a.sarif", "sarif=./a.sarif"],
      "a.sarif  error  Two reports would be written to this file",
    ],
    ["a folder", ["sarif=folder"], "folder  error  This is a folder or a device, not a file"],
  ])("refuses %s before anything is checked", ([, outputs, told]) => {
    const files = project({ "in.json": BROKEN, "folder/x.txt": "" });
    const args = ["in.json", ...outputs.flatMap((output) => ["--output", output])];
    expect(shown(files, args)).toBe(`[stderr]\n${told}\n[exit code 2]`);
    expect(readdirSync(files.folder).sort()).toEqual(["folder", "in.json"]);
  });

  test("never writes over what was checked", () => {
    const files = project({ "a.json": BROKEN });
    const { code, stderr, stdout } = lint(files, ["a.json", "--output", "a.json", "--output", "b.sarif"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "a.json  error  A report would be written over a file that was checked\n  help    Give the report another name\n",
    );
    expect(stdout).toContain("1 error, 2 warnings in 1 blueprint");
    expect(files.read("a.json")).toBe(BROKEN);
    expect(existsSync(files.path("b.sarif"))).toBe(false);
  });

  test("writes all or none, tells why, and still prints the report", () => {
    const files = project({ "a.json": BROKEN, file: "" });
    const { code, stderr, stdout } = lint(files, ["a.json", "--output", "b.sarif", "--output", "file/c.sarif"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^file\S* {2}error {2}A (?:file is in the way of a folder|part of the path is no folder)\n$/u,
    );
    expect(stdout).toContain("1 error, 2 warnings in 1 blueprint");
    expect(existsSync(files.path("b.sarif"))).toBe(false);
  });

  test.skipIf(process.getuid?.() === 0)("tells of a folder that is not to be written", () => {
    const files = project({ "a.json": BROKEN });
    mkdirSync(files.path("locked"));
    chmodSync(files.path("locked"), 0o500);
    expect(lint(files, ["a.json", "--output", "locked/b.sarif"])).toMatchObject({
      code: 2,
      stderr: "locked/b.sarif  error  There is no permission to read or write this\n",
    });
  });

  test.skipIf(!existsSync("/proc/self"))("tells of a place where nothing can be written", () => {
    const { code, stderr } = lint(project({ "a.json": BROKEN }), ["a.json", "--output", "/proc/self/report.sarif"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\S*\/proc\/self\/report\.sarif {2}error {2}There is no /u);
    expect(stderr.split("\n")).toHaveLength(2);
  });

  test.for([
    ["ENOSPC", "The disk is full; nothing was changed"],
    ["EROFS", "The file system is read-only"],
  ])("has words for %s", ([code, message]) => {
    const path = "/x/a.sarif";
    expect(systemProblem(Object.assign(new Error(code), { code, path }))).toEqual({ message, path });
  });
});

describe("what makes lint fail", () => {
  const files = (): Project => project({ "a.json": BROKEN });

  test("--quiet prints that alone, and the sum of all", () => {
    const text = shown(files(), ["a.json", "--quiet", "--output", "all.json"]);
    expect(text).not.toContain("missing-error-handler");
    expect(text).toMatch(/\n\n1 error, 2 warnings in 1 blueprint\n\[exit code 1\]$/u);
  });

  test("--quiet leaves reports in files whole", () => {
    const given = files();
    lint(given, ["a.json", "--quiet", "--output", "all.json"]);
    expect(JSON.parse(given.read("all.json")).findings).toHaveLength(3);
  });

  test("--quiet keeps warnings where they fail", () => {
    expect(shown(files(), ["a.json", "--quiet", "--fail-on", "warning"])).toContain("missing-error-handler");
  });

  test("--quiet keeps warnings when there are too many of them", () => {
    expect(shown(files(), ["a.json", "--quiet", "--max-warnings", "0"])).toContain("missing-error-handler");
    expect(shown(files(), ["a.json", "--quiet", "--max-warnings", "9"])).not.toContain("missing-error-handler");
  });

  test("json tells what could not be checked, too", () => {
    const given = project({ "a.json": BROKEN, "b.json": '{ "flow": [1 }' });
    const { code, stdout } = lint(given, ["a.json", "b.json", "--format", "json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      files: 1,
      problems: [{ path: "b.json", line: 1, column: 14, message: expect.stringContaining("`}`") }],
    });
  });

  const warned = (): Project => project({ "a.json": BROKEN.replace("number:gt", "number:greater") });

  test.for([
    ["0", 1, "2 warnings, and at most 0 allowed\n"],
    ["1", 1, "2 warnings, and at most 1 allowed\n"],
    ["2", 0, ""],
  ] as const)("--max-warnings %s ends two warnings with %i", ([most, code, stderr]) => {
    expect(lint(warned(), ["a.json", "--max-warnings", most])).toMatchObject({ code, stderr });
  });

  test.for(["-1", "x", "1.5", ""])("--max-warnings %j is no number", (most) => {
    expect(shown(warned(), ["a.json", `--max-warnings=${most}`])).toContain("Give it a whole number from 0");
  });
});

describe("lint --stats", () => {
  test("tells on stderr how long rules took, the slowest first", () => {
    const { stdout, stderr } = lint(project({ "a.json": BROKEN }), ["a.json", "--stats", "--format", "json"]);
    JSON.parse(stdout);
    const times = [...stderr.matchAll(/^ *(\d+\.\d\d) ms {2}[ \d]{3}\.\d % {2}\S/gmu)].map(([, time]) => Number(time));
    expect(times).toHaveLength(stderr.trimEnd().split("\n").length);
    expect(times.slice(0, 20)).toEqual(times.slice(0, 20).sort((a, b) => b - a));
    expect(stderr).toMatch(/100\.0 % {2}\d+ rules over 1 blueprint\n$/u);
  });
});
