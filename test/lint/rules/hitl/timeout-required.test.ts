import { hitlTimeoutRequired } from "../../../../src/lint/rules/hitl/timeout-required.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const without = { timeout_seconds: undefined };

describeRule(hitlTimeoutRequired, {
  good: {
    "a timeout": posted(request()),
    "a deferred request": posted(request("single_select", { ...without, processing_type: "deferred" })),
    "a request that may be deferred": posted(request("single_select", { ...without, processing_type: "{{1.kind}}" })),
    "a deferred request of the app": asked(request("single_select", { ...without, processing_type: "deferred" })),
    "a body without a processing type, which another rule reports": posted(
      request("single_select", { ...without, processing_type: undefined }),
    ),
  },
  bad: {
    "a time-sensitive request": {
      given: posted(request("single_select", without)),
      reports: [{ message: "missing", at: BODY, text: '"time-sensitive"' }],
    },
    "the app with the field chosen": {
      given: asked(request("single_select", without)),
      reports: [{ message: "missing", at: field("processing_type") }],
    },
    "the app with the field left empty": {
      given: asked(request("single_select", { ...without, processing_type: "" })),
      reports: [{ message: "byDefault", at: "/flow/1/module" }],
    },
  },
});
