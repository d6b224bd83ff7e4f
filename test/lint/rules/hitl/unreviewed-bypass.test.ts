import { hitlUnreviewedBypass } from "../../../../src/lint/rules/hitl/unreviewed-bypass.ts";
import { filter } from "../../blueprints.ts";
import { describeRule } from "../../describe-rule.ts";
import {
  ask,
  blueprint,
  type JsonObject,
  mail,
  module,
  route,
  router,
  sleep,
  statusOf,
  watch,
  webhook,
} from "./flows.ts";

const approved = filter("{{4.response_data}}", "text:equal", "approve");
const expensive = filter("{{1.amount}}", "number:greater", "500");

/** What a review is about. */
const pay = (id: number, more: JsonObject = {}, text = "Pay {{1.amount}}") => mail(id, text, more);

/** Asks, waits, and pays when the answer is yes. */
const reviewed = (more: JsonObject = {}, act: JsonObject = pay(5, approved)): readonly JsonObject[] => [
  ask(2, {}, more),
  sleep(3, 240),
  statusOf(4, "{{2.request_id}}"),
  act,
];
const ifElse = (id: number, ...flows: readonly (readonly JsonObject[])[]) =>
  module(id, "builtin:BasicIfElse", {
    mapper: null,
    branches: flows.map((flow, index) =>
      index === 0
        ? { type: "condition", conditions: [[{ a: "{{1.amount}}", o: "number:greater", b: "500" }]], flow }
        : { type: "else", flow },
    ),
  });

const at = (pointer: string) => [{ message: "bypass", at: `${pointer}/module` }];

describeRule(hitlUnreviewedBypass, {
  good: {
    "one way, with a review": blueprint([webhook(), ...reviewed()]),
    "small sums, which need no review": blueprint([
      webhook(),
      router(8, [route(...reviewed(expensive)), route(pay(9, filter("{{1.amount}}", "number:lessorequal", "500")))]),
    ]),
    "small sums, behind a step of their own": blueprint([
      webhook(),
      router(8, [
        route(...reviewed(expensive)),
        route(sleep(9, 1), mail(10, "{{1.amount}} is fine", filter("{{1.isSmall}}", "exist")), pay(11)),
      ]),
    ]),
    "what is left over": blueprint([
      webhook(),
      router(8, [route(...reviewed(expensive)), route(pay(9))], { parameters: { else: 1 } }),
    ]),
    "the other branch": blueprint([webhook(), ifElse(8, reviewed(), [pay(9)])]),
    "a route that was switched off": blueprint([
      webhook(),
      router(8, [route(...reviewed()), { ...route(pay(9)), disabled: true }]),
    ]),
    "something else on the way that is always taken": blueprint([
      webhook(),
      router(8, [route(...reviewed()), route(pay(9, {}, "Somebody wants {{1.amount}}"))]),
    ]),
    "the same words to the same people, whatever it is about": blueprint([
      webhook(),
      mail(8, "There is work"),
      ...reviewed({}, mail(5, "There is work", approved)),
    ]),
    "something that only reads": blueprint([
      webhook(),
      module(8, "datastore:GetRecord", { mapper: { key: "{{1.id}}" } }),
      ...reviewed({}, module(5, "datastore:GetRecord", { mapper: { key: "{{1.id}}" }, ...approved })),
    ]),
    "a step behind the question for the state on which no answer decides": blueprint([
      webhook(),
      pay(8),
      ...reviewed({}, pay(5)),
    ]),
    "a state that is noted again while nobody has answered": blueprint([
      webhook(),
      pay(8),
      ...reviewed({}, pay(5, filter("{{4.status}}", "text:equal", "pending"))),
    ]),
    "a question that is asked again": blueprint([webhook(), ...reviewed({}, ask(5, {}, approved))]),
    "a way behind another answer": blueprint([
      webhook(),
      ...reviewed({}, router(8, [route(pay(5, approved)), route(pay(9))])),
    ]),
    "what a handler of a step before does": blueprint([
      webhook(),
      mail(8, "{{1.id}}", { onerror: [pay(9)] }),
      ...reviewed(),
    ]),
    "an answer to a request of another scenario": blueprint([
      webhook(),
      pay(8),
      statusOf(4, "{{1.request}}"),
      pay(5, approved),
    ]),
    "a scenario that begins with the answer": blueprint([watch(), pay(5, approved), pay(8)]),
  },
  bad: {
    "a second route that is always taken": {
      given: blueprint([webhook(), router(8, [route(...reviewed()), route(pay(9))])]),
      reports: at("/flow/1/routes/1/flow/0"),
    },
    "a route of a route, behind a step": {
      given: blueprint([
        webhook(),
        router(8, [route(...reviewed(expensive)), route(sleep(9, 1), router(10, [route(sleep(11, 1), pay(12))]))]),
      ]),
      reports: at("/flow/1/routes/1/flow/1/routes/0/flow/1"),
    },
    "a step before anybody is asked": {
      given: blueprint([webhook(), pay(8), router(9, [route(...reviewed(expensive))])]),
      reports: at("/flow/1"),
    },
    "a step before anybody has answered": {
      given: blueprint([webhook(), ask(2), pay(8), sleep(3, 240), statusOf(4, "{{2.request_id}}"), pay(5, approved)]),
      reports: at("/flow/2"),
    },
    "a route beside the one that waits": {
      given: blueprint([
        webhook(),
        ask(2),
        router(8, [route(sleep(3, 240), statusOf(4, "{{2.request_id}}"), pay(5, approved)), route(pay(9))]),
      ]),
      reports: at("/flow/2/routes/1/flow/0"),
    },
    "an error handler for when nobody can be asked": {
      given: blueprint([webhook(), ...reviewed({ onerror: [pay(8), module(9, "builtin:Ignore")] })]),
      reports: at("/flow/1/onerror/0"),
    },
    "a decision in a branch": {
      given: blueprint([
        webhook(),
        pay(8),
        ask(2),
        statusOf(4, "{{2.request_id}}"),
        module(6, "builtin:BasicIfElse", {
          mapper: null,
          branches: [
            {
              type: "condition",
              conditions: [[{ a: "{{4.response_data}}", o: "text:equal", b: "approve" }]],
              flow: [pay(5)],
            },
          ],
        }),
      ]),
      reports: at("/flow/1"),
    },
  },
});
