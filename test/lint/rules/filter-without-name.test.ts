import { filterWithoutName } from "../../../src/lint/rules/filter-without-name.ts";
import { blueprint, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const conditions = [[{ a: "{{1.n}}", o: "exist" }]];
const filtered = (filter: unknown) => blueprint([webhook(), setVariable(2, "", { filter })]);

describeRule(filterWithoutName, {
  good: {
    "a name": filtered({ name: "Has a number", conditions }),
    "no filter": filtered(null),
    "one that asks for nothing": filtered({ name: "", conditions: [[]] }),
    "one that hangs on nothing": blueprint(
      [webhook()],
      {},
      { designer: { orphans: [[setVariable(2, "", { filter: { conditions } })]] } },
    ),
  },
  bad: {
    "an empty name": {
      given: filtered({ name: "", conditions }),
      reports: [{ message: "unnamed", at: "/flow/1/filter/name" }],
    },
    "no name": { given: filtered({ conditions }), reports: [{ message: "unnamed", at: "/flow/1/filter" }] },
  },
});
