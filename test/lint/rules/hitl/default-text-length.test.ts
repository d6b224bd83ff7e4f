import { hitlDefaultTextLength } from "../../../../src/lint/rules/hitl/default-text-length.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted } from "./requests.ts";

const fallback = (default_response: unknown, max_length: unknown = 5) =>
  configured("text", { max_length }, { default_response });

describeRule(hitlDefaultTextLength, {
  good: {
    "the greatest length": posted(fallback("🙂🙂🙂🙂🙂")),
    "a text shorter than the smallest length, which is published so": posted(
      configured("text", { min_length: 50 }, { default_response: "None" }),
    ),
    "a mapped text": posted(fallback("{{1.fallback}}")),
    "a mapped length": posted(fallback("No feedback", "{{1.max}}")),
  },
  bad: {
    "one more": { given: posted(fallback("123456")), reports: [{ message: "long", at: BODY, text: '"123456"' }] },
    "one more in the app": {
      given: asked(fallback("123456")),
      reports: [{ message: "long", at: field("default_response"), text: "123456" }],
    },
  },
});
