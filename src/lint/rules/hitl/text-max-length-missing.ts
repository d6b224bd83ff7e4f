import { ANSWER_LENGTH } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

export const hitlTextMaxLengthMissing = defineRequestRule({
  id: "hitl/text-max-length-missing",
  gravity: "risky",
  summary: "A text answer has no greatest length",

  messages: {
    missing: (d: { type: string }) =>
      `A \`${d.type}\` answer has no \`max_length\`, which most of HITL.sh's pages require`,
  },

  check({ configOf, responseType: type }, report) {
    const config = configOf("text", "editable_text");
    if (type === undefined || !config?.lacks("max_length")) return;
    const help = `Add \`"max_length": 1000\`, or another number up to ${ANSWER_LENGTH.max}`;
    report("missing", { at: config.name, data: { type }, help });
  },
});
