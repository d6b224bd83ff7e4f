import { blueprintShape } from "../../../src/lint/rules/blueprint-shape.ts";
import { blueprint, filter, module, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(blueprintShape, {
  good: {
    "a plain scenario": blueprint([webhook(), setVariable(2, "", filter("{{1.a}}", "exist"))]),
    "keys that Make may add": { ...blueprint([webhook(1, { somethingNew: true })]), somethingElse: 1 },
    "what other rules say of a module": blueprint([
      module(undefined, "gateway:CustomWebHook"),
      module("2", "slack:create-message", { version: "4" }),
      module(3, "util:Compose", { version: undefined }),
      module(4, "builtin:BasicRouter"),
      router(5, [], { parameters: { else: "1" } }),
    ]),
    "what other rules say of an operator, and of an operand that is missing": blueprint([
      webhook(),
      setVariable(2, "", { filter: { conditions: [[{ a: "{{1.a}}" }, { a: "{{1.a}}", o: 5 }, { o: "exist" }]] } }),
    ]),
  },
  bad: {
    "no metadata and no name": {
      given: { flow: [webhook()] },
      reports: [
        { message: "misshapen", at: "" },
        { message: "misshapen", at: "" },
      ],
    },
    "another version of the format": {
      given: blueprint([webhook()], {}, { version: 2 }),
      reports: [{ message: "misshapen", at: "/metadata/version" }],
    },
    "parts of a wrong type": {
      given: blueprint([
        webhook(1, { mapper: "none", metadata: { designer: { x: "0", y: 0 } } }),
        setVariable(2, "", { filter: { conditions: { a: "{{1.a}}", o: "exist" } } }),
      ]),
      reports: [
        { message: "misshapen", at: "/flow/0/mapper" },
        { message: "misshapen", at: "/flow/0/metadata/designer/x" },
        { message: "misshapen", at: "/flow/1/filter/conditions" },
      ],
    },
    "an operand of a wrong type": {
      given: blueprint([webhook(), setVariable(2, "", { filter: { conditions: [[{ a: {}, o: "exist" }]] } })]),
      reports: [{ message: "misshapen", at: "/flow/1/filter/conditions/0/0/a" }],
    },
    "a module that is none": {
      given: blueprint([webhook(), { id: 2, module: 7, version: 1 }]),
      reports: [{ message: "misshapen", at: "/flow/1/module" }],
    },
    "a merge without outputs": {
      given: blueprint([webhook(), module(2, "builtin:BasicMerge")]),
      reports: [{ message: "misshapen", at: "/flow/1" }],
    },
  },
});
