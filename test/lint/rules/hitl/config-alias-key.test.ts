import { hitlConfigAliasKey } from "../../../../src/lint/rules/hitl/config-alias-key.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

describeRule(hitlConfigAliasKey, {
  good: {
    "a type that is mapped": posted(
      request("rating", { response_type: "{{1.type}}", response_config: { min: 1, x: 2 } }),
    ),
    "keys of the types' own pages": posted(request("rating")),
    "a key that is right for a number": posted(request("number")),
  },
  bad: {
    "the keys of the n8n node": {
      given: posted(request("rating", { response_config: { min: 1, max: 5 } })),
      reports: [
        { message: "alias", at: BODY, text: '"min"' },
        { message: "alias", at: BODY, text: '"max"' },
      ],
    },
    "the keys of a number in a rating": {
      given: asked(request("rating", { response_config: { max_value: 5, step: 1 } })),
      reports: [
        { message: "alias", at: field("response_config"), text: '"max_value"' },
        { message: "alias", at: field("response_config"), text: '"step"' },
      ],
    },
    "a number": {
      given: posted(request("number", { response_config: { max: 5 } })),
      reports: [{ message: "alias", at: BODY, text: '"max"' }],
    },
  },
});
