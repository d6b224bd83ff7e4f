import { hitlTimeoutRange } from "../../../../src/lint/rules/hitl/timeout-range.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const timeout = (timeout_seconds: unknown, processing_type = "time-sensitive") =>
  request("single_select", { timeout_seconds, processing_type });

describeRule(hitlTimeoutRange, {
  good: {
    "the smallest": posted(timeout(60)),
    "the greatest": posted(timeout(86_400)),
    "text that stands for a number in a field of the app": asked(timeout("3600")),
    "a mapped one": posted(timeout("{{1.seconds}}")),
    "30 days for a deferred request": posted(timeout(2_592_000, "deferred")),
    "30 days for one that may be deferred": posted(timeout(2_592_000, "{{1.kind}}")),
  },
  bad: {
    "one second less": { given: posted(timeout(59)), reports: [{ message: "short", at: BODY, text: "59" }] },
    "one second more": { given: posted(timeout(86_401)), reports: [{ message: "long", at: BODY, text: "86401" }] },
    "one second more than 30 days": {
      given: posted(timeout(2_592_001, "deferred")),
      reports: [{ message: "long", at: BODY, text: "2592001" }],
    },
    text: { given: posted(timeout("3600")), reports: [{ message: "notWhole", at: BODY, text: '"3600"' }] },
    "a fraction": { given: posted(timeout(90.5)), reports: [{ message: "notWhole", at: BODY, text: "90.5" }] },
    "a word in a field of the app": {
      given: asked(timeout("one hour")),
      reports: [{ message: "notWhole", at: field("timeout_seconds"), text: "one hour" }],
    },
    "text for too small a number in a field of the app": {
      given: asked(timeout(" 5 ")),
      reports: [{ message: "short", at: field("timeout_seconds"), text: "5" }],
    },
  },
});
