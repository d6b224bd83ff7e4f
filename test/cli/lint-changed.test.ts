// Only what has changed, in real repositories.

import { mkdirSync, renameSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blueprint, setVariable, webhook } from "../lint/blueprints.ts";
import { ENVIRONMENT, type Project, project, scenarioFile } from "../load/project.ts";
import { commit, git, repository } from "../load/repository.ts";
import { run } from "./command.ts";

const json = (name: string): string =>
  JSON.stringify({ ...blueprint([webhook(), setVariable(2, "{{9.x}}")]), name }, null, 2);

const lint = (files: Project, ref = "main", folder = ".") =>
  run(files.path(folder), ["lint", ".", "--changed", ref, "--format", "json"]);
/** The files with findings: here each file has one. */
const checked = (files: Project, ref?: string, folder?: string): readonly string[] => {
  const { stdout } = lint(files, ref, folder);
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly { readonly path: string; readonly source?: { readonly path: string } }[];
  };
  return [...new Set(findings.map(({ path, source }) => source?.path ?? path))].sort();
};

describe("--changed", () => {
  test("checks what differs: committed, staged, changed, untracked, renamed; not what is gone or ignored", () => {
    const names = ["same", "committed", "staged", "edited", "old", "gone"].map((name) => `${name}.json`);
    const files = repository({
      ...Object.fromEntries(names.map((name) => [name, json(name)])),
      ".gitignore": "ignored.json\n",
    });
    git(files, "switch", "-q", "-c", "feature");
    files.write({ "committed.json": json("2") });
    commit(files);
    files.write({ "staged.json": json("2") });
    git(files, "add", "staged.json");
    files.write({ "edited.json": json("2"), "new dir/ü new.json": json("2"), "ignored.json": json("2") });
    renameSync(files.path("old.json"), files.path("renamed.json"));
    rmSync(files.path("gone.json"));
    expect(checked(files)).toEqual([
      "committed.json",
      "edited.json",
      "new dir/ü new.json",
      "renamed.json",
      "staged.json",
    ]);
    expect(checked(files, "main", "new dir")).toEqual(["ü new.json"]);
  });

  test("compares with where the branches parted: what others did since then is not mine", () => {
    const files = repository({ "a.json": json("a"), "b.json": json("b") });
    git(files, "switch", "-q", "-c", "feature");
    files.write({ "a.json": json("mine") });
    commit(files);
    git(files, "switch", "-q", "main");
    files.write({ "b.json": json("theirs") });
    commit(files);
    git(files, "switch", "-q", "feature");
    expect(checked(files)).toEqual(["a.json"]);
  });

  test("says so when nothing has changed, which is fine", () => {
    expect(run(repository({ "a.json": json("a") }).folder, ["lint", ".", "--changed", "HEAD"])).toEqual({
      code: 0,
      stdout: "",
      stderr: "Nothing to check: no file has changed since `HEAD`\n",
    });
  });

  test("takes a scenario for changed with what it imports, its environments, and what the editor knows of it", () => {
    const steps = '  flow.step("Set", tools.setVariable({ name: NAME, value: "x" }));';
    const before = 'import { NAME } from "../lib/names.js";';
    const original = {
      "scenarios/a.scenario.ts": scenarioFile(steps, { before }),
      "scenarios/environments/test.yaml": ENVIRONMENT,
      "lib/names.ts": 'export { NAME } from "./deep";\n',
      "lib/deep.ts": 'export const NAME = "n";\n',
    };
    const files = repository(original);
    const isChecked = (): boolean => JSON.parse(lint(files, "HEAD").stdout).files > 0;
    expect(isChecked()).toBe(false);
    for (const change of [
      { "lib/deep.ts": 'export const NAME = "m";\n' },
      { "scenarios/environments/test.yaml": `${ENVIRONMENT}\n` },
      { "scenarios/a.editor.json": '{ "version": 1, "scenarios": {} }' },
      { "scenarios/a.scenario.ts": `${original["scenarios/a.scenario.ts"]}\n` },
    ]) {
      files.write(change);
      expect(isChecked(), Object.keys(change)[0]).toBe(true);
      rmSync(files.path("scenarios/a.editor.json"), { force: true });
      files.write(original);
    }
    expect(isChecked()).toBe(false);
  });

  test.for<[name: string, make: () => Project, ref: string, message: string]>([
    ["no repository", () => project({ "a.json": json("a") }), "main", "This is no Git repository"],
    ["an unknown ref", () => repository({ "a.json": json("a") }), "mian", "Git knows no `mian`"],
    ["a ref that looks like an option", () => repository({ "a.json": json("a") }), "--all", "Git knows no `--all`"],
    [
      "no common history",
      () => {
        const files = repository({ "a.json": json("a") });
        git(files, "switch", "-q", "--orphan", "other");
        files.write({ "a.json": json("other") });
        commit(files);
        return files;
      },
      "main",
      "This branch and `main` have no common history",
    ],
  ])("tells %s in words", ([, make, ref, message]) => {
    const files = make();
    mkdirSync(files.path("x"), { recursive: true });
    const { code, stderr } = run(files.folder, ["lint", ".", `--changed=${ref}`]);
    expect(stderr).toContain(`error  ${message}\n`);
    expect(code).toBe(2);
  });
});
