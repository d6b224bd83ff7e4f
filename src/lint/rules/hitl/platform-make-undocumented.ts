import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlPlatformMakeUndocumented = defineRequestRule({
  id: "hitl/platform-make-undocumented",
  gravity: "risky",
  summary: "The platform of a review request is `make`, which is not documented",
  fixable: "suggested",

  messages: {
    make: () => "`platform` is `make`, a value that no page of HITL.sh's documentation has",
  },

  check(request, report) {
    const platform = request.get("platform");
    if (platform?.value !== "make") return;
    const fix = writeField("suggested", request, platform, "api");
    report("make", { at: platform.at, help: "Write `api`", fix });
  },
});
