import { hitlNumberDecimalPlaces } from "../../../../src/lint/rules/hitl/number-decimal-places.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted } from "./requests.ts";

const places = (decimal_places: unknown) => configured("number", { decimal_places });

describeRule(hitlNumberDecimalPlaces, {
  good: {
    none: posted(places(0)),
    "the most": posted(places(10)),
    "a mapped count": posted(places("{{1.places}}")),
    "left out": posted(places(undefined)),
  },
  bad: {
    "one more": { given: posted(places(11)), reports: [{ message: "outside", at: BODY, text: "11" }] },
    "a negative count": {
      given: asked(places(-1)),
      reports: [{ message: "outside", at: field("response_config"), text: "-1" }],
    },
    "a fraction": { given: posted(places(1.5)), reports: [{ message: "notWhole", at: BODY, text: "1.5" }] },
    text: { given: posted(places("2")), reports: [{ message: "notWhole", at: BODY, text: '"2"' }] },
  },
});
