import { pathWithoutResponse } from "../../../src/lint/rules/path-without-response.ts";
import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const respond = (id: number) => module(id, "gateway:WebhookRespond", { mapper: { status: "200", body: "" } });
const ifElse = (id: number, ...flows: readonly (readonly JsonObject[])[]) =>
  module(id, "builtin:BasicIfElse", {
    mapper: null,
    branches: flows.map((flow, index) => ({ type: index === 0 ? "condition" : "else", label: "", merge: false, flow })),
  });

describeRule(pathWithoutResponse, {
  good: {
    "an answer on every branch": blueprint([webhook(), ifElse(2, [respond(3)], [respond(4)])]),
    "no answer at all": blueprint([webhook(), ifElse(2, [setVariable(3)], [setVariable(4)])]),
    "an answer before": blueprint([webhook(), respond(2), ifElse(3, [setVariable(4)], [setVariable(5)])]),
    "an answer behind": blueprint([webhook(), ifElse(2, [setVariable(3)], [setVariable(4)]), respond(5)]),
    "a route that other routes may go with": blueprint([
      webhook(),
      router(2, [route(setVariable(3)), route(respond(4))]),
    ]),
    "a branch that is switched off": blueprint([
      webhook(),
      module(2, "builtin:BasicIfElse", {
        mapper: null,
        branches: [
          { type: "condition", label: "", merge: false, flow: [respond(3)] },
          { type: "else", label: "", merge: false, disabled: true, flow: [setVariable(4)] },
        ],
      }),
    ]),
    "an answer deep inside of a branch": blueprint([
      webhook(),
      ifElse(2, [respond(3)], [router(4, [route(respond(5))], { parameters: { else: 0 } })]),
    ]),
    "branches of an error handler": blueprint([
      webhook(),
      setVariable(2, "", { onerror: [ifElse(3, [respond(4)], [setVariable(5)])] }),
      respond(6),
    ]),
    "a scenario that no request starts": blueprint([setVariable(1), ifElse(2, [respond(3)], [setVariable(4)])]),
  },
  bad: {
    "an else without an answer": {
      given: blueprint([webhook(), ifElse(2, [respond(3)], [setVariable(4)])]),
      reports: [{ message: "branch", at: "/flow/1/branches/1/flow/0/module" }],
    },
    "a branch where nothing stands": {
      given: blueprint([webhook(), ifElse(2, [respond(3)], [])]),
      reports: [{ message: "branch", at: "/flow/1/branches/1/flow" }],
    },
    "a branch that answers only errors": {
      given: blueprint([webhook(), ifElse(2, [respond(3)], [setVariable(4, "", { onerror: [respond(5)] })])]),
      reports: [{ message: "branch", at: "/flow/1/branches/1/flow/0/module" }],
    },
    "a fallback without an answer": {
      given: blueprint([
        webhook(),
        router(2, [route(respond(3)), route(setVariable(4), setVariable(5))], { parameters: { else: 1 } }),
      ]),
      reports: [{ message: "fallback", at: "/flow/1/routes/1/flow/1/module" }],
    },
  },
});
