// `diff` as people run it: two files, and real repositories.

import { readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import jsonpatch, { type Operation } from "fast-json-patch";
import { describe, expect, test } from "vitest";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../lint/blueprints.ts";
import { ENVIRONMENT, type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { commit, git, repository } from "../load/repository.ts";
import { type Ran, run, transcript } from "./command.ts";

const flowOf = (...modules: readonly JsonObject[]): string =>
  JSON.stringify({ ...blueprint([webhook(), ...modules]), name: "Orders" }, null, 2);
const old = flowOf(setVariable(2, "a"));
const fresh = flowOf(setVariable(2, "b"));
const step = (value: string): string =>
  scenarioFile(`  flow.step("Keep", tools.setVariable({ name: "n", value: ${JSON.stringify(value)} }));`);

const diff = (files: Project, ...args: readonly string[]): Ran => run(files.folder, ["diff", ...args]);
const shown = (files: Project, ...args: readonly string[]): string => transcript(diff(files, ...args), files.folder);
/** The scenarios of a report: their sides and their sums. */
const report = (files: Project, ...args: readonly string[]): readonly string[] => {
  const { stdout, stderr } = diff(files, ...args, "--format", "json");
  expect(stderr.replace(/^No scenario differs.*\n/u, "")).toBe("");
  const { scenarios } = JSON.parse(stdout) as {
    readonly scenarios: readonly {
      readonly before: string | null;
      readonly after: string | null;
      readonly modules: readonly { readonly kind: string }[];
    }[];
  };
  return scenarios.map(({ before, after, modules }) => `${before} ${after} ${modules.map(({ kind }) => kind).join()}`);
};

describe("two files", () => {
  test("are told apart: 1 when they differ, 0 when they do not", () => {
    const files = project({ "old.json": old, "new.json": fresh });
    expect(shown(files, "old.json", "new.json")).toMatchInlineSnapshot(`
      "old.json → new.json: 1 module changed

      ~ Set variable (2) · Tools › Set variable
          ~ value: "a" → "b"
      [exit code 1]"
    `);
    expect(shown(files, "old.json", "old.json")).toMatchInlineSnapshot(`
      "old.json: nothing has changed
      [exit code 0]"
    `);
  });

  test("may be a blueprint and the scenario that would take its place", () => {
    const files = projectOf(step("a"));
    expect(run(files.folder, ["compile", "scenarios"]).code).toBe(0);
    const printed = "dist-blueprints/test/orders.blueprint.json";
    const before = diff(files, printed, "scenarios/a.scenario.ts");
    expect(before.stdout).not.toContain("Keep");
    files.write({ "scenarios/a.scenario.ts": step("b") });
    expect(diff(files, printed, "scenarios/a.scenario.ts").stdout).toContain('value: "a" → "b"');
  });

  test("may be files of several scenarios: those of one name belong together", () => {
    const several = (value: string): string =>
      `${step(value)}\n${step("same")
        .replace(/^import.*$/gmu, "")
        .replace("orders =", "other =")
        .replace('"Orders"', '"Other"')}`;
    const files = project({
      "a/a.scenario.ts": several("a"),
      "b/b.scenario.ts": several("b"),
      "a/environments/test.yaml": ENVIRONMENT,
      "b/environments/test.yaml": ENVIRONMENT,
    });
    expect(report(files, "a/a.scenario.ts", "b/b.scenario.ts")).toEqual(["a/a.scenario.ts b/b.scenario.ts changed"]);
    expect(diff(files, "a/a.scenario.ts", "b/b.scenario.ts").stdout).toMatch(
      /^a\S+ → b\S+ › Orders: 1 module changed\n/u,
    );
  });

  test("may be a blueprint and a file of several scenarios, with one of its name", () => {
    const several = `${step("b")}\n${step("same")
      .replace(/^import.*$/gmu, "")
      .replace("orders =", "other =")
      .replace('"Orders"', '"Other"')}`;
    const files = projectOf(several, { "orders.json": old, "nobody.json": old.replace('"Orders"', '"Nobody"') });
    expect(report(files, "orders.json", "scenarios/a.scenario.ts")).toHaveLength(1);
    const { code, stderr } = diff(files, "nobody.json", "scenarios/a.scenario.ts");
    expect(code).toBe(2);
    expect(stderr).toContain("The file exports no scenario with the name `Nobody`");
    expect(stderr).toContain("It has `Orders`, `Other`");
  });

  test("become one by the patch of them", () => {
    const files = project({ "old.json": old, "new.json": fresh });
    const { code, stdout } = diff(files, "old.json", "new.json", "--format", "patch");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual([{ op: "replace", path: "/flow/1/mapper/value", value: "b" }]);
    const patched = jsonpatch.applyPatch(JSON.parse(old), JSON.parse(stdout) as Operation[]).newDocument;
    expect(patched).toEqual(JSON.parse(fresh));
  });

  test("turn no writing round, in the patch neither", () => {
    const files = project({ "old.json": old, "new.json": flowOf(setVariable(2, "\u202Eb")) });
    for (const format of ["text", "markdown", "json", "patch"]) {
      const { code, stdout } = diff(files, "old.json", "new.json", "--format", format);
      expect(code).toBe(1);
      expect(stdout).not.toContain("\u202E");
    }
  });

  test("are compared to the last digit of long numbers", () => {
    const chat = (digits: string): string => old.replace('"value": "a"', `"value": ${digits}`);
    const files = project({ "old.json": chat("9007199254740993"), "new.json": chat("9007199254740992") });
    expect(diff(files, "old.json", "new.json").stdout).toContain("value: 9007199254740993 → 9007199254740992");
    expect(diff(files, "old.json", "new.json", "--format", "patch").stdout).toContain('"value": 9007199254740992');
  });

  test("keep their secrets", () => {
    const ask = (key: string): string =>
      flowOf(
        module(2, "http:ActionSendData", { version: 3, mapper: { headers: [{ name: "Authorization", value: key }] } }),
      );
    const keys = [
      "Bearer sk-ant-abcdefghijklmnopqrstuvwx0123456789",
      "Bearer sk-ant-zyxwvutsrqponmlkjihgfedc9876543210",
    ];
    const files = project({ "old.json": ask(keys[0] ?? ""), "new.json": ask(keys[1] ?? "") });
    for (const format of ["text", "markdown", "json"]) {
      const { code, stdout } = diff(files, "old.json", "new.json", "--format", format);
      expect(code).toBe(1);
      expect(stdout).toContain("headers › Authorization");
      expect(stdout).not.toMatch(/abcdefghij|zyxwvuts/u);
    }
    const patch = diff(files, "old.json", "new.json", "--format", "patch");
    expect(patch).toMatchObject({ code: 2, stdout: "" });
    expect(patch.stderr).toContain("The patch would hold a key, a token or a password in plain text");
  });

  test.for<[string, readonly string[], string]>([
    ["one file", ["old.json"], "A file is compared with another one"],
    ["no file", [], "Two files are compared"],
    ["three files", ["old.json", "old.json", "old.json"], "Two files are compared"],
    ["what is not there", ["old.json", "nothing.json"], "There is no such file"],
    ["a folder", ["old.json", "folder"], "This is a folder, and two files are compared"],
    ["what is no blueprint", ["old.json", "folder/other.json"], "`flow` has no modules"],
    ["a revision outside of a repository", ["--git", "main"], "This is no Git repository"],
    [
      "a format that is none",
      ["old.json", "old.json", "--format", "pdf"],
      "There are text, markdown, json, patch, svg, png, html, mermaid",
    ],
  ])("are refused: %s", ([, args, message]) => {
    const files = project({ "old.json": old, "folder/other.json": '{ "name": "x", "flow": [] }' });
    const { code, stdout, stderr } = run(files.folder, ["diff", ...args], {
      env: { GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("--git", () => {
  test("compares files as they are with a commit: changed, new, gone, renamed, untracked; nothing else", () => {
    const files = repository({
      "same.json": old,
      "changed.json": old,
      "gone.json": old,
      "old name.json": flowOf(setVariable(2, "renamed"), setVariable(3, "renamed")),
      "package.json": "{}",
      ".gitignore": "ignored.json\n",
    });
    rmSync(files.path("gone.json"));
    renameSync(files.path("old name.json"), files.path("ü new name.json"));
    files.write({
      "changed.json": fresh,
      "new.json": flowOf(setVariable(7, "new"), setVariable(8, "new")),
      "ignored.json": fresh,
      "package.json": '{ "a": 1 }',
    });
    git(files, "add", "-A", "--", "ü new name.json", "old name.json");
    expect(report(files, "--git", "main")).toEqual([
      "main:changed.json changed.json changed",
      "main:gone.json null removed,removed",
      "null new.json added,added,added",
      "main:old name.json ü new name.json ",
    ]);
    expect(report(files, "--git", "main", "new.json", "same.json")).toEqual(["null new.json added,added,added"]);
    expect(diff(files, "--git", "main").code).toBe(1);
  });

  test("says so when nothing differs, which is fine", () => {
    const files = repository({ "a.json": old });
    expect(diff(files, "--git", "HEAD")).toEqual({ code: 0, stdout: "", stderr: "No scenario differs from `HEAD`\n" });
  });

  test("compares with where the branches parted when three dots are given", () => {
    const files = repository({ "mine.json": old, "theirs.json": old });
    git(files, "switch", "-q", "-c", "feature");
    files.write({ "mine.json": fresh });
    commit(files);
    git(files, "switch", "-q", "main");
    files.write({ "theirs.json": fresh });
    commit(files);
    git(files, "switch", "-q", "feature");
    const names = (revision: string) => report(files, "--git", revision).map((line) => line.split(" ")[1]);
    expect(names("main")).toEqual(["mine.json", "theirs.json"]);
    expect(names("main...")).toEqual(["mine.json"]);
    expect(names("main...feature")).toEqual(["feature:mine.json"]);
    expect(names("main..feature")).toEqual(["feature:mine.json", "feature:theirs.json"]);
  });

  test("looks from a folder of the repository", () => {
    const files = repository({ "exports/a.json": old, "b.json": old });
    files.write({ "exports/a.json": fresh, "b.json": fresh });
    const ran = run(files.path("exports"), ["diff", "--git", "HEAD", ".", "--format", "json"]);
    expect(JSON.parse(ran.stdout)).toMatchObject({ scenarios: [{ before: "HEAD:a.json", after: "a.json" }] });
  });

  test("prints scenarios in both states, with what each state imports and is bound to", () => {
    const before = 'import { NAME } from "../lib/names.js";';
    const files = repository({
      "scenarios/a.scenario.ts": scenarioFile('  flow.step("Keep", tools.setVariable({ name: NAME, value: "x" }));', {
        before,
      }),
      "scenarios/environments/test.yaml": ENVIRONMENT,
      "lib/names.ts": 'export const NAME = "n";\n',
    });
    files.write({ "lib/names.ts": 'export const NAME = "m";\n' });
    expect(diff(files, "--git", "HEAD").stdout).toContain('~ name: "n" → "m"');
    git(files, "checkout", "-q", "lib");
    files.write({ "scenarios/environments/test.yaml": ENVIRONMENT.replace("id: 2", "id: 3") });
    expect(diff(files, "--git", "HEAD", "scenarios").stdout).toContain("~ webhook: 2 → 3");
    commit(files);
    files.write({ "README.md": "x" });
    expect(diff(files, "--git", "HEAD").code).toBe(0);
    expect(report(files, "--git", "HEAD~1..HEAD")).toEqual([
      "HEAD~1:scenarios/a.scenario.ts HEAD:scenarios/a.scenario.ts changed",
    ]);
  });

  test.for<[string, readonly string[], string]>([
    ["a revision that Git does not know", ["--git", "nothing"], "Git knows no `nothing`"],
    ["a revision that is an option", ["--git=--output=x"], "Git knows no `--output=x`"],
    [
      "a file that is in neither state",
      ["--git", "HEAD", "nothing.json"],
      "There is no such file, neither now nor in the other state",
    ],
  ])("refuses %s", ([, args, message]) => {
    const files = repository({ "a.json": old });
    const { code, stdout, stderr } = diff(files, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(readdirSync(files.folder).sort()).toEqual([".git", "a.json"]);
  });

  test("tells what cannot be read in the other state by the names of Git, and leaves nothing behind", () => {
    const files = repository({ "a.json": '{ "flow": [1 }', "b.json": old });
    files.write({ "a.json": fresh, "b.json": fresh });
    const temporary = project();
    const { code, stdout, stderr } = run(files.folder, ["diff", "--git", "HEAD"], {
      // Node 22 and later keep compiled code there.
      env: { TMPDIR: temporary.folder, NODE_DISABLE_COMPILE_CACHE: "1" },
    });
    expect(code).toBe(2);
    expect(stdout).toContain("b.json: 1 module changed");
    expect(stderr).toMatch(/^HEAD:a\.json {2}error/u);
    expect(stderr).not.toContain(temporary.folder);
    expect(readdirSync(temporary.folder)).toEqual([]);
  });

  test("follows no link of a commit out of its folder", () => {
    const files = repository({ "secret.txt": fresh, "a.json": old });
    rmSync(files.path("a.json"));
    symlinkSync("/etc/passwd", files.path("a.json"));
    commit(files);
    rmSync(files.path("a.json"));
    files.write({ "a.json": old });
    const { code, stderr } = diff(files, "--git", "HEAD");
    expect(code).toBe(2);
    expect(stderr).not.toContain("root:");
  });

  test("follows the links of a commit that stay in it", () => {
    const files = repository({ "v1.json": old, "v2.json": fresh, "shared/test.yaml": ENVIRONMENT });
    files.write({ "scenarios/a.scenario.ts": step("a") });
    symlinkSync("v1.json", files.path("latest.json"));
    symlinkSync("../shared", files.path("scenarios/environments"));
    commit(files);
    rmSync(files.path("latest.json"));
    symlinkSync("v2.json", files.path("latest.json"));
    expect(report(files, "--git", "HEAD", "latest.json")).toEqual(["HEAD:latest.json latest.json changed"]);
    files.write({ "scenarios/a.scenario.ts": step("b") });
    expect(report(files, "--git", "HEAD", "scenarios")).toEqual([
      "HEAD:scenarios/a.scenario.ts scenarios/a.scenario.ts changed",
    ]);
  });

  test("follows no chain of links of a commit out of its folder", () => {
    const files = repository({ "a.json": old, "deep/er/c.json": old });
    symlinkSync("deep/er", files.path("s"));
    rmSync(files.path("a.json"));
    symlinkSync(`s/${"../".repeat(20)}etc/passwd`, files.path("a.json"));
    commit(files);
    rmSync(files.path("a.json"));
    files.write({ "a.json": old });
    const { code, stderr } = diff(files, "--git", "HEAD");
    expect(code).toBe(2);
    expect(stderr).not.toContain("root:");
  });

  test("has the same answer whatever a person has set", () => {
    const files = repository({ "a.json": old, "folder/b.json": old });
    files.write({ "a.json": fresh });
    git(files, "config", "diff.relative", "true");
    const env = { GIT_LITERAL_PATHSPECS: "1" };
    const { code, stdout } = run(files.path("folder"), ["diff", "--git", "HEAD"], { env });
    expect([code, stdout.split("\n")[0]]).toEqual([1, "../a.json: 1 module changed"]);
  });

  test("makes a patch of one scenario, and of no more", () => {
    const files = repository({ "a.json": old, "b.json": old });
    files.write({ "a.json": fresh, "b.json": fresh });
    expect(diff(files, "--git", "HEAD", "--format", "patch")).toMatchObject({ code: 2, stdout: "" });
    expect(diff(files, "--git", "HEAD", "a.json", "--format", "patch").stdout).toContain('"op": "replace"');
  });
});
