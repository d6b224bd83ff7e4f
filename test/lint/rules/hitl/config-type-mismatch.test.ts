import { hitlConfigTypeMismatch } from "../../../../src/lint/rules/hitl/config-type-mismatch.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

describeRule(hitlConfigTypeMismatch, {
  good: {
    "keys of the type": posted(request("rating")),
    "keys of every type": posted(configured("rating", { prompt: "" })),
    "older spellings, of which another rule speaks": posted(configured("rating", { min_value: 1 })),
    "keys that nobody knows, of which another rule speaks": posted(configured("rating", { maximum: 5 })),
    "a type that is mapped": posted(configured("rating", { options: [] }, { response_type: "{{1.type}}" })),
  },
  bad: {
    "options of a rating": {
      given: posted(configured("rating", { options: ["Good", "Bad"] })),
      reports: [{ message: "foreign", at: BODY, text: '"options"' }],
    },
    "the configuration of another type in the app": {
      given: asked(request("text", { response_config: { max_value: 10, decimal_places: 0 } })),
      reports: [
        { message: "foreign", at: field("response_config"), text: '"max_value"' },
        { message: "foreign", at: field("response_config"), text: '"decimal_places"' },
      ],
    },
  },
});
