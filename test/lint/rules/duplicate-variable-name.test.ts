import { duplicateVariableName } from "../../../src/lint/rules/duplicate-variable-name.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const setAll = (variables: unknown) =>
  blueprint([webhook(), module(2, "util:SetVariables", { mapper: { variables, scope: "roundtrip" } })]);

describeRule(duplicateVariableName, {
  good: {
    "names of their own": setAll([{ name: "a" }, { name: "A" }]),
    "names that are not written yet": setAll([{ name: "" }, { name: "" }, {}, null]),
    "names that are mapped": setAll([{ name: "{{1.n}}" }, { name: "{{1.n}}" }]),
    "a list that is mapped": setAll("{{1.variables}}"),
    "the same variable on two routes": blueprint([
      webhook(),
      router(2, [route(setVariable(3, "a")), route(setVariable(4, "b"))]),
    ]),
  },
  bad: {
    "a name that comes back": {
      given: setAll([
        { name: "a", value: "1" },
        { name: "b", value: "2" },
        { name: "a", value: "3" },
      ]),
      reports: [{ message: "duplicate", at: "/flow/1/mapper/variables/2/name" }],
    },
    "one that comes back twice": {
      given: setAll([{ name: "a" }, { name: "a" }, { name: "a" }]),
      reports: [
        { message: "duplicate", at: "/flow/1/mapper/variables/1/name" },
        { message: "duplicate", at: "/flow/1/mapper/variables/2/name" },
      ],
    },
  },
});
