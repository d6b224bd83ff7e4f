import { describe, expect, test } from "vitest";
import { compareWith, record } from "../../src/lint/baseline.ts";
import type { Finding } from "../../src/lint/linter.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { setVariable, webhook } from "./blueprints.ts";

const scenario = buildScenario({
  name: "Test",
  flows: [{ pointer: "/flow", modules: [webhook(1), setVariable(2), setVariable(3), setVariable(4)] }],
});
const at = (index: number): Finding => ({
  rule: "some-rule",
  messageId: "m",
  message: "Something is wrong",
  help: undefined,
  at: { pointer: `/flow/${index}/module` },
  related: [],
  severity: "warning",
});
const file = (path: string, ...indexes: readonly number[]) => ({
  origin: { path },
  scenario,
  findings: indexes.map(at),
});
const shown = (entries: ReturnType<typeof record>): readonly string[] =>
  entries.map(({ path, place, count }) => `${path}: ${count} × ${place}`);

describe("a baseline", () => {
  test("counts findings that look the same, file by file", () => {
    expect(shown(record([file("b.json", 1, 2), file("a.json", 0, 3)]))).toEqual([
      "a.json: 1 × gateway:CustomWebHook › module",
      "a.json: 1 × util:SetVariable2 › module",
      "b.json: 2 × util:SetVariable2 › module",
    ]);
  });

  test("shows no secret in a module's name: it is committed", () => {
    const name = "my sk_live_9aB3cD4eF5gH6iJ7";
    const named = setVariable(1, "", { metadata: { designer: { x: 0, y: 0, name } } });
    const flows = [{ pointer: "/flow", modules: [named] }];
    const [entry] = record([{ ...file("a", 0), scenario: buildScenario({ name: "Test", flows }) }]);
    expect(entry?.place).toBe(`my ${"•".repeat(24)} › module`);
  });

  test("counts a scenario by the printed form that has the most", () => {
    expect(shown(record([file("a", 1), file("a", 1, 2), file("a", 3)]))).toEqual(["a: 2 × util:SetVariable2 › module"]);
  });

  test("knows as many as there were; others are new", () => {
    const { split } = compareWith(record([file("a.json", 1, 2)]));
    expect(split(file("a.json", 1, 2, 3, 0))).toEqual({ known: [at(1), at(2)], fresh: [at(3), at(0)] });
    expect(split(file("b.json", 1))).toEqual({ known: [], fresh: [at(1)] });
  });

  test("knows each printed form of a scenario for itself", () => {
    const comparison = compareWith(record([file("a", 1)]));
    expect([file("a", 1), file("a", 1)].map((form) => comparison.split(form).fresh)).toEqual([[], []]);
  });

  test("tells what is left of it", () => {
    const entries = record([file("a.json", 1, 2, 3), file("b.json", 0)]);
    const comparison = compareWith(entries);
    comparison.split(file("a.json", 2));
    expect(entries.map((entry) => comparison.found(entry))).toEqual([1, 0]);
  });
});
