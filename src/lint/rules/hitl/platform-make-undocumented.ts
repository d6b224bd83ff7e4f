import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlPlatformMakeUndocumented = defineRequestRule({
  id: "hitl/platform-make-undocumented",
  gravity: "risky",
  summary: "The platform of a review request is `make`, which is not documented",

  messages: {
    make: () => "`platform` is `make`, a value that no page of HITL.sh's documentation has",
  },

  check({ get }, report) {
    const platform = get("platform");
    if (platform?.value === "make") report("make", { at: platform.at, help: "Write `api`" });
  },
});
