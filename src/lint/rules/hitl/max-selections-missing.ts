import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlMaxSelectionsMissing = defineRequestRule({
  id: "hitl/max-selections-missing",
  gravity: "risky",
  summary: "A multi-select does not say how many options may be chosen",

  messages: {
    missing: () => "A `multi_select` has no `max_selections`, which some of HITL.sh's pages require",
  },

  check({ configOf, options }, report) {
    const config = configOf("multi_select");
    if (!config?.lacks("max_selections")) return;
    const count = options.length > 0 ? options.length : 3;
    report("missing", { at: config.name, help: `Add \`"max_selections": ${count}\`` });
  },
});
