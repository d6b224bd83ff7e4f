import { hitlBooleanLabel } from "../../../../src/lint/rules/hitl/boolean-label.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

const label = (true_label: unknown) => configured("boolean", { true_label });
const long = "y".repeat(101);

describeRule(hitlBooleanLabel, {
  good: {
    "short labels": posted(request("boolean")),
    "the longest label": posted(label("y".repeat(100))),
    "a mapped label": posted(label("{{1.label}}")),
    "no labels": posted(request("boolean", { response_config: {} })),
  },
  bad: {
    "a long label": { given: posted(label(long)), reports: [{ message: "long", at: BODY, text: `"${long}"` }] },
    "a truth in the app": {
      given: asked(label(true)),
      reports: [{ message: "notText", at: field("response_config"), text: "true" }],
    },
  },
});
