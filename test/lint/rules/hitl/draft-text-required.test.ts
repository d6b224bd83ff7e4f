import { hitlDraftTextRequired } from "../../../../src/lint/rules/hitl/draft-text-required.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, configured, field, posted, request } from "./requests.ts";

const draft = (draft_text: unknown) => configured("editable_text", { draft_text });

describeRule(hitlDraftTextRequired, {
  good: {
    "a draft": posted(request("editable_text")),
    "a mapped draft": posted(draft("{{1.text}}")),
    "another type": posted(request("text")),
  },
  bad: {
    "no draft": {
      given: posted(draft(undefined)),
      reports: [{ message: "missing", at: BODY, text: '"response_config"' }],
    },
    "an empty draft": {
      given: asked(draft("")),
      reports: [{ message: "notText", at: field("response_config"), text: '""' }],
    },
    "a number": { given: posted(draft(1)), reports: [{ message: "notText", at: BODY, text: "1" }] },
  },
});
