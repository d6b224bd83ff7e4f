import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blueprint, module, setVariable, webhook } from "../lint/blueprints.ts";
import { project, projectOf, scenarioFile } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const json = JSON.stringify(blueprint([webhook(), module(2, "slack:CreateMessage", { version: 4 })]));
const render = (files: ReturnType<typeof project>, ...args: readonly string[]) =>
  run(files.folder, ["render", ...args]);

describe("render", () => {
  test.for([
    ["svg", /^<svg [\s\S]*<\/svg>\n$/u],
    ["html", /^<!doctype html>\n[\s\S]*<\/html>\n$/u],
    ["mermaid", /^---\ntitle: "Test"\n---\nflowchart LR\n/u],
    ["text", /^Test\n├─ Webhooks/u],
  ] as const)("prints %s", ([format, shape]) => {
    const { stdout, stderr, code } = render(project({ "a.json": json }), "a.json", "--format", format);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(shape);
  });

  test("writes a file", () => {
    const files = project({ "a.json": json });
    const ran = render(files, "a.json", "--format", "svg", "-o", "deep/a.svg");
    expect(transcript(ran, files.folder)).toBe("[stderr]\nwritten  deep/a.svg\n[exit code 0]");
    expect(files.read("deep/a.svg")).toBe(render(files, "a.json", "--format", "svg").stdout);
  });

  test("writes a file for each scenario into a folder, whatever they are called", () => {
    const files = projectOf(scenarioFile('flow.step("Wait", tools.sleep({ duration: 1 }));'), {
      "a.json": json,
      "b/A.blueprint.json": json,
    });
    const { code } = render(files, ".", "--format", "mermaid", "-o", "pictures/");
    expect(code).toBe(0);
    expect(readdirSync(files.path("pictures")).sort()).toEqual(["A-2.mmd", "a.mmd", "orders.mmd"].sort());
  });

  test("takes a folder that exists for one", () => {
    const files = project({ "a.json": json });
    mkdirSync(files.path("pictures"));
    expect(render(files, "a.json", "--format", "svg", "-o", "pictures").code).toBe(0);
    expect(existsSync(files.path("pictures/a.svg"))).toBe(true);
  });

  test.for<[string[], string]>([
    [["--format", "svg"], "error  These are 2 scenarios, and one picture is printed"],
    [["--format", "svg", "-o", "all.svg"], "all.svg  error  These are 2 scenarios, and a file holds one"],
    [["-o", "all.txt"], "all.txt  error  These are 2 scenarios, and a file holds one"],
    [["--theme", "dark"], "error  `--theme` is for pictures"],
    [["--lint", "--format", "mermaid"], "error  `--lint` marks pictures"],
  ])("refuses %j for two", ([args, message]) => {
    const files = project({ "a.json": json, "b.json": json });
    const { stdout, stderr, code } = render(files, "a.json", "b.json", ...args);
    expect([code, stdout, stderr.split("\n")[0]]).toEqual([2, "", message]);
    expect(existsSync(files.path("all.svg"))).toBe(false);
  });

  test("writes what it can, and tells of the rest", () => {
    const files = project({ "a.json": json, "b.json": '{ "flow": 5 }' });
    const { stderr, code } = render(files, "a.json", "b.json", "--format", "svg", "-o", "pictures/");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^written {2}pictures\/a\.svg\nb\.json:1:11 {2}error/u);
  });

  test("marks what the linter finds, by the project's configuration", () => {
    const reads = JSON.stringify(blueprint([webhook(), setVariable(2, "{{9.a}}")]));
    const files = project({ "a.json": reads });
    const marked = render(files, "a.json", "--format", "svg", "--lint").stdout;
    expect(marked).toContain("<title>error: ");
    expect(marked).toContain("reads module `9`, which does not exist");
    expect(render(files, "a.json", "--format", "svg").stdout).not.toContain("which does not exist");
    const silenced = project({ "a.json": reads, "cyanotype.config.yaml": "rules: { dangling-reference: off }\n" });
    expect(render(silenced, "a.json", "--format", "svg", "--lint").stdout).not.toContain("which does not exist");
  });

  test("marks what the linter finds in a scenario, as it is printed", () => {
    const files = projectOf(scenarioFile('flow.step("Wait", tools.sleep({ duration: 1 }));'));
    const { stdout, code } = render(files, "scenarios", "--format", "svg", "--lint");
    expect(code).toBe(0);
    expect(stdout).toContain(">Wait<");
  });

  test("has the colours that are asked for", () => {
    const files = project({ "a.json": json });
    expect(render(files, "a.json", "--format", "svg", "--theme", "dark").stdout).not.toContain("prefers-color-scheme");
  });
});

describe("what is drawn", () => {
  const KEY = `xoxb-${"1234567890"}-${"1234567890123"}-AbCdEfGhIjKlMnOpQrStUvWx`;
  const secret = JSON.stringify(
    blueprint([
      webhook(),
      module(2, "http:MakeRequest", {
        mapper: { url: "https://example.com", headers: [{ name: "Authorization", value: `Bearer ${KEY}` }] },
        filter: { name: "", conditions: [[{ a: "{{1.token}}", o: "text:equal", b: KEY }]] },
      }),
    ]),
  );

  test.for(["text", "svg", "html", "mermaid"])("as %s holds no password", (format) => {
    const { stdout, code } = render(project({ "a.json": secret }), "a.json", "--format", format);
    expect(code).toBe(0);
    expect(stdout).not.toContain(KEY.slice(0, 24));
    expect(stdout).not.toContain(KEY.slice(-12));
  });
});
