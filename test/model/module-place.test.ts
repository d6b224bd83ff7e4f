import { expect, test } from "vitest";
import { describeModule, fieldPlace, modulePlace } from "../../src/model/module-place.ts";
import { buildScenario, type Module } from "../../src/model/scenario.ts";
import { module } from "../lint/blueprints.ts";

const [named, unnamed] = buildScenario({
  name: "",
  flows: [
    {
      pointer: "/flow",
      modules: [
        module(1, "a:B", { mapper: { to: ["x", { "a/b": 1 }] }, metadata: { designer: { name: "Send" } } }),
        module(2, "a:B"),
      ],
    },
  ],
}).modules as [Module, Module];

test("a module is called by its name, or by its type", () => {
  expect([describeModule(named), describeModule(unnamed)]).toEqual(["Send (1)", "a:B (2)"]);
});

test("a module's place is its type", () => {
  expect(modulePlace(named)).toEqual({ pointer: "/flow/0/module" });
});

test.for<[string, readonly (string | number)[], string]>([
  ["a field", ["mapper", "to"], "/flow/0/mapper/to"],
  ["a field of an item of a list", ["mapper", "to", 1, "a/b"], "/flow/0/mapper/to/1/a~1b"],
  ["the nearest thing around what is not there", ["mapper", "to", 5, "x"], "/flow/0/mapper/to"],
  ["the module when nothing of it is there", ["routes", 0], "/flow/0/module"],
  ["no key that every object has", ["mapper", "constructor"], "/flow/0/mapper"],
])("the place of %s", ([, path, pointer]) => {
  expect(fieldPlace(named, ...path)).toEqual({ pointer });
});
