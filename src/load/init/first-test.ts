import type { Blueprint } from "../../blueprint/blueprint.ts";
import { visibleJson } from "../../util/visible-json.ts";
import type { FileToWrite } from "../write-files.ts";

/** A first test of a scenario that came from an export: it says what runs, and where to go on. */
export function firstTest(slug: string, { name, flow }: Pick<Blueprint, "name" | "flow">, env: string): FileToWrite {
  const printed = JSON.stringify(`../dist-blueprints/${env}/${slug}.blueprint.json`);
  const lines = [
    ...INTRODUCTION,
    'import { expect, test } from "vitest";',
    `import blueprint from ${printed} with { type: "json" };`,
    "",
    'test("the scenario runs these modules, one after the other", () => {',
    `  expect(blueprint.name).toBe(${visibleJson(JSON.stringify(name))});`,
    "  expect(blueprint.flow).toMatchObject([",
    ...flow.map(({ module }) => `    { module: ${JSON.stringify(module)} },`),
    "  ]);",
    "});",
    "",
  ];
  return { path: `scenarios/${slug}.test.ts`, text: lines.join("\n") };
}

const INTRODUCTION = [
  '// What the printed scenario does. `evaluateTemplate` and `evaluateConditions` of "cyanotype/iml" try its mappings and',
  "// filters with bundles of your own: that needs no account of Make, and costs no credit.",
  "",
];
