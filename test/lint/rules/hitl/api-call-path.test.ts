import { hitlApiCallPath } from "../../../../src/lint/rules/hitl/api-call-path.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, module, webhook } from "./flows.ts";

const call = (url: string, type = "hitl:makeAnApiCall") =>
  blueprint([webhook(), module(2, type, { mapper: { url, method: "get" } })]);
const AT = "/flow/1/mapper/url";

describeRule(hitlApiCallPath, {
  good: {
    "a path of the API": call("/api/requests/{{1.request_id}}"),
    "the test of a key": call("/test"),
    "a mapped address": call("{{1.url}}"),
    "a path that is mapped behind its beginning": call("/api{{1.path}}"),
    "an empty field": call(""),
    "an HTTP module": call("https://api.hitl.sh/v1/api/loops", "http:MakeRequest"),
  },
  bad: {
    "the whole address": {
      given: call("https://api.hitl.sh/v1/api/loops"),
      reports: [{ message: "address", at: AT, text: "https://api.hitl.sh/v1" }],
    },
    "the version": {
      given: call("/v1/api/requests/{{1.request_id}}"),
      reports: [{ message: "address", at: AT, text: "/v1" }],
    },
    "a path without its beginning": {
      given: call("/requests/{{1.request_id}}"),
      reports: [{ message: "path", at: AT, text: "/requests" }],
    },
    "a path without its slash": {
      given: call(" api/loops", "hitl-sh:universal"),
      reports: [{ message: "path", at: AT, text: "api" }],
    },
  },
});
