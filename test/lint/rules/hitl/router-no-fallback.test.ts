import { expect, test } from "vitest";
import { hitlRouterNoFallback } from "../../../../src/lint/rules/hitl/router-no-fallback.ts";
import { describeRule } from "../../describe-rule.ts";
import { ask, blueprint, mail, mailIf, offering, projectFindings, routes, statusOf, watch, webhook } from "./flows.ts";

const on = (id: number, literal: string, o?: string) => mailIf(id, "{{1.response_data}}", literal, o);
const acting = blueprint([watch(), routes(2, [on(3, "approve"), on(4, "reject")])]);

describeRule(hitlRouterNoFallback, {
  good: {
    "a fallback": blueprint([watch(), routes(2, [on(3, "approve"), on(4, "reject"), mail(5)], 2)]),
    "a route without a filter": blueprint([watch(), routes(2, [on(3, "approve"), mail(5)])]),
    "a route for the rest": blueprint([watch(), routes(2, [on(3, "approve"), on(4, "approve", "text:notequal")])]),
    "a yes and a no": blueprint([
      watch(),
      routes(2, [on(3, "true", "boolean:equal"), on(4, "false", "boolean:equal")]),
    ]),
    "one route": blueprint([watch(), routes(2, [on(3, "approve")])]),
    "routes by something else": blueprint([
      webhook(),
      routes(2, [mailIf(3, "{{1.a}}", "b"), mailIf(4, "{{1.a}}", "c")]),
    ]),
    "a request at hand, all of whose options have a route": blueprint([
      webhook(),
      ask(2, offering("Approve", "Reject")),
      statusOf(3, "{{2.request_id}}"),
      routes(4, [mailIf(5, "{{3.response_data}}", "approve"), mailIf(6, "{{3.response_data}}", "reject")]),
    ]),
  },
  bad: {
    "a route for each known answer": { given: acting, reports: [{ message: "dropped", at: "/flow/1/module" }] },
  },
});

test("the rule is silent when another scenario of the project tells the options", () => {
  const asking = ask(2, { ...offering("Approve", "Reject"), callback_url: "https://hook.eu1.make.com/a" });
  expect(projectFindings(hitlRouterNoFallback, [acting, blueprint([webhook(), asking])])).toEqual([]);
});
