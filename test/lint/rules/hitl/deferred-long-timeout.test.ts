import { hitlDeferredLongTimeout } from "../../../../src/lint/rules/hitl/deferred-long-timeout.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const timeout = (timeout_seconds: unknown, processing_type = "deferred") =>
  request("single_select", { timeout_seconds, processing_type });

describeRule(hitlDeferredLongTimeout, {
  good: {
    "one day": posted(timeout(86_400)),
    "more than 30 days, which another rule reports": posted(timeout(2_592_001)),
    "a time-sensitive request, of which another rule speaks": posted(timeout(86_401, "time-sensitive")),
    "a mapped timeout": posted(timeout("{{1.seconds}}")),
  },
  bad: {
    "seven days": { given: posted(timeout(604_800)), reports: [{ message: "long", at: BODY, text: "604800" }] },
    "30 days in the app": {
      given: asked(timeout("2592000")),
      reports: [{ message: "long", at: field("timeout_seconds"), text: "2592000" }],
    },
  },
});
