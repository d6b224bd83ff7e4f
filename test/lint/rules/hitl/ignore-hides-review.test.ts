import { hitlIgnoreHidesReview } from "../../../../src/lint/rules/hitl/ignore-hides-review.ts";
import { describeRule } from "../../describe-rule.ts";
import { ask, blueprint, mail, module, post, statusOf, webhook } from "./flows.ts";

const ignored = { onerror: [module(9, "builtin:Ignore", { mapper: null })] };

describeRule(hitlIgnoreHidesReview, {
  good: {
    "no handler": blueprint([webhook(), ask(2)]),
    "a handler that tries again": blueprint([webhook(), ask(2, {}, { onerror: [module(9, "builtin:Break")] })]),
    "somebody who is told": blueprint([webhook(), ask(2, {}, { onerror: [mail(8), module(9, "builtin:Ignore")] })]),
    "a question that is asked again anyway": blueprint([webhook(), statusOf(2, "{{1.id}}", ignored)]),
  },
  bad: {
    "a request whose failure is ignored": {
      given: blueprint([webhook(), ask(2, {}, ignored)]),
      reports: [{ message: "dropped", at: "/flow/1/onerror/0/module" }],
    },
    "the same under a name that real exports might have": {
      given: blueprint([webhook(), { ...ask(2, {}, ignored), module: "app#hitl-sh-x1:create-review-request" }]),
      reports: [{ message: "dropped", at: "/flow/1/onerror/0/module" }],
    },
    "the same over HTTP": {
      given: blueprint([webhook(), { ...post(2), ...ignored }]),
      reports: [{ message: "dropped", at: "/flow/1/onerror/0/module" }],
    },
  },
});
