import { hitlTextLengthOrder } from "../../../../src/lint/rules/hitl/text-length-order.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted } from "./requests.ts";

const lengths = (min_length: unknown, max_length: unknown) => posted(configured("text", { min_length, max_length }));

describeRule(hitlTextLengthOrder, {
  good: {
    "one up to the other": lengths(10, 500),
    "the same length": lengths(500, 500),
    "a mapped one": lengths(10, "{{1.max}}"),
    "a lower one alone": lengths(10, undefined),
    "an upper one of 0, of which another rule speaks": lengths(5, 0),
  },
  bad: {
    "more than a single character": { given: lengths(2, 1), reports: [{ message: "crossed", at: BODY, text: "2" }] },
    "more than is allowed": { given: lengths(600, 500), reports: [{ message: "crossed", at: BODY, text: "600" }] },
  },
});
