import { hitlOptionShape } from "../../../../src/lint/rules/hitl/option-shape.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted } from "./requests.ts";

const options = (...list: unknown[]) => configured("single_select", { options: list });

describeRule(hitlOptionShape, {
  good: {
    texts: posted(options("Approve", "Reject")),
    "values with labels": posted(options({ value: "a", label: "A", color: "#fff" }, { value: "b", label: "B" })),
    "mapped ones": posted(options("{{1.first}}", { value: "{{2.value}}", label: "{{2.label}}" })),
  },
  bad: {
    "an empty text": { given: posted(options("Approve", " ")), reports: [{ message: "empty", at: BODY, text: '" "' }] },
    "a number and null": {
      given: posted(options("Approve", 2, null)),
      reports: [
        { message: "neither", at: BODY, text: "2" },
        { message: "neither", at: BODY, text: "null" },
      ],
    },
    "an object without a label": {
      given: posted(options({ value: "approve" })),
      reports: [{ message: "missing", at: BODY, text: '{"value":"approve"}' }],
    },
    "an object with nothing of it in the app": {
      given: asked(options("Approve", { title: "Reject" })),
      reports: [
        { message: "missing", at: field("response_config"), text: '{"title":"Reject"}' },
        { message: "missing", at: field("response_config"), text: '{"title":"Reject"}' },
      ],
    },
    "a value that is a number and an empty label": {
      given: posted(options({ value: 1, label: "" })),
      reports: [
        { message: "notText", at: BODY, text: "1" },
        { message: "notText", at: BODY, text: '""' },
      ],
    },
  },
});
