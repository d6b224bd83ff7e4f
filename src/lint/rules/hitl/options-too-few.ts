import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlOptionsTooFew = defineRequestRule({
  id: "hitl/options-too-few",
  gravity: "risky",
  summary: "A select has a single option",

  messages: {
    single: () => "`options` has a single entry, so that there is nothing to choose",
  },

  check({ options }, report) {
    const [only, ...others] = options;
    if (only === undefined || others.length > 0) return;
    report("single", { at: only.at, help: "Add another option, or ask for a `boolean`" });
  },
});
