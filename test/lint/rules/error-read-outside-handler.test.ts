import { errorReadOutsideHandler } from "../../../src/lint/rules/error-read-outside-handler.ts";
import { blueprint, module, route, router, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const store = (id: number, more = {}) => module(id, "google-sheets:addRow", { version: 2, ...more });
const row = { metadata: { interface: [{ name: "rowNumber", type: "number" }] } };

describeRule(errorReadOutsideHandler, {
  good: {
    "its own error handler": blueprint([webhook(), store(2, { onerror: [setVariable(3, "{{2.error.message}}")] })]),
    "another error handler, which has an error of its own": blueprint([
      webhook(),
      store(2),
      store(3, { onerror: [setVariable(4, "{{2.error.message}}")] }),
    ]),
    "an answer that has a field of this name": blueprint([
      webhook(),
      store(2, { metadata: { interface: [{ name: "error", type: "collection" }] } }),
      setVariable(3, "{{2.error.message}}"),
    ]),
    "an app that nothing is known of": blueprint([webhook(), module(2, "my-app:Do"), setVariable(3, "{{2.error}}")]),
    "what a webhook was sent": blueprint([webhook(), setVariable(2, "{{1.error.message}}")]),
    "a part that errors do not have": blueprint([webhook(), store(2, row), setVariable(3, "{{2.error.code}}")]),
    "a field further inside": blueprint([webhook(), store(2, row), setVariable(3, "{{2.data.error.message}}")]),
    "a module that the run goes on behind": blueprint([
      webhook(),
      store(2, { ...row, onerror: [module(3, "builtin:Resume")] }),
      setVariable(4, "{{2.error.message}}"),
    ]),
  },
  bad: {
    "a message further on": {
      given: blueprint([webhook(), store(2, row), setVariable(3, "It said {{2.error.message}}")]),
      reports: [{ message: "empty", at: "/flow/2/mapper/value", text: "2.error.message" }],
    },
    "a filter of a route for errors": {
      given: blueprint([
        webhook(),
        store(2, row),
        router(3, [
          route(setVariable(4, "", { filter: { name: "", conditions: [[{ a: "{{2.error}}", o: "exist" }]] } })),
        ]),
      ]),
      reports: [{ message: "empty", at: "/flow/2/routes/0/flow/0/filter/conditions/0/0/a", text: "2.error" }],
    },
  },
});
