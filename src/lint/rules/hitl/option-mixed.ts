import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlOptionMixed = defineRequestRule({
  id: "hitl/option-mixed",
  gravity: "risky",
  summary: "A select has both options that are text and options that are objects",

  messages: {
    mixed: () => "Some `options` are texts and others are objects",
  },

  check({ configOf, options }, report) {
    const list = configOf()?.get("options");
    const kinds = new Set(options.map(({ kind }) => kind));
    if (list === undefined || !kinds.has("string") || !kinds.has("object")) return;
    report("mixed", { at: list.name, help: "Write all of them with `value` and `label`" });
  },
});
