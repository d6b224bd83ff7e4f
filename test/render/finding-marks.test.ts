import { expect, test } from "vitest";
import { buildScenario } from "../../src/model/scenario.ts";
import { findingMarks } from "../../src/render/finding-marks.ts";
import { setVariable, webhook } from "../lint/blueprints.ts";

test("a module is marked by the worst of its findings, the scenario by those that are about none", () => {
  const scenario = buildScenario({
    name: "Orders",
    flows: [{ pointer: "/flow", modules: [webhook(1, { onerror: [setVariable(3)] }), setVariable(2)] }],
  });
  const marks = findingMarks(scenario, [
    { pointer: "/flow/0/mapper/a", severity: "info", message: "first" },
    { pointer: "/flow/0/module", severity: "error", message: "second" },
    { pointer: "/flow/0", severity: "error", message: "third" },
    { pointer: "/flow/0/onerror/0/mapper", severity: "warning", message: "inside" },
    { pointer: "/metadata/scenario/dlq", severity: "warning", message: "settings" },
  ]);
  expect(Object.fromEntries(marks)).toEqual({
    "/flow/0": { severity: "error", count: 3, message: "second" },
    "/flow/0/onerror/0": { severity: "warning", count: 1, message: "inside" },
    "": { severity: "warning", count: 1, message: "settings" },
  });
});
