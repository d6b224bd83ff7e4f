import { iteratorWithoutArray } from "../../../src/lint/rules/iterator-without-array.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const iterator = (mapper: unknown) => blueprint([webhook(), module(2, "builtin:BasicFeeder", { mapper })]);

describeRule(iteratorWithoutArray, {
  good: {
    "a mapped list": iterator({ array: "{{1.items}}" }),
    "an iterator that takes something else": blueprint([
      webhook(),
      module(2, "builtin:BasicRepeater", { mapper: { start: "1", repeats: "3", step: "1" } }),
    ]),
    "one that hangs on nothing": blueprint(
      [webhook()],
      {},
      { designer: { orphans: [[module(2, "builtin:BasicFeeder")]] } },
    ),
  },
  bad: {
    "no list": { given: iterator({}), reports: [{ message: "missing", at: "/flow/1/mapper" }] },
    "an empty field": { given: iterator({ array: "" }), reports: [{ message: "missing", at: "/flow/1/mapper/array" }] },
    "no mapper": { given: iterator(undefined), reports: [{ message: "missing", at: "/flow/1/module" }] },
  },
});
