import { tlsCheckOff } from "../../../src/lint/rules/tls-check-off.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const request = (rejectUnauthorized?: unknown) =>
  blueprint([webhook(), module(2, "http:ActionSendData", { version: 3, mapper: { rejectUnauthorized } })]);

describeRule(tlsCheckOff, {
  good: {
    "checked certificates": request(true),
    "nothing said": request(),
    "a switch that is mapped": request("{{1.strict}}"),
  },
  bad: {
    "any certificate": {
      given: request(false),
      reports: [{ message: "unverified", at: "/flow/1/mapper/rejectUnauthorized" }],
    },
    "any certificate, as text": {
      given: request("false"),
      reports: [{ message: "unverified", at: "/flow/1/mapper/rejectUnauthorized" }],
    },
  },
});
