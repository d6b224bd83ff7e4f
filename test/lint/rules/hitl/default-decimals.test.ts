import { hitlDefaultDecimals } from "../../../../src/lint/rules/hitl/default-decimals.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted } from "./requests.ts";

const fallback = (default_response: unknown, decimal_places: unknown) =>
  posted(configured("number", { decimal_places }, { default_response }));

describeRule(hitlDefaultDecimals, {
  good: {
    "as many as are allowed": fallback(49.99, 2),
    "sums that floating point does not have": fallback(0.1 + 0.2, 2),
    "a whole number": fallback(50, 0),
    "no decimal places given, as the default is not certain": fallback(49.999, undefined),
    "a count that another rule reports": fallback(49.99, -1),
    "text, of which another rule speaks": fallback("49.999", 2),
    "a mapped count": fallback(49.99, "{{1.places}}"),
  },
  bad: {
    "one more than the most": {
      given: fallback(0.12345678912, 10),
      reports: [{ message: "more", at: BODY, text: "0.12345678912" }],
    },
    "one more": { given: fallback(49.999, 2), reports: [{ message: "more", at: BODY, text: "49.999" }] },
    "a fraction of whole numbers": { given: fallback(0.5, 0), reports: [{ message: "more", at: BODY, text: "0.5" }] },
  },
});
