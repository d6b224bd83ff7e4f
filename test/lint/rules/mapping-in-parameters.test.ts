import { mappingInParameters } from "../../../src/lint/rules/mapping-in-parameters.ts";
import { blueprint, type JsonObject, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const acme = (parameters: JsonObject) => blueprint([webhook(), module(2, "acme:Do", { parameters })]);

describeRule(mappingInParameters, {
  good: {
    "a fixed value": acme({ limit: 10 }),
    "a mapping in the mapper": blueprint([webhook(), module(2, "acme:Do", { mapper: { limit: "{{1.limit}}" } })]),
    "an input of the scenario, which is known before": acme({ __IMTCONN__: "{{var.input.connection}}" }),
    "braces of code": acme({ code: "const a = {b: {c: {}}}; print(`{{}}`)" }),
    "a field of the mapper, which has a rule of its own": blueprint([
      webhook(),
      module(2, "util:FunctionSleep", { parameters: { duration: "{{1.wait}}" } }),
    ]),
  },
  bad: {
    "a field of an earlier module": {
      given: acme({ limit: "at most {{1.limit}}" }),
      reports: [{ message: "mapped", at: "/flow/1/parameters/limit", text: "1.limit" }],
    },
    "one that is nested": {
      given: acme({ query: [{ text: "{{upper(1.text)}}" }] }),
      reports: [{ message: "mapped", at: "/flow/1/parameters/query/0/text", text: "1.text" }],
    },
  },
});
