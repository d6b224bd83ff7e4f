import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { commit, git, repository } from "../load/repository.ts";
import { type Ran, run, transcript } from "./command.ts";

const json = (flow: readonly JsonObject[]): string => JSON.stringify(blueprint(flow));
const old = json([webhook(), setVariable(2, "a"), setVariable(3, "b")]);
const fresh = json([webhook(), setVariable(2, "c"), module(4, "slack:CreateMessage", { version: 4 })]);
const diff = (files: Project, ...args: readonly string[]): Ran => run(files.folder, ["diff", ...args]);

/** Width and height of a PNG, which stand in its head. */
function sizeOf(file: string): readonly [width: number, height: number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe("the picture of a change", () => {
  test.for([
    ["svg", /^<svg [\s\S]*A change of a scenario: 1 module added, 1 removed, 1 changed[\s\S]*<\/svg>\n$/u],
    ["html", /^<!doctype html>\n[\s\S]*<\/html>\n$/u],
    ["mermaid", /^---\ntitle: "Test \(\+ added, − removed, ~ changed\)"\n---\nflowchart LR\n/u],
  ] as const)("is printed as %s", ([format, shape]) => {
    const files = project({ "a.json": old, "b.json": fresh });
    const { stdout, stderr, code } = diff(files, "a.json", "b.json", "--format", format);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(shape);
  });

  test("is drawn of what is the same as well, and ends with 0", () => {
    const files = project({ "a.json": old, "b.json": old });
    const { stdout, code } = diff(files, "a.json", "b.json", "--format", "svg");
    expect(code).toBe(0);
    expect(stdout).toContain("nothing has changed");
  });

  test("is written for each scenario that differs, with those that are new or gone", () => {
    const files = repository({ "a.blueprint.json": old, "deep/b.json": old, "same.json": old });
    files.write({ "a.blueprint.json": fresh, "new.json": fresh });
    commit(files);
    const ran = diff(files, "--git", "HEAD~1..HEAD", "--format", "svg", "-o", "changes/");
    expect(transcript(ran, files.folder)).toBe(
      "[stderr]\nwritten  changes/a.svg\nwritten  changes/new.svg\n[exit code 1]",
    );
    expect(files.read("changes/new.svg")).toContain("new, 3 modules added");
  });

  test("of a file that is gone is called by its name, without that of the revision", () => {
    const files = repository({ "a.json": old, "b.json": old });
    files.write({ "a.json": fresh });
    git(files, "rm", "-q", "b.json");
    diff(files, "--git", "HEAD", "--format", "mermaid", "-o", "changes/");
    expect(readdirSync(files.path("changes")).sort()).toEqual(["a.mmd", "b.mmd"]);
  });

  test("writes nothing where nothing differs", () => {
    const files = repository({ "a.json": old });
    const ran = diff(files, "--git", "HEAD", "--format", "svg", "-o", "changes/");
    expect(transcript(ran, files.folder)).toBe("[stderr]\nNo scenario differs from `HEAD`\n[exit code 0]");
    expect(existsSync(files.path("changes"))).toBe(false);
  });

  test.for<[string[], string]>([
    [["--format", "svg"], "error  These are 2 scenarios, and one picture is printed"],
    [["--format", "html", "-o", "all.html"], "all.html  error  These are 2 scenarios, and a file holds one"],
    [["--format", "png"], "error  A PNG is no text"],
    [["--format", "markdown", "--theme", "dark"], "error  `--theme` is for pictures"],
    [["--format", "svg", "--scale", "2"], "error  `--scale` is for PNG"],
    [["--format", "png", "-o", "all/", "--scale", "huge"], "error  `--scale` is a number from 0.1 to 10"],
    [["-o", "."], ".  error  This is a folder, and a report is one file"],
  ])("refuses %j for two scenarios", ([args, message]) => {
    const files = repository({ "a.json": old, "b.json": old });
    files.write({ "a.json": fresh, "b.json": fresh });
    const { code, stdout, stderr } = diff(files, "--git", "HEAD", ...args);
    expect([code, stdout, stderr.split("\n")[0]]).toEqual([2, "", message]);
    expect(readdirSync(files.folder).sort()).toEqual([".git", "a.json", "b.json"]);
  });

  test("is never written over a file that is read", () => {
    const files = project({ "a.json": old, "b.json": fresh });
    const over = "It would be written over a file that is read";
    for (const [args, message] of [
      [["diff", "a.json", "b.json"], over],
      [["diff", "a.json", "b.json", "--format", "patch"], over],
      [
        ["diff", "a.json", "b.json", "--format", "svg"],
        "`--format svg` is asked for, and the name of the file ends in `.json`",
      ],
      [["render", "b.json", "--format", "html"], over],
    ] as const) {
      const { code, stderr } = run(files.folder, [...args, "-o", "b.json"]);
      expect([code, stderr.split("\n")[0]]).toEqual([2, `b.json  error  ${message}`]);
    }
    expect(files.read("b.json")).toBe(fresh);
    expect(run(files.folder, ["render", ".", "--format", "svg", "-o", "."]).code).toBe(0);
    expect(readdirSync(files.folder).sort()).toEqual(["a.json", "a.svg", "b.json", "b.svg"]);
  });

  test("is never written over it under another name either", () => {
    const step = (name: string) => scenarioFile(`  flow.step("${name}", tools.sleep({ duration: 1 }));`);
    const files = projectOf(step("Wait"), { "b.json": fresh });
    symlinkSync("b.json", files.path("link.svg"));
    for (const [input, output] of [
      ["b.json", "link.svg"],
      ["scenarios", "scenarios/a.scenario.ts"],
    ] as const) {
      const { code, stderr } = run(files.folder, ["render", input, "--format", "svg", "-o", output]);
      expect([code, stderr.split("\n")[0]]).toEqual([
        2,
        `${output}  error  It would be written over a file that is read`,
      ]);
    }
    expect(files.read("b.json")).toBe(fresh);
  });

  test("leaves other reports as they are, and writes them to a file without colours", () => {
    const files = project({ "a.json": old, "b.json": fresh });
    const { stdout } = diff(files, "a.json", "b.json", "--format", "markdown");
    const ran = run(files.folder, ["diff", "a.json", "b.json", "--format", "markdown", "-o", "comment.md"], {
      env: { FORCE_COLOR: "1" },
    });
    expect(transcript(ran, files.folder)).toBe("[stderr]\nwritten  comment.md\n[exit code 1]");
    expect(files.read("comment.md")).toBe(stdout);
  });
});

describe("a PNG", () => {
  test("is as large as the picture, or larger", () => {
    const files = project({ "a.json": old });
    const svg = run(files.folder, ["render", "a.json", "--format", "svg"]).stdout;
    const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
    const draw = (...more: readonly string[]): readonly [number, number] => {
      const { code, stderr } = run(files.folder, ["render", "a.json", "--format", "png", "-o", "a.png", ...more]);
      expect([code, stderr]).toEqual([0, "written  a.png\n"]);
      return sizeOf(files.path("a.png"));
    };
    expect(draw()).toEqual([Number(width), Number(height)]);
    expect(draw("--scale", "2")).toEqual([2 * Number(width), 2 * Number(height)]);
    const light = readFileSync(files.path("a.png"));
    draw("--scale", "2", "--theme", "dark");
    expect(readFileSync(files.path("a.png")).equals(light)).toBe(false);
  });

  test("has words", () => {
    const files = project({ "a.json": old, "b.json": old.replace('"Test"', '"Another name"') });
    const [one, other] = ["a", "b"].map((name) => {
      run(files.folder, ["render", `${name}.json`, "--format", "png", "-o", `${name}.png`]);
      return readFileSync(files.path(`${name}.png`));
    });
    expect(one?.equals(other ?? Buffer.from(""))).toBe(false);
  });

  test("is drawn of a change, too", () => {
    const files = project({ "a.json": old, "b.json": fresh });
    expect(diff(files, "a.json", "b.json", "--format", "png", "-o", "change.png").code).toBe(1);
    expect(sizeOf(files.path("change.png"))[0]).toBeGreaterThan(300);
  });

  test("of more pixels than anybody can see is refused, with what to do", () => {
    const long = json(Array.from({ length: 400 }, (_, index) => setVariable(index + 1)));
    const files = project({ "a.json": long });
    const { code, stderr } = run(files.folder, ["render", "a.json", "--format", "png", "--scale", "10", "-o", "a.png"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/The picture would have \d+ × \d+ pixels\n {2}help {4}Choose a smaller `--scale`/u);
    expect(readdirSync(files.folder)).toEqual(["a.json"]);
  });

  describe("where the command is installed with no other package around", () => {
    /** Draws with what stands in the project's own folder of packages. */
    function draw(files: Project): Ran {
      const elsewhere = project({ "package.json": '{ "type": "module" }' });
      cpSync("dist", elsewhere.path("dist"), { recursive: true, filter: (path) => !path.endsWith("types") });
      return run(files.folder, ["render", "a.json", "--format", "png", "-o", "a.png"], {
        command: elsewhere.path("dist/cli.js"),
      });
    }
    const renderer = (code: string): Project =>
      project({
        "a.json": old,
        "node_modules/@resvg/resvg-js/package.json": '{ "name": "@resvg/resvg-js", "main": "index.js" }',
        "node_modules/@resvg/resvg-js/index.js": code,
      });

    test("is drawn with what the project has", () => {
      const files = project({ "a.json": old });
      mkdirSync(files.path("node_modules"));
      symlinkSync(resolve("node_modules/@resvg"), files.path("node_modules/@resvg"), "junction");
      expect(draw(files)).toMatchObject({ code: 0, stderr: "written  a.png\n" });
    });

    test.for<[string, string | undefined, RegExp]>([
      [
        "nothing draws it",
        undefined,
        /which is not installed\n {2}help {4}npm install --save-dev @resvg\/resvg-js\n$/u,
      ],
      [
        "it was installed for another machine",
        'throw new Error("invalid ELF header");',
        /^error {2}`@resvg\/resvg-js` is installed and does not run here: invalid ELF header\n {2}help {4}Install it anew/u,
      ],
      [
        "there are no fonts",
        "exports.Resvg = class { getBBox() {} };",
        /^error {2}No font is installed, and the picture would have no words\n {2}help {4}Install one/u,
      ],
    ])("says what to do where %s", ([, code, message]) => {
      const files = code === undefined ? project({ "a.json": old }) : renderer(code);
      const { code: ended, stderr } = draw(files);
      expect(ended).toBe(2);
      expect(stderr).toMatch(message);
      expect(existsSync(files.path("a.png"))).toBe(false);
    });
  });
});
