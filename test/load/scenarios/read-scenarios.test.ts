import { expect, test } from "vitest";
import { readScenarios } from "../../../src/load/scenarios/read-scenarios.ts";
import { blueprint, webhook } from "../../lint/blueprints.ts";
import { ENVIRONMENT, projectOf, scenarioFile } from "../project.ts";

const EXPORT = JSON.stringify(blueprint([webhook()]));

test("reads blueprints in every wrapping, and scenarios as they are printed for one environment", async () => {
  const files = projectOf(scenarioFile('flow.step("Wait", tools.sleep({ duration: 1 }));'), {
    "scenarios/environments/other.yaml": ENVIRONMENT,
    "export.json": EXPORT,
    "api.json": `{"response":{"blueprint":${EXPORT}}}`,
    "copied.json": '{"subflows":[{"flow":[{"id":1,"module":"a:B"}]},{"flow":[{"id":2,"module":"a:B"}]}]}',
    "broken.json": '{"flow":[]}',
  });
  const { scenarios, problems } = await readScenarios(["."], { cwd: files.folder });
  expect(
    scenarios.map(({ scenario: { name, isFragment, flows, modules } }) => [
      name,
      isFragment,
      flows.length,
      modules.length,
    ]),
  ).toEqual([
    ["Test", false, 1, 1],
    ["", true, 2, 2],
    ["Test", false, 1, 1],
    ["Orders", false, 1, 2],
  ]);
  expect(problems.map(({ path }) => path)).toEqual([files.path("broken.json")]);
});

test("tells what is wrong with a scenario", async () => {
  const files = projectOf(scenarioFile(`\n  flow.step("", tools.sleep({ duration: 1 }));`));
  const { scenarios, problems } = await readScenarios(["scenarios"], { cwd: files.folder });
  expect(scenarios).toEqual([]);
  expect(problems.map(({ message }) => message)).toEqual(["A step has no name"]);
});
