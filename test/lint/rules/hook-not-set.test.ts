import { hookNotSet } from "../../../src/lint/rules/hook-not-set.ts";
import { blueprint, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(hookNotSet, {
  good: {
    "a webhook": blueprint([webhook()]),
    "a webhook that is made on import": blueprint([webhook(1, { parameters: { maxResults: 1 } })]),
    "a scenario that is started by the clock": blueprint([
      module(1, "google-forms:watchResponses", { version: 2, parameters: { formId: "f", limit: 2 } }),
    ]),
    "one that hangs on nothing": blueprint(
      [setVariable(1)],
      {},
      { designer: { orphans: [[webhook(2, { parameters: {} })]] } },
    ),
  },
  bad: {
    "a webhook that was never chosen": {
      given: blueprint([webhook(1, { parameters: { hook: "", maxResults: 1 } })]),
      reports: [{ message: "missing", at: "/flow/0/parameters/hook" }],
    },
    "a webhook that was taken out": {
      given: blueprint([webhook(1, { parameters: { hook: null } })]),
      reports: [
        {
          message: "missing",
          at: "/flow/0/parameters/hook",
          help: "Create a webhook in the module's form, or set `parameters.hook` to the id of one that no other scenario uses",
        },
      ],
    },
    "an app's own webhook": {
      given: blueprint([
        module(1, "typeform:WatchEventsWithResponses", { version: 2, parameters: { __IMTHOOK__: null } }),
      ]),
      reports: [{ message: "missing", at: "/flow/0/parameters/__IMTHOOK__" }],
    },
    "one that the editor's picture requires": {
      given: blueprint([
        module(1, "acme:Watch", {
          parameters: { __IMTHOOK__: "" },
          metadata: {
            designer: { x: 0, y: 0 },
            parameters: [{ name: "__IMTHOOK__", type: "hook:acme", label: "Webhook", required: true }],
          },
        }),
      ]),
      reports: [{ message: "missing", at: "/flow/0/parameters/__IMTHOOK__" }],
    },
  },
});
