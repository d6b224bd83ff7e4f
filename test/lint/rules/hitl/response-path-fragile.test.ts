import { hitlResponsePathFragile } from "../../../../src/lint/rules/hitl/response-path-fragile.ts";
import { describeRule } from "../../describe-rule.ts";
import { blueprint, mail, mailIf, watch } from "./flows.ts";

describeRule(hitlResponsePathFragile, {
  good: {
    "both forms": blueprint([
      watch(),
      mailIf(2, "{{ifempty(1.response_data.selected_value; 1.response_data)}}", "approve"),
    ]),
    "the bare answer, of which Make's page speaks": blueprint([watch(), mailIf(2, "{{1.response_data}}", "approve")]),
    "a text for people": blueprint([watch(), mail(2, "{{1.response_data.selected_label}}")]),
    "a field of the revised text": blueprint([watch(), mailIf(2, "{{1.response_data.was_edited}}", "true")]),
  },
  bad: {
    "the object alone": {
      given: blueprint([watch(), mailIf(2, "{{1.response_data.selected_value}}", "approve")]),
      reports: [{ message: "object", at: "/flow/1/filter/conditions/0/0/b", text: "approve" }],
    },
    "the object alone, in a mapping": {
      given: blueprint([watch(), mail(2, '{{if(lower(1.response_data.boolean) = "true"; 1; 2)}}')]),
      reports: [{ message: "object", at: "/flow/1/mapper/subject", text: '"true"' }],
    },
  },
});
