import { hitlCancelNotPending } from "../../../../src/lint/rules/hitl/cancel-not-pending.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, type JsonObject, mail, mailIf, module, statusOf, webhook } from "./flows.ts";

const cancel = (more: JsonObject = {}) =>
  module(4, "hitl:makeAnApiCall", { mapper: { url: "/api/requests/{{1.id}}", method: "DELETE" }, ...more });
const remove = (url: string) => module(4, "http:MakeRequest", { version: 4, mapper: { url, method: "delete" } });

describeRule(hitlCancelNotPending, {
  good: {
    "a filter on what is pending": blueprint([
      webhook(),
      statusOf(2, "{{1.id}}"),
      mailIf(3, "{{2.status}}", "pending"),
      cancel(),
    ]),
    "a filter of its own": blueprint([
      webhook(),
      statusOf(2, "{{1.id}}"),
      cancel({ filter: { name: "", conditions: [[{ a: "{{2.status}}", o: "text:equal", b: "pending" }]] } }),
    ]),
    "an error handler": blueprint([webhook(), cancel({ onerror: [module(5, "builtin:Ignore")] })]),
    "a loop that is deleted": blueprint([webhook(), remove("https://api.hitl.sh/v1/api/loops/{{1.id}}")]),
    "another service": blueprint([webhook(), remove("https://example.com/api/requests/{{1.id}}")]),
    "a question": blueprint([webhook(), statusOf(2, "{{1.id}}"), mail(3)]),
  },
  bad: {
    "a call without a look": {
      given: blueprint([webhook(), cancel()]),
      reports: [{ message: "unchecked", at: "/flow/1/module" }],
    },
    "a question whose answer nobody looks at": {
      given: blueprint([webhook(), statusOf(2, "{{1.id}}"), remove("https://api.hitl.sh/v1/api/requests/{{1.id}}")]),
      reports: [{ message: "unchecked", at: "/flow/2/module" }],
    },
  },
});
