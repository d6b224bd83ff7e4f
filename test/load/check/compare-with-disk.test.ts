import { expect, test } from "vitest";
import { compareWithDisk } from "../../../src/load/check/compare-with-disk.ts";
import { compileFiles } from "../../../src/load/compile-files.ts";
import { writeFiles } from "../../../src/load/write-files.ts";
import { type Project, projectOf, scenarioFile } from "../project.ts";

const compare = async (files: Project, whole = true) => {
  const out = files.path("out");
  const printed = await compileFiles([files.path("scenarios/a.scenario.ts")], { out });
  const { changed, leftOver } = await compareWithDisk(printed, { out, whole });
  return {
    changed,
    states: changed.map(({ path, state }) => `${state} ${path.replace(`${out}/`, "")}`),
    leftOver: leftOver.map((path) => path.replace(`${out}/`, "")),
  };
};

test("knows what is new, what has changed, and what is fresh", async () => {
  const files = projectOf(scenarioFile('flow.step("Wait", tools.sleep({ duration: 1 }));'));
  const first = await compare(files);
  expect(first.states).toEqual(["new test/orders.blueprint.json", "new test/orders.deploy.json"]);
  writeFiles(first.changed);
  expect((await compare(files)).states).toEqual([]);
  files.write({ "out/test/orders.deploy.json": files.read("out/test/orders.deploy.json").replaceAll("\n", "\r\n") });
  expect((await compare(files)).states).toEqual(["changed test/orders.deploy.json"]);
});

test("finds printed files that no scenario prints any more, where all scenarios were compiled", async () => {
  const files = projectOf(scenarioFile(""), {
    "out/test/gone.blueprint.json": "{}",
    "out/test/gone.deploy.json": "{}",
    "out/test/README.md": "",
    "out/elsewhere/other.blueprint.json": "{}",
  });
  expect((await compare(files)).leftOver).toEqual(["test/gone.blueprint.json", "test/gone.deploy.json"]);
  expect((await compare(files, false)).leftOver).toEqual([]);
});
