import { resumeWithoutSubstitute } from "../../../src/lint/rules/resume-without-substitute.ts";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const resumed = (mapper: unknown, ...behind: readonly JsonObject[]) =>
  blueprint([
    webhook(),
    module(2, "datastore:GetRecord", { onerror: [module(3, "builtin:Resume", { mapper })] }),
    ...behind,
  ]);

describeRule(resumeWithoutSubstitute, {
  good: {
    "a substitute for what is read": resumed({ name: "you" }, setVariable(4, "{{2.name}}")),
    "an empty value that somebody has chosen": resumed({ name: "" }, setVariable(4, "{{2.name}}")),
    "nothing is read": resumed(undefined, setVariable(4, "{{1.name}}")),
    "what Make counts itself": resumed({}, setVariable(4, "{{2.`__IMTLENGTH__`}}")),
    "a whole bundle": resumed({}, setVariable(4, "{{`2`}}")),
    "the module's error, read in its handler": blueprint([
      webhook(),
      module(2, "datastore:GetRecord", {
        onerror: [setVariable(3, "{{2.error.message}}"), module(4, "builtin:Resume", { mapper: {} })],
      }),
    ]),
    "a Resume with modules behind it, which is another mistake": blueprint([
      webhook(),
      module(2, "datastore:GetRecord", { onerror: [module(3, "builtin:Resume"), module(4, "builtin:Ignore")] }),
      setVariable(5, "{{2.name}}"),
    ]),
    "another directive": blueprint([
      webhook(),
      module(2, "datastore:GetRecord", { onerror: [module(3, "builtin:Ignore")] }),
      setVariable(4, "{{2.name}}"),
    ]),
  },
  bad: {
    "no substitute at all": {
      given: resumed(null, setVariable(4, "Hello {{2.name}}")),
      reports: [{ message: "nothing", at: "/flow/1/onerror/0/mapper" }],
    },
    "an empty substitute": {
      given: resumed({}, setVariable(4, "{{upper(2.name)}}")),
      reports: [{ message: "nothing", at: "/flow/1/onerror/0/mapper" }],
    },
    "a substitute for another field": {
      given: resumed({ name: "you" }, setVariable(4, "{{2.name}}"), setVariable(5, "{{2.town.name}}")),
      reports: [{ message: "field", at: "/flow/1/onerror/0/mapper" }],
    },
  },
});
