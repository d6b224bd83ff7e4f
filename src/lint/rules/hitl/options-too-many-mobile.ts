import { OPTION_COUNT, OPTIONS_ON_A_PHONE } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlOptionsTooManyMobile = defineRequestRule({
  id: "hitl/options-too-many-mobile",
  gravity: "advice",
  summary: "A select has more options than fit on a phone",

  messages: {
    many: (d: { count: number }) => `${d.count} options are hard to choose from on a phone`,
  },

  check({ configOf }, report) {
    const options = configOf("single_select", "multi_select")?.get("options");
    const count = options?.items.length ?? 0;
    if (options === undefined || count <= OPTIONS_ON_A_PHONE || count > OPTION_COUNT.max) return;
    report("many", {
      at: options.at,
      data: { count },
      help: `Keep to ${OPTIONS_ON_A_PHONE} options, or ask in two steps`,
    });
  },
});
