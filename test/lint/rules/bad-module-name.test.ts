import { badModuleName } from "../../../src/lint/rules/bad-module-name.ts";
import { blueprint, module, route, router, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(badModuleName, {
  good: {
    "an app and its module": blueprint([webhook(), module(2, "openai-gpt-3:CreateCompletion")]),
    "an app that a team made for itself": blueprint([webhook(), module(2, "app#order-desk-x1y2z3:createOrder")]),
    "a slot that hangs on nothing": blueprint(
      [webhook()],
      {},
      { designer: { orphans: [[module(2, "placeholder:Placeholder")]] } },
    ),
  },
  bad: {
    "an empty slot": {
      given: blueprint([webhook(), router(2, [route(module(3, "placeholder:Placeholder"))])]),
      reports: [{ message: "emptySlot", at: "/flow/1/routes/0/flow/0/module" }],
    },
    "names that are not app and module": {
      given: blueprint([
        module(1, "Webhook"),
        module(2, "email:send-email"),
        module(3, "Slack:CreateMessage"),
        module(4, "google_sheets:addRow"),
        module(5, "slack: CreateMessage"),
      ]),
      reports: [0, 1, 2, 3, 4].map((index) => ({ message: "malformed", at: `/flow/${index}/module` })),
    },
  },
});
