// `diff` where a scenario, the export that it was made from and the files that it is printed to meet.

import { rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blueprint } from "../lint/blueprints.ts";
import { ENVIRONMENT, type Project, project, scenarioFile } from "../load/project.ts";
import { commit, repository } from "../load/repository.ts";
import { run, transcript } from "./command.ts";
import { message, named, runActor } from "./exports.ts";

const SOURCE = "scenarios/a.scenario.ts";
const PRINTED = "dist-blueprints/test/orders.blueprint.json";
const step = (value: string): string =>
  scenarioFile(`  flow.step("Keep", tools.setVariable({ name: "n", value: ${JSON.stringify(value)} }));`);

describe("an export and the scenario that it was decompiled to", () => {
  const account = { name: "desk", type: "account:zendesk", label: "", scope: [], default: 6611389 };
  test.for<[what: string, file: object]>([
    ["with a webhook", named("Orders", [message(2, "{{1.name}}")])],
    ["that runs on a schedule", { ...blueprint([runActor(1)]), name: "Orders" }],
    ["with an input", { ...named("Orders", [message(2, "x")]), io: { input_spec: [account], output_spec: [] } }],
  ])("are the same: one %s", ([, file]) => {
    const files = project({ "export.json": JSON.stringify(file) });
    const decompiled = run(files.folder, ["decompile", "export.json", "-o", SOURCE]);
    expect(decompiled.code, decompiled.stderr).toBe(0);
    const ran = run(files.folder, ["diff", "export.json", SOURCE]);
    expect(transcript(ran, files.folder)).toBe(`export.json → ${SOURCE}: nothing has changed\n[exit code 0]`);
  });
});

describe("a scenario and the files that it is printed to, with --git", () => {
  const diff = ({ folder }: Project, ...args: readonly string[]) => run(folder, ["diff", "--git", "main", ...args]);
  const shown = (files: Project, ...args: readonly string[]): string => transcript(diff(files, ...args), files.folder);
  /** Printed and committed; then the source is another one, and printed again. */
  function changed(): Project {
    const files = repository({
      [SOURCE]: step("a"),
      "scenarios/environments/live.yaml": ENVIRONMENT,
      "scenarios/environments/test.yaml": ENVIRONMENT,
    });
    expect(run(files.folder, ["compile"]).code).toBe(0);
    commit(files);
    files.write({ [SOURCE]: step("b") });
    expect(run(files.folder, ["compile"]).code).toBe(0);
    return files;
  }

  test("are told once", () => {
    expect(shown(changed())).toMatchInlineSnapshot(`
      "scenarios/a.scenario.ts: 1 module changed

      ~ Keep (2) · Tools › Set variable
          ~ value: "a" → "b"
      [exit code 1]"
    `);
  });

  test("are one picture", () => {
    const { code, stdout } = diff(changed(), "--format", "svg");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^<svg /u);
  });

  test("are told for the file where only that differs, or is asked for", () => {
    const files = changed();
    expect(diff(files, "dist-blueprints/test").stdout).toMatch(new RegExp(`^${PRINTED}: 1 module changed\n`, "u"));
    files.write({ [SOURCE]: step("a") });
    expect(diff(files).stdout.match(/^\S+: .*$/gmu)).toEqual([
      "dist-blueprints/live/orders.blueprint.json: 1 module changed",
      `${PRINTED}: 1 module changed`,
    ]);
  });

  test("are told once where both are new or gone", () => {
    const files = changed();
    files.write({ "scenarios/b.scenario.ts": step("b").replaceAll("Orders", "Other").replace("orders =", "other =") });
    expect(run(files.folder, ["compile"]).code).toBe(0);
    expect(diff(files).stdout.match(/^\S+: .*$/gmu)).toEqual([
      `${SOURCE}: 1 module changed`,
      "scenarios/b.scenario.ts: new, 2 modules added",
    ]);
    for (const path of [SOURCE, "dist-blueprints"]) rmSync(files.path(path), { recursive: true });
    expect(diff(files, SOURCE, "dist-blueprints").stdout.match(/^\S+: .*$/gmu)).toEqual([
      `main:${SOURCE}: gone, 2 modules removed`,
    ]);
  });

  test("are told for another file of that name", () => {
    const files = changed();
    files.write({ "exports/test/orders.blueprint.json": files.read(PRINTED) });
    expect(diff(files).stdout).toContain("exports/test/orders.blueprint.json: new");
  });
});
