import { hitlDefaultDuplicate } from "../../../../src/lint/rules/hitl/default-duplicate.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const fallback = (default_response: unknown) => request("multi_select", { default_response });

describeRule(hitlDefaultDuplicate, {
  good: {
    "different options": posted(fallback(["Tone", "Grammar"])),
    "what is no option, of which another rule speaks": posted(fallback(["Style", "Style"])),
    "the same mapping twice": posted(fallback(["{{1.a}}", "{{1.a}}"])),
  },
  bad: {
    "an option twice": {
      given: posted(fallback(["Tone", "Grammar", "Tone"])),
      reports: [{ message: "repeated", at: BODY, text: '"Tone"' }],
    },
    "an option and its value in the app": {
      given: asked(fallback('["Tone", "tone"]')),
      reports: [{ message: "repeated", at: field("default_response"), text: '"tone"' }],
    },
  },
});
