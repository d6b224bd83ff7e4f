import { weakEvidence } from "../../../src/lint/rules/weak-evidence.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const throwError = (id: number) => module(id, "builtin:ThrowError");

describeRule(weakEvidence, {
  good: {
    "modules that exports have": blueprint([webhook(), setVariable(2)]),
    "modules that nothing is known of": blueprint([webhook(), module(2, "my-app:Do")]),
  },
  bad: {
    "a module that somebody only speaks of, once": {
      given: blueprint([
        webhook(),
        setVariable(2, "", { onerror: [throwError(3)] }),
        setVariable(4, "", { onerror: [throwError(5)] }),
      ]),
      reports: [{ message: "uncertain", at: "/flow/1/onerror/0/module" }],
    },
  },
});
