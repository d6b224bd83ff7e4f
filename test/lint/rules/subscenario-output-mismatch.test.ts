import { subscenarioOutputMismatch } from "../../../src/lint/rules/subscenario-output-mismatch.ts";
import { describeProjectRule } from "../describe-project-rule.ts";
import { callee, caller } from "./subscenarios.ts";

const READ = "/flow/2/mapper/value";

describeProjectRule(subscenarioOutputMismatch, {
  good: {
    "an output that is returned": [caller(), callee()],
    "a scenario that is not among the files": [caller({ read: "{{2.farewell}}" })],
    "another scenario": [caller({ read: "{{2.farewell}}", label: "Farewell" }), callee()],
    "a scenario that says nothing of its outputs": [
      caller({ read: "{{2.farewell}}" }),
      callee({}, null, { io: undefined }),
    ],
    "outputs without a declaration": [caller(), callee({}, { greeting: "Hello", other: "" }, { io: undefined })],
    "what Make adds": [caller({ read: "{{2.__IMTLENGTH__}}{{2.error.message}}" }), callee()],
    "a call that does not wait and is not read": [caller({ waits: false, read: "{{1.a}}" }), callee()],
    "a scenario without outputs": [callee({ outputs: [] }, null)],
    "outputs that are declared and not returned by a module": [callee({ outputs: [{ name: "greeting" }] }, null)],
  },
  bad: {
    "a slip in the name of an output": {
      given: [caller({ read: "{{2.greetings}}" }), callee()],
      reports: [{ in: 0, message: "notReturned", at: READ, help: "Did you mean `greeting`?" }],
    },
    "an output that is not returned": {
      given: [caller({ read: "{{2.language}}" }), callee()],
      reports: [{ in: 0, message: "notReturned", at: READ, help: "Return it from that scenario" }],
    },
    "an output that no module returns, without a declaration": {
      given: [caller({ read: "{{2.language}}" }), callee({}, { greeting: "Hello" }, { io: undefined })],
      reports: [{ in: 0, message: "notReturned", at: READ }],
    },
    "outputs of a call that does not wait": {
      given: [caller({ waits: false })],
      reports: [{ in: 0, message: "notAwaited", at: READ }],
    },
    "a returned value that is not declared": {
      given: [callee({}, { greeting: "Hello", greting: "Hello", language: "en" })],
      reports: [
        { in: 0, message: "undeclared", at: "/flow/1/mapper/greting", help: "Did you mean `greeting`?" },
        { in: 0, message: "undeclared", at: "/flow/1/mapper/language", help: "Add it to the outputs of the scenario" },
      ],
    },
    "a declared output that nobody returns": {
      given: [callee({ outputs: [{ name: "greeting" }, { name: "language" }] })],
      reports: [{ in: 0, message: "neverReturned", at: "/io/output_spec/1/name" }],
    },
  },
});
