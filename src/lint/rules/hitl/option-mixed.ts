import { answerValue } from "../../../catalog/hitl/contract.ts";
import { writeParts } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlOptionMixed = defineRequestRule({
  id: "hitl/option-mixed",
  gravity: "risky",
  summary: "A select has both options that are text and options that are objects",
  fixable: "suggested",

  messages: {
    mixed: () => "Some `options` are texts and others are objects",
  },

  check(request, report) {
    const { configOf, options } = request;
    const list = configOf()?.get("options");
    const kinds = new Set(options.map(({ kind }) => kind));
    if (list === undefined || !kinds.has("string") || !kinds.has("object")) return;
    const texts = options.filter((option) => option.kind === "string");
    report("mixed", {
      at: list.name,
      help: "Write all of them with `value` and `label`",
      fix: writeParts(
        "suggested",
        request,
        texts.map(({ at, value }) => ({ at, value: { value: answerValue(value), label: value } })),
      ),
    });
  },
});
