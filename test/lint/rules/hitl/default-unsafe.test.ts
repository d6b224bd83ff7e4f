import { hitlDefaultUnsafe } from "../../../../src/lint/rules/hitl/default-unsafe.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

const select = (default_response: string, ...options: unknown[]) =>
  configured("single_select", { options }, { default_response });
const boolean = (default_response: boolean, true_label?: string, false_label?: string) =>
  request("boolean", { response_config: { true_label, false_label }, default_response });

describeRule(hitlDefaultUnsafe, {
  good: {
    "a refusal": posted(select("Reject", "Approve", "Reject")),
    "a refusal in words of an approval": posted(select("Do not approve", "Approve", "Do not approve")),
    "a step before an approval": posted(select("Needs approval", "Approve", "Needs approval")),
    "options without a side": posted(select("Billing", "Billing", "Shipping")),
    "no for an answer": posted(boolean(false, "Approve", "Reject")),
    "yes to an alarm": posted(boolean(true, "Threat: respond now", "False alarm")),
    "a truth without words": posted(boolean(true)),
    "a rating": posted(request("rating")),
    "a mapped default": posted(select("{{1.default}}", "Approve", "Reject")),
  },
  bad: {
    "an approval": {
      given: posted(select("approve", "Approve", "Reject")),
      reports: [{ message: "grants", at: BODY, text: '"approve"' }],
    },
    "an approval by its value in the app": {
      given: asked(select("a", { value: "a", label: "✅ Accepted" }, { value: "b", label: "Refused" })),
      reports: [{ message: "grants", at: field("default_response"), text: "a" }],
    },
    "yes to a release": {
      given: posted(boolean(true, "Publish it", "Keep it back")),
      reports: [{ message: "grants", at: BODY, text: "true" }],
    },
    "no that releases": {
      given: posted(boolean(false, "Hold", "Release")),
      reports: [{ message: "grants", at: BODY, text: "false" }],
    },
    "one of a list": {
      given: posted(
        configured("multi_select", { options: ["Publish", "Archive"] }, { default_response: ["Archive", "Publish"] }),
      ),
      reports: [{ message: "grants", at: BODY, text: '"Publish"' }],
    },
  },
});
