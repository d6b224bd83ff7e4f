import { hitlTextMinLength } from "../../../../src/lint/rules/hitl/text-min-length.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

const min = (min_length: unknown) => configured("text", { min_length });

describeRule(hitlTextMinLength, {
  good: {
    zero: posted(min(0)),
    "a mapped one": posted(min("{{1.min}}")),
    none: posted(request("text")),
  },
  bad: {
    "a negative one": { given: posted(min(-1)), reports: [{ message: "negative", at: BODY, text: "-1" }] },
    text: { given: asked(min("10")), reports: [{ message: "notWhole", at: field("response_config"), text: '"10"' }] },
  },
});
