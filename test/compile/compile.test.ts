import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tools } from "../../src/apps.ts";
import { compile } from "../../src/compile/compile.ts";
import { iml, onError, scenario } from "../../src/index.ts";
import { validateBlueprint } from "../../src/schema/blueprint.ts";
import { environment, order, wait } from "../dsl/printed.ts";

test("a chain of 5,000 steps, each with an error route, is compiled", () => {
  const long = scenario("Long", { storeIncompleteExecutions: true }, (flow) => {
    let last = flow.trigger("Order", order).note;
    for (let index = 1; index < 5000; index++) {
      const step = flow.step(`Step ${index}`, tools.compose({ value: iml`${last}` }), { onError: onError.ignore() });
      last = step.value;
    }
  });
  const { blueprint } = compile(long, environment());
  expect(blueprint.flow).toHaveLength(5000);
  expect(blueprint.flow.at(-1)).toMatchObject({ id: 9998, mapper: { value: "{{9996.value}}" } });
  expect(validateBlueprint(blueprint)).toEqual([]);
});

test("the author's line is known for each module", () => {
  const written = scenario("Positions", {}, (flow) => {
    flow.step("First", wait, { onError: onError.ignore() });
    flow.step("Second", wait);
  });
  const { origins } = compile(written, environment());
  const lines = [...origins].map(
    ([
      pointer,
      {
        position: { path, line },
      },
    ]) => [pointer, path, line] as const,
  );
  const first = lines[0]?.[2] ?? 0;
  expect(lines).toEqual([
    ["/flow/0", import.meta.filename, first],
    ["/flow/0/onerror/0", import.meta.filename, first],
    ["/flow/1", import.meta.filename, first + 1],
  ]);
});

test("the reference scenarios fit the schema of blueprints, in every form", () => {
  const files = readdirSync("dist-blueprints", { recursive: true, encoding: "utf8" });
  const blueprints = files.filter((name) => name.endsWith(".blueprint.json"));
  expect(blueprints).toHaveLength(12);
  for (const name of blueprints) {
    const blueprint: unknown = JSON.parse(readFileSync(join("dist-blueprints", name), "utf8"));
    expect([name, validateBlueprint(blueprint)]).toEqual([name, []]);
  }
});
