import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findFiles, looksLikeBlueprint, shownPath } from "../../src/load/find-files.ts";
import { problemsOf, project } from "./project.ts";

const FILES = {
  "a.json": '{ "flow": [] }',
  "b.json": '{ "subflows": [] }',
  "notes.json": "{}",
  "deep/c.blueprint.json": '{"response":{"blueprint":{"flow" : []}}}',
  "deep/d.scenario.ts": "",
  "deep/text.txt": '"flow": ',
  "node_modules/x/e.json": '{ "flow": [] }',
  ".hidden/f.json": '{ "flow": [] }',
  "odd [name]/g h.json": '{ "flow": [] }',
};

const find = async (...patterns: string[]) => {
  const files = project(FILES);
  mkdirSync(files.path("empty"));
  const found: string[] = [];
  const problems = await problemsOf(files, async () => {
    const options = { cwd: files.folder, inFolders: ["**/*.json", "**/*.scenario.ts"], wanted: looksLikeBlueprint };
    for (const path of await findFiles(patterns, options)) found.push(path.replace(`${files.folder}/`, ""));
  });
  return { found, problems: problems.map((problem) => problem.replaceAll(files.folder, "<folder>")) };
};

describe("finds", () => {
  test.for<[string, string[], string[]]>([
    ["a file, whatever it holds", ["notes.json"], ["notes.json"]],
    ["a file each once, in order", ["b.json", "a.json", "./a.json", "*.json"], ["a.json", "b.json", "notes.json"]],
    [
      "what looks like a blueprint in a folder",
      ["."],
      ["a.json", "b.json", "deep/c.blueprint.json", "deep/d.scenario.ts", "odd [name]/g h.json"],
    ],
    ["what a pattern matches", ["deep/*"], ["deep/c.blueprint.json", "deep/d.scenario.ts", "deep/text.txt"]],
    [
      "nothing of installed packages or hidden folders",
      ["**/*.json"],
      ["a.json", "b.json", "deep/c.blueprint.json", "notes.json", "odd [name]/g h.json"],
    ],
    ["hidden files that are named", [".hidden/f.json"], [".hidden/f.json"]],
    ["what a pattern matches in a hidden folder that it names", [".hidden/*"], [".hidden/f.json"]],
    ["names that look like patterns", ["odd [name]/g h.json"], ["odd [name]/g h.json"]],
    ["folders whose names look like patterns", ["odd [name]"], ["odd [name]/g h.json"]],
  ])("%s", async ([, patterns, expected]) => {
    expect(await find(...patterns)).toEqual({ found: expected, problems: [] });
  });
});

test.for<[string, string, boolean]>([
  ["a flow", '{ "flow": [] }', true],
  ["a flow that is no list, beside modules", '{ "flow": { "0": { "module": "a:b" } } }', true],
  [
    "modules far behind a flow that is no list",
    `{ "flow": {}, "x": "${" ".repeat(200_000)}", "y": { "module": "a:b" } }`,
    true,
  ],
  [
    "a schema of blueprints",
    '{ "properties": { "flow": { "type": "array" }, "module": { "type": "string" } } }',
    false,
  ],
  ["rules about blueprints", '{ "given": "$", "then": { "field": "flow" }, "flow": { "severity": "error" } }', false],
])("a file with %s looks like a blueprint, or not", ([, text, expected]) => {
  expect(looksLikeBlueprint(project({ "a.json": text }).path("a.json"))).toBe(expected);
});

test.for(["", "{", "[]"])("a file that is called a blueprint is one, also when it holds %j", (text) => {
  expect(looksLikeBlueprint(project({ "a.blueprint.json": text }).path("a.blueprint.json"))).toBe(true);
});

describe("does not pass over in silence", () => {
  test.for<[string, string, string]>([
    [
      "a file that is not there",
      "missing.json",
      "missing.json: There is no such file or folder\n  help: Looked in <folder>",
    ],
    [
      "a pattern that matches nothing",
      "*.yaml",
      "*.yaml: No file matches\n  help: Patterns are looked up from <folder>",
    ],
    [
      "a folder with nothing to check",
      "empty",
      "empty: The folder holds nothing to check\n  help: Expected *.json or *.scenario.ts",
    ],
    ["an empty name", "", "The name of a file is empty\n  help: Look for a variable that has no value"],
  ])("%s", async ([, pattern, problem]) => {
    expect(await find("a.json", pattern)).toEqual({ found: [], problems: [problem] });
  });

  test("any of them", async () => {
    const { problems } = await find("x.json", "*.yaml", "empty");
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(["x.json", "*.yaml", "empty"]);
  });
});

test.for([
  ["/project/a.json", "a.json"],
  ["/project", "/project"],
  ["/other/a.json", "../other/a.json"],
  ["/a.json", "../a.json"],
] as const)("a path is shown as people read it: %s", ([path, shown]) => {
  expect(shownPath(path, "/project")).toBe(shown);
});

test("a path far away is shown whole", () => {
  expect(shownPath("/far/away.json", join("/some/deep/folder"))).toBe("/far/away.json");
});
