import { hitlDefaultNotOption } from "../../../../src/lint/rules/hitl/default-not-option.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

const fallback = (default_response: unknown, options: unknown = ["Approve", "Needs Review"]) =>
  configured("single_select", { options }, { default_response });
const objects = [
  { value: "ok", label: "Approve" },
  { value: "no", label: "Reject" },
];

describeRule(hitlDefaultNotOption, {
  good: {
    "an option as it is written": posted(fallback("Needs Review")),
    "the value that HITL.sh makes of it": posted(fallback("needs_review")),
    "an option in other letters": posted(fallback("APPROVE")),
    "a value": posted(fallback("no", objects)),
    "a label, of which another rule speaks": posted(fallback("Reject", objects)),
    "mapped options": posted(fallback("Escalate", ["Approve", "{{1.option}}"])),
    "an option with a mapped value": posted(fallback("Escalate", [{ value: "{{1.value}}", label: "A" }, ...objects])),
    "malformed options, of which another rule speaks": posted(fallback("Reject", ["Approve", 2])),
    "a mapped default": posted(fallback("{{1.default}}")),
    "a list of nothing": posted(request("multi_select")),
    "text of another type": posted(request("text", { default_response: "Escalate" })),
  },
  bad: {
    "another word": {
      given: posted(fallback("Escalate")),
      reports: [{ message: "unknown", at: BODY, text: '"Escalate"' }],
    },
    "neither value nor label: the values are what to write": {
      given: posted(fallback("Escalate", objects)),
      reports: [{ message: "unknown", at: BODY, text: '"Escalate"', help: "Write `ok` or `no`" }],
    },
    "one of many options, by a slip": {
      given: asked(fallback("Optoin 3", ["Option 1", "Option 2", "Option 3", "A", "B", "C", "D", "E"])),
      reports: [{ message: "unknown", at: field("default_response"), text: "Optoin 3" }],
    },
    "one of a list": {
      given: posted(request("multi_select", { default_response: ["Tone", "Spelling"] })),
      reports: [{ message: "unknown", at: BODY, text: '"Spelling"' }],
    },
    "one of a list in the app": {
      given: asked(request("multi_select", { default_response: '["Tone", "Spelling"]' })),
      reports: [{ message: "unknown", at: field("default_response"), text: '"Spelling"' }],
    },
    "options with commas": {
      given: posted(request("multi_select", { default_response: "Tone, Grammar" })),
      reports: [{ message: "unknown", at: BODY, text: '"Tone, Grammar"' }],
    },
  },
});
