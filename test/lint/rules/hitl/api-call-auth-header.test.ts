import { hitlApiCallAuthHeader } from "../../../../src/lint/rules/hitl/api-call-auth-header.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, module, webhook } from "./flows.ts";

const call = (headers: unknown, type = "hitl:makeAnApiCall") =>
  blueprint([webhook(), module(2, type, { mapper: { url: "/api/loops", method: "get", headers } })]);

describeRule(hitlApiCallAuthHeader, {
  good: {
    "no header": call([]),
    "another header": call([{ key: "Accept", value: "application/json" }]),
    "headers that are mapped": call("{{1.headers}}"),
    "an HTTP module, which has no connection": call(
      [{ name: "Authorization", value: "{{1.key}}" }],
      "http:MakeRequest",
    ),
  },
  bad: {
    "a key that is written out": {
      given: call([
        { key: "Accept", value: "application/json" },
        { key: "Authorization", value: "Bearer abc" },
      ]),
      reports: [{ message: "header", at: "/flow/1/mapper/headers/1/key", text: "Authorization" }],
    },
    "a mapped key in another spelling": {
      given: call([{ name: "x-api-key", value: "{{1.key}}" }], "hitl:universal"),
      reports: [{ message: "header", at: "/flow/1/mapper/headers/0/name" }],
    },
  },
});
