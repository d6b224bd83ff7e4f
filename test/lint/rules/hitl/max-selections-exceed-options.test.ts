import { hitlMaxSelectionsExceedOptions } from "../../../../src/lint/rules/hitl/max-selections-exceed-options.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted, request } from "./requests.ts";

const max = (max_selections: unknown, more = {}) => posted(configured("multi_select", { max_selections, ...more }));

describeRule(hitlMaxSelectionsExceedOptions, {
  good: {
    "as many as there are": posted(request("multi_select")),
    "a mapped number": max("{{1.max}}"),
    "mapped options": max(9, { options: "{{1.options}}" }),
    "no options, which another rule reports": max(9, { options: [] }),
  },
  bad: {
    "one more": { given: max(4), reports: [{ message: "exceeds", at: BODY, text: "4" }] },
  },
});
