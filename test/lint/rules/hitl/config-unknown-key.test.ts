import { hitlConfigUnknownKey } from "../../../../src/lint/rules/hitl/config-unknown-key.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

describeRule(hitlConfigUnknownKey, {
  good: {
    "a type that is mapped": posted(
      request("rating", { response_type: "{{1.type}}", response_config: { min: 1, x: 2 } }),
    ),
    "keys of the type": posted(request("multi_select")),
    "keys of older pages": posted(configured("number", { prefix: "$", unit: "kg" })),
    "keys of another type, of which another rule speaks": posted(configured("text", { options: [] })),
    "keys of options": posted(
      configured("single_select", {
        options: [
          { value: "a", label: "A", icon: "x" },
          { value: "b", label: "B" },
        ],
      }),
    ),
  },
  bad: {
    "a slip": {
      given: posted(configured("single_select", { option: ["Approve"] })),
      reports: [{ message: "unknown", at: BODY, text: '"option"' }],
    },
    "an invention in the app": {
      given: asked(configured("boolean", { theme: "dark" })),
      reports: [{ message: "unknown", at: field("response_config"), text: '"theme"' }],
    },
  },
});
