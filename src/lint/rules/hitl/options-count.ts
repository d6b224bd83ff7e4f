import { OPTION_COUNT } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlOptionsCount = defineRequestRule({
  id: "hitl/options-count",
  gravity: "refused",
  summary: "A select has no option, or more than HITL.sh takes",

  messages: {
    none: () => "`options` is an empty list",
    many: (d: { count: number }) => `\`options\` has ${d.count} entries, and HITL.sh takes ${OPTION_COUNT.max}`,
  },

  check({ configOf }, report) {
    const options = configOf("single_select", "multi_select")?.get("options");
    if (options?.kind !== "array") return;
    const { at, items } = options;
    if (items.length < OPTION_COUNT.min)
      report("none", { at, help: "List the answers that reviewers can choose from" });
    if (items.length <= OPTION_COUNT.max) return;
    report("many", { at, data: { count: items.length }, help: "Ask in two steps, or group the options" });
  },
});
