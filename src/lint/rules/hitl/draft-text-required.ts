import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlDraftTextRequired = defineRequestRule({
  id: "hitl/draft-text-required",
  gravity: "refused",
  summary: "Reviewers are asked to edit a text that is not there",

  messages: {
    missing: () => "An `editable_text` needs `draft_text`, and there is none",
    notText: (d: { value: string }) => `\`draft_text\` is ${d.value}, not text`,
  },

  check({ configOf }, report) {
    const config = configOf("editable_text");
    if (config === undefined) return;
    const draft = config.get("draft_text");
    const help = "Add `draft_text` with the text that reviewers shall edit";
    if (config.lacks("draft_text")) report("missing", { at: config.name, help });
    if (draft === undefined || draft.kind === "mapped") return;
    if (draft.kind === "string" && draft.value.trim() !== "") return;
    report("notText", { at: draft.at, data: { value: described(draft.value) }, help });
  },
});
