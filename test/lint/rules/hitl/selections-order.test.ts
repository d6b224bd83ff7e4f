import { hitlSelectionsOrder } from "../../../../src/lint/rules/hitl/selections-order.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted } from "./requests.ts";

const selections = (min_selections: unknown, max_selections?: unknown) =>
  posted(configured("multi_select", { min_selections, max_selections }));

describeRule(hitlSelectionsOrder, {
  good: {
    "one up to the other": selections(1, 3),
    "the same number": selections(2, 2),
    "a lower one alone": selections(9),
    "mapped ones": selections("{{1.min}}", 1),
    "what is no number, of which another rule speaks": selections(2, "1"),
  },
  bad: {
    "more than are allowed": { given: selections(3, 2), reports: [{ message: "crossed", at: BODY, text: "3" }] },
  },
});
