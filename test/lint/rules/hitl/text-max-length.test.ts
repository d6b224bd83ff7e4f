import { hitlTextMaxLength } from "../../../../src/lint/rules/hitl/text-max-length.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted } from "./requests.ts";

const max = (max_length: unknown) => configured("text", { max_length });

describeRule(hitlTextMaxLength, {
  good: {
    "the smallest": posted(max(1)),
    "the greatest": posted(max(5000)),
    "a mapped one": posted(max("{{1.max}}")),
    "none, of which another rule speaks": posted(max(undefined)),
  },
  bad: {
    zero: { given: posted(max(0)), reports: [{ message: "outside", at: BODY, text: "0" }] },
    "one more": {
      given: asked(max(5001)),
      reports: [{ message: "outside", at: field("response_config"), text: "5001" }],
    },
    text: { given: posted(max("500")), reports: [{ message: "notWhole", at: BODY, text: '"500"' }] },
    "a fraction for a text to edit": {
      given: posted(configured("editable_text", { max_length: 1.5 })),
      reports: [{ message: "notWhole", at: BODY, text: "1.5" }],
    },
  },
});
