import { badModuleVersion } from "../../../src/lint/rules/bad-module-version.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const slack = (version: unknown) => blueprint([webhook(), module(2, "slack:CreateMessage", { version })]);

describeRule(badModuleVersion, {
  good: {
    "a whole number": slack(4),
    "a version that is not the declared one": slack(7),
    "version 0 of an app that has one": blueprint([
      webhook(),
      module(2, "ai-local-agent:RunLocalAIAgent", { version: 0 }),
    ]),
    "an empty slot, which has none": blueprint([
      webhook(),
      module(2, "placeholder:Placeholder", { version: undefined }),
    ]),
  },
  bad: {
    "no version": { given: slack(undefined), reports: [{ message: "missing", at: "/flow/1/module" }] },
    "a version that is null": { given: slack(null), reports: [{ message: "missing", at: "/flow/1/version" }] },
    "a version in quotation marks": { given: slack("4"), reports: [{ message: "malformed", at: "/flow/1/version" }] },
    "a version with a point": { given: slack(4.1), reports: [{ message: "malformed", at: "/flow/1/version" }] },
    "a version below 0": { given: slack(-1), reports: [{ message: "malformed", at: "/flow/1/version" }] },
    "version 0 of another app": { given: slack(0), reports: [{ message: "zero", at: "/flow/1/version" }] },
    "version 0 of an app that is not declared": {
      given: blueprint([webhook(), module(2, "my-app:Do", { version: 0 })]),
      reports: [{ message: "zero", at: "/flow/1/version" }],
    },
  },
});
