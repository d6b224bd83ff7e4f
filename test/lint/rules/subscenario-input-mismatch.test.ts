import { subscenarioInputMismatch } from "../../../src/lint/rules/subscenario-input-mismatch.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeProjectRule } from "../describe-project-rule.ts";
import { callee, caller } from "./subscenarios.ts";

const DATA = "/flow/1/mapper/data";
const optional = { name: "customer", type: "text" };

describeProjectRule(subscenarioInputMismatch, {
  good: {
    "the inputs that the scenario has": [caller(), callee()],
    "an input that need not be given": [caller({ inputs: {} }), callee({ inputs: [optional] })],
    "a required input with a default": [
      caller({ inputs: {} }),
      callee({ inputs: [{ name: "customer", required: true, default: "you" }] }),
    ],
    "a scenario that is not among the files": [caller({ inputs: { custmer: "" } })],
    "another scenario": [caller({ inputs: { custmer: "" }, label: "Farewell" }), callee()],
    "a call that does not say the name of the scenario": [caller({ inputs: {}, label: "" }), callee()],
    "two scenarios of the name": [caller({ inputs: {} }), callee(), callee()],
    "a scenario that does not say its inputs": [caller({ inputs: {} }), callee({}, null, { io: undefined })],
    "inputs that are mapped as a whole": [caller({ inputs: "{{1.inputs}}" }), callee()],
    "no call at all": [blueprint([webhook()]), callee()],
  },
  bad: {
    "a slip in the name of an input": {
      given: [caller({ inputs: { custmer: "{{1.customer}}" } }), callee({ inputs: [optional] })],
      reports: [{ in: 0, message: "unknown", at: `${DATA}/custmer`, help: "Did you mean `customer`?" }],
    },
    "a slip in the name of a required input, once": {
      given: [caller({ inputs: { custmer: "{{1.customer}}" } }), callee()],
      reports: [{ in: 0, message: "unknown", at: `${DATA}/custmer`, help: "Did you mean `customer`?" }],
    },
    "an input that the scenario does not have": {
      given: [callee(), caller({ inputs: { customer: "{{1.customer}}", language: "de" } })],
      reports: [
        {
          in: 1,
          message: "unknown",
          at: `${DATA}/language`,
          help: "Remove it, or add it to the inputs of that scenario",
        },
      ],
    },
    "a required input that is not given": {
      given: [caller({ inputs: {} }), callee()],
      reports: [{ in: 0, message: "missing", at: DATA, help: "Map a value to `mapper.data.customer`" }],
    },
    "no inputs at all": {
      given: [caller({ inputs: null }), callee()],
      reports: [{ in: 0, message: "missing", at: DATA }],
    },
    "a call whose scenario another call names": {
      given: [caller(), callee(), caller({ inputs: {}, label: "" }, "Second caller")],
      reports: [{ in: 2, message: "missing", at: DATA }],
    },
    "inputs as Make's API answers": {
      given: [
        caller({ inputs: {} }),
        callee({}, null, { io: undefined, interface: { input: [{ name: "a", required: true }] } }),
      ],
      reports: [{ in: 0, message: "missing", at: DATA }],
    },
    "inputs that the first module keeps": {
      given: [
        caller({ inputs: { custmer: "" } }),
        {
          ...blueprint([
            module(1, "scenario-service:StartSubscenario", { version: 2, metadata: { interface: [optional] } }),
          ]),
          name: "Greeting",
        },
      ],
      reports: [{ in: 0, message: "unknown", at: `${DATA}/custmer` }],
    },
  },
});
