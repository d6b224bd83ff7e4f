import { unknownInput } from "../../../src/lint/rules/unknown-input.ts";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const reads = (value: string, more: JsonObject = { io: { input_spec: [{ name: "customer" }], output_spec: [] } }) => ({
  ...blueprint([webhook(), setVariable(2, value)]),
  ...more,
});

describeRule(unknownInput, {
  good: {
    "an input that is declared": reads("{{var.input.customer}}"),
    "a part of one": reads("{{var.input.customer.name}}"),
    "a scenario that does not say its inputs": reads("{{var.input.custmer}}", {}),
    "all inputs": reads("{{toString(var.input)}}"),
    "other variables": reads("{{var.organization.custmer}}{{var.scenario.name}}"),
    "an input in the answer of Make's API": reads("{{var.input.customer}}", {
      interface: { input: [{ name: "customer" }] },
    }),
  },
  bad: {
    "a slip in the name": {
      given: reads("Hello {{upper(var.input.custmer)}}"),
      reports: [
        { message: "unknown", at: "/flow/1/mapper/value", text: "var.input.custmer", help: "Did you mean `customer`?" },
      ],
    },
    "an input that is not declared": {
      given: reads("{{var.input.language}}"),
      reports: [{ message: "unknown", at: "/flow/1/mapper/value", help: "Add it to the inputs of the scenario" }],
    },
    "inputs that the first module keeps": {
      given: blueprint([
        module(1, "scenario-service:StartSubscenario", {
          version: 2,
          metadata: { interface: [{ name: "customer", type: "text" }] },
        }),
        setVariable(2, "{{var.input.language}}"),
      ]),
      reports: [{ message: "unknown", at: "/flow/1/mapper/value", text: "var.input.language" }],
    },
  },
});
