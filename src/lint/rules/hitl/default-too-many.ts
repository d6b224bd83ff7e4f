import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlDefaultTooMany = defineRequestRule({
  id: "hitl/default-too-many",
  gravity: "refused",
  summary: "The default answer of a multi-select has more choices than are allowed",

  messages: {
    many: (d: { count: number; max: number }) =>
      `\`default_response\` has ${d.count} choices, and \`max_selections\` is ${d.max}`,
  },

  check({ configOf, get }, report) {
    const max = configOf("multi_select")?.get("max_selections");
    const field = get("default_response");
    if (max?.kind !== "number" || max.value < 1 || field?.kind !== "array") return;
    const count = field.items.length;
    if (count <= max.value) return;
    report("many", { at: field.at, data: { count, max: max.value }, help: `Keep ${max.value} of them` });
  },
});
