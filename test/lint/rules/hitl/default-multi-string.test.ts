import { hitlDefaultMultiString } from "../../../../src/lint/rules/hitl/default-multi-string.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const fallback = (default_response: unknown) => request("multi_select", { default_response });

describeRule(hitlDefaultMultiString, {
  good: {
    "a list": posted(fallback(["Tone"])),
    "a list in the app": asked(fallback('["Tone"]')),
    "a mapped list": asked(fallback("{{1.choices}}")),
    "one option of a single select": posted(request()),
  },
  bad: {
    "a text": { given: posted(fallback("Tone")), reports: [{ message: "bare", at: BODY, text: '"Tone"' }] },
    "a text in the app": {
      given: asked(fallback("Tone")),
      reports: [{ message: "bare", at: field("default_response"), text: "Tone" }],
    },
  },
});
