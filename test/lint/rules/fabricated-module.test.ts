import { expect, test } from "vitest";
import { catalog } from "../../../src/catalog/catalog.ts";
import { FABRICATED_MODULES } from "../../../src/lint/fabricated-modules.ts";
import { fabricatedModule } from "../../../src/lint/rules/fabricated-module.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule, findings } from "../describe-rule.ts";

describeRule(fabricatedModule, {
  good: {
    "modules that exist": blueprint([webhook(), setVariable(2), module(3, "util:FunctionSleep")]),
    "modules that nothing is known of": blueprint([webhook(), module(2, "my-app:Do")]),
  },
  bad: {
    "made-up modules": {
      given: blueprint([webhook(), module(2, "set:Variable"), module(3, "builtin:Schedule")]),
      reports: [
        { message: "doesNotExist", at: "/flow/1/module" },
        { message: "doesNotExist", at: "/flow/2/module" },
      ],
    },
  },
});

test("names what to use instead", () => {
  const found = findings(
    fabricatedModule,
    blueprint([webhook(), module(2, "builtin:Sleep"), module(3, "builtin:Schedule")]),
  );
  expect(found.map(({ help }) => help)).toEqual([
    "Use `util:FunctionSleep`",
    "Remove it and set the schedule of the scenario in Make: it is no part of a blueprint",
  ]);
});

test("no declared module is on the list", () => {
  expect(catalog.modules.filter(({ module: type }) => FABRICATED_MODULES.has(type))).toEqual([]);
});
