import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compareWithDisk } from "../src/load/check/compare-with-disk.ts";
import { compileFiles, type PrintedScenario } from "../src/load/compile-files.ts";
import { lintFiles } from "../src/load/lint/lint-files.ts";

const files = readdirSync("scenarios").filter((name) => name.endsWith(".scenario.ts"));
const out = resolve("dist-blueprints");
let printed: readonly PrintedScenario[];
beforeAll(async () => {
  printed = await compileFiles(
    files.map((name) => resolve("scenarios", name)),
    { out },
  );
});

describe("the reference scenarios", () => {
  test.for(files)("%s holds no mapping text, no module id and no JSON text", (name) => {
    const code = readFileSync(join("scenarios", name), "utf8").replaceAll(/^\s*\/\/.*$/gmu, "");
    expect(code).not.toMatch(/\{\{|\}\}["'`]/u);
    expect(code).not.toMatch(/["'`]\s*[{[]\s*\\?["']/u);
    expect(code).not.toMatch(/\braw\b|\bas unknown\b|@ts-/u);
    // Ids of modules would be numbers in front of a field.
    expect(code).not.toMatch(/\b\d+\.[a-z_]/u);
  });

  test("are printed for both environments, and what is committed is fresh", async () => {
    expect([...new Set(printed.map(({ environment }) => environment.name))]).toEqual(["app", "certain"]);
    expect(printed).toHaveLength(12);
    expect(await compareWithDisk(printed, { out, whole: true })).toEqual({ changed: [], leftOver: [] });
  });

  test.for(["recommended", "strict"] as const)("lint clean under the preset %s", async (preset) => {
    const { report, problems } = await lintFiles(["scenarios"], {
      cwd: resolve("."),
      preset,
      out,
      stdinFilename: "",
      today: "2027-01-31",
    });
    expect(problems).toEqual([]);
    expect(report.files).toBe(12);
    expect(report.findings).toEqual([]);
  });

  test("use only modules of certain apps in the environment `certain`", () => {
    const modules = printed
      .filter(({ environment }) => environment.name === "certain")
      .flatMap(({ text }) => [...text.matchAll(/"module": "([^"]+)"/gu)].map(([, module = ""]) => module));
    expect(modules.filter((module) => /^(?:hitl|jira|zendesk|twitter|trello):/u.test(module))).toEqual([]);
    expect(modules.length).toBeGreaterThan(80);
  });

  test("store incomplete executions", () => {
    for (const { blueprint } of printed) expect(blueprint.metadata).toMatchObject({ scenario: { dlq: true } });
  });
});
