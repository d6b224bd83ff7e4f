import { lengthOf, REQUEST_TEXT_LENGTH } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { counted, described } from "../../review-wording.ts";

export const hitlRequestTextLength = defineRequestRule({
  id: "hitl/request-text-length",
  gravity: "refused",
  summary: "The text of a review request is empty or too long",

  messages: {
    blank: () => "`request_text` is empty",
    long: (d: { length: number }) =>
      `\`request_text\` has ${counted(d.length)} characters, and HITL.sh takes ${counted(REQUEST_TEXT_LENGTH.max)}`,
    notText: (d: { value: string }) => `\`request_text\` is ${d.value}, not text`,
  },

  check({ get }, report) {
    const text = get("request_text");
    if (text === undefined || text.kind === "mapped") return;
    const { at } = text;
    if (text.kind !== "string") {
      report("notText", { at, data: { value: described(text.value) }, help: "Write the question as text" });
    } else if (text.value.trim() === "") {
      report("blank", { at, help: "Write what reviewers shall decide" });
    } else if (lengthOf(text.value) > REQUEST_TEXT_LENGTH.max) {
      const help = "Shorten it, or put details into `context`";
      report("long", { at, data: { length: lengthOf(text.value) }, help });
    }
  },
});
