import { hitlDefaultTooMany } from "../../../../src/lint/rules/hitl/default-too-many.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, configured, posted } from "./requests.ts";

const fallback = (default_response: unknown, max_selections: unknown = 1) =>
  posted(configured("multi_select", { max_selections }, { default_response }));

describeRule(hitlDefaultTooMany, {
  good: {
    "as many as are allowed": fallback(["Tone"]),
    "a bare text, of which another rule speaks": fallback("Tone"),
    "a mapped number": fallback(["Tone", "Grammar"], "{{1.max}}"),
    "a number of 0, which another rule reports": fallback(["Tone"], 0),
    "no number": fallback(["Tone", "Grammar"], null),
  },
  bad: {
    "one more": {
      given: fallback(["Tone", "Grammar"]),
      reports: [{ message: "many", at: BODY, text: '["Tone","Grammar"]' }],
    },
  },
});
