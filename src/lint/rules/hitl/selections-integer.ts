import { unquote } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

const LOWEST = { min_selections: 0, max_selections: 1 };

export const hitlSelectionsInteger = defineRequestRule({
  id: "hitl/selections-integer",
  gravity: "refused",
  summary: "A number of choices of a multi-select is no whole number",
  fixable: "safe",

  messages: {
    notWhole: (d: { key: string; value: string }) => `\`${d.key}\` is ${d.value}, not a whole number`,
    low: (d: { key: string; value: number }) => `\`${d.key}\` is ${d.value}`,
  },

  check(request, report) {
    const config = request.configOf("multi_select");
    for (const [key, lowest] of Object.entries(LOWEST)) {
      const count = config?.get(key);
      if (count === undefined || count.kind === "mapped") continue;
      const { at } = count;
      const help = `Write a whole number from ${lowest} on`;
      if (count.kind !== "number" || !Number.isInteger(count.value)) {
        report("notWhole", {
          at,
          data: { key, value: described(count.value) },
          help,
          fix: unquote(request, count, "number"),
        });
      } else if (count.value < lowest) {
        report("low", { at, data: { key, value: count.value }, help });
      }
    }
  },
});
