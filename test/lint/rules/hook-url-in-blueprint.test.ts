import { hookUrlInBlueprint } from "../../../src/lint/rules/hook-url-in-blueprint.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const HOOK = "https://hook.eu1.make.com/a1b2c3d4e5f6g7h8";

describeRule(hookUrlInBlueprint, {
  good: {
    "an address that is mapped": blueprint([webhook(), setVariable(2, "https://hook.eu1.make.com/{{1.hook}}")]),
    "an address of the organization": blueprint([webhook(), setVariable(2, "{{var.organization.hook}}")]),
    "the host alone": blueprint([webhook(), setVariable(2, "https://hook.us1.make.com/")]),
    "another host": blueprint([webhook(), setVariable(2, "https://hook.example.com/a1b2c3d4e5")]),
  },
  bad: {
    "a request to a webhook": {
      given: blueprint([webhook(), module(2, "http:MakeRequest", { version: 4, mapper: { url: HOOK } })]),
      reports: [{ message: "address", at: "/flow/1/mapper/url", text: HOOK }],
    },
    "an address in the JSON of a body": {
      given: blueprint([webhook(), setVariable(2, `{"callback_url": "${HOOK}?id={{1.id}}"}`)]),
      reports: [{ message: "address", at: "/flow/1/mapper/value", text: HOOK }],
    },
    "an older host": {
      given: blueprint([webhook(), setVariable(2, "https://hook.integromat.com/a1b2c3d4e5")]),
      reports: [{ message: "address", at: "/flow/1/mapper/value" }],
    },
  },
});
