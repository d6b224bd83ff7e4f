import { breakWithoutIncompleteExecutions } from "../../../src/lint/rules/break-without-incomplete-executions.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const breakAt = (id: number) => module(id, "builtin:Break", { mapper: { retry: true, count: "3", interval: "15" } });
const ignore = (id: number) => module(id, "builtin:Ignore");
const post = (id: number, ...onerror: object[]) => module(id, "slack:CreateMessage", { version: 4, onerror });

describeRule(breakWithoutIncompleteExecutions, {
  good: {
    "a Break handler in a scenario that stores incomplete executions": blueprint([webhook(), post(2, breakAt(3))], {
      dlq: true,
    }),
    "other handlers in one that does not": blueprint([webhook(), post(2, ignore(3))], { dlq: false }),
    "a Break that hangs on nothing": blueprint([webhook()], {}, { designer: { orphans: [[post(2, breakAt(3))]] } }),
    "a Break outside of a handler, which another rule reports": blueprint([webhook(), breakAt(2)]),
  },
  bad: {
    "a Break handler in a scenario that does not store them": {
      given: blueprint([webhook(), post(2, breakAt(3))], { dlq: false }),
      reports: [{ message: "notStored", at: "/metadata/scenario/dlq" }],
    },
    "several of them, once": {
      given: blueprint([webhook(), post(2, breakAt(3)), post(4, router(5, [route(setVariable(6), breakAt(7))]))]),
      reports: [{ message: "notStored", at: "/metadata/scenario/dlq" }],
    },
    "a setting that is no yes": {
      given: blueprint([webhook(), post(2, breakAt(3))], { dlq: "true" }),
      reports: [{ message: "notStored", at: "/metadata/scenario/dlq" }],
    },
  },
});
