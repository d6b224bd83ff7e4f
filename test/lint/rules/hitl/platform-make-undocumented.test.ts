import { hitlPlatformMakeUndocumented } from "../../../../src/lint/rules/hitl/platform-make-undocumented.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, posted, request } from "./requests.ts";

describeRule(hitlPlatformMakeUndocumented, {
  good: {
    "a documented platform": posted(request()),
    "no platform": posted(request("single_select", { platform: undefined })),
  },
  bad: {
    "the platform `make`": {
      given: posted(request("single_select", { platform: "make" })),
      reports: [{ message: "make", at: BODY, text: '"make"' }],
    },
  },
});
