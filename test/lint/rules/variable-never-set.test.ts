import { variableNeverSet } from "../../../src/lint/rules/variable-never-set.ts";
import { blueprint, type JsonObject, module, route, router, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const set = (id: number, name: unknown): JsonObject => module(id, "util:SetVariable2", { mapper: { name, value: "" } });
const setAll = (id: number, variables: unknown): JsonObject =>
  module(id, "util:SetVariables", { mapper: { variables } });
const get = (id: number, name: unknown): JsonObject => module(id, "util:GetVariable2", { mapper: { name } });
const getAll = (id: number, variables: unknown): JsonObject =>
  module(id, "util:GetVariables", { mapper: { variables } });

describeRule(variableNeverSet, {
  good: {
    "a variable that another route sets": blueprint([webhook(), router(2, [route(set(3, "n")), route(get(4, "n"))])]),
    "one of several": blueprint([webhook(), setAll(2, [{ name: "a" }, { name: "b" }]), get(3, "b")]),
    "several, named as the editor does": blueprint([webhook(), set(2, "a"), set(3, "b"), getAll(4, ["a", "b"])]),
    "a name that is mapped where it is read": blueprint([webhook(), get(2, "{{1.name}}")]),
    "a name that is mapped where it is set": blueprint([webhook(), set(2, "n-{{1.id}}"), get(3, "n-1")]),
    "a list of variables that is mapped": blueprint([webhook(), setAll(2, "{{1.list}}"), get(3, "n")]),
    "an empty name": blueprint([webhook(), get(2, "")]),
    "no mapper": blueprint([webhook(), module(2, "util:GetVariable2", { mapper: null })]),
    "the modules of an older version": blueprint([
      webhook(),
      module(2, "util:SetVariable", { mapper: { name: "n" } }),
      module(3, "util:GetVariable", { mapper: { name: "n" } }),
    ]),
  },
  bad: {
    "a variable that nobody sets": {
      given: blueprint([webhook(), get(2, "n")]),
      reports: [
        {
          message: "neverSet",
          at: "/flow/1/mapper/name",
          help: "Set it with Set variable, in a module that runs before this one",
        },
      ],
    },
    "a slip in the name": {
      given: blueprint([webhook(), set(2, "total"), get(3, "totals")]),
      reports: [
        {
          message: "neverSet",
          at: "/flow/2/mapper/name",
          help: "Did you mean `total`? If not, set it with Set variable before",
        },
      ],
    },
    "one of several": {
      given: blueprint([webhook(), set(2, "a"), getAll(3, ["a", "b"]), getAll(4, [{ name: "c" }])]),
      reports: [
        { message: "neverSet", at: "/flow/2/mapper/variables/1" },
        { message: "neverSet", at: "/flow/3/mapper/variables/0/name" },
      ],
    },
    "one that is set by a module that hangs on nothing": {
      given: blueprint([webhook(), get(2, "n")], {}, { designer: { orphans: [[set(3, "n")]] } }),
      reports: [{ message: "neverSet", at: "/flow/1/mapper/name" }],
    },
  },
});
