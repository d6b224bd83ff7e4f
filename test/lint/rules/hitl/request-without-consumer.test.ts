import { expect, test } from "vitest";
import { hitlRequestWithoutConsumer } from "../../../../src/lint/rules/hitl/request-without-consumer.ts";
import { describeRule } from "../../describe-rule.ts";
import { ask, blueprint, mail, module, post, projectFindings, statusOf, webhook } from "./flows.ts";

const callback = { callback_url: "https://hook.eu1.make.com/abc" };

describeRule(hitlRequestWithoutConsumer, {
  good: {
    "a callback": blueprint([webhook(), ask(2, callback)]),
    "a callback that is known at run time": blueprint([webhook(), ask(2, { callback_url: "{{1.hook}}" })]),
    "a question for the state": blueprint([webhook(), ask(2), statusOf(3, "{{2.request_id}}")]),
    "an id that is kept for another scenario": blueprint([
      webhook(),
      ask(2),
      module(3, "datastore:AddRecord", { mapper: { key: "{{2.request_id}}" } }),
    ]),
    "all of what comes back, kept as it is": blueprint([webhook(), post(2), mail(3, "{{toString(2.data)}}")]),
    "a body that is known at run time": blueprint([
      webhook(),
      module(2, "http:MakeRequest", {
        version: 4,
        mapper: {
          url: "https://api.hitl.sh/v1/api/loops/65f1234567890abcdef12345/requests",
          method: "post",
          contentType: "json",
          inputMethod: "jsonString",
          jsonStringBodyContent: "{{1.body}}",
        },
      }),
    ]),
    "a scenario that lists all requests": blueprint([
      webhook(),
      ask(2),
      module(3, "hitl:makeAnApiCall", { mapper: { url: "/api/requests?status=completed", method: "get" } }),
    ]),
  },
  bad: {
    "a request that nothing follows": {
      given: blueprint([webhook(), ask(2)]),
      reports: [{ message: "unheard", at: "/flow/1/module" }],
    },
    "an empty callback": {
      given: blueprint([webhook(), ask(2, { callback_url: "" })]),
      reports: [{ message: "unheard", at: "/flow/1/module" }],
    },
    "one whose state alone is read, which is always pending": {
      given: blueprint([webhook(), post(2), mail(3, "{{2.data.data.status}}")]),
      reports: [{ message: "unheard", at: "/flow/1/module" }],
    },
  },
});

test("the rule is silent when another scenario of the project lists requests", () => {
  const asking = blueprint([webhook(), ask(2)]);
  const listing = blueprint([
    webhook(),
    module(2, "http:MakeRequest", {
      version: 4,
      mapper: { url: "https://api.hitl.sh/v1/api/requests", method: "get" },
    }),
  ]);
  expect(projectFindings(hitlRequestWithoutConsumer, [asking, listing])).toEqual([]);
  expect(projectFindings(hitlRequestWithoutConsumer, [asking, blueprint([webhook()])])).toEqual([
    "0 /flow/1/module: Nothing gets to know the answer to `hitl:createRequest (2)`",
  ]);
});
