import { answerValue, isOption } from "../../../catalog/hitl/contract.ts";
import type { RequestField } from "../../review-request-field.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

export const hitlOptionUnique = defineRequestRule({
  id: "hitl/option-unique",
  gravity: "refused",
  summary: "Two options of a select give the same answer",

  messages: {
    repeated: (d: { answer: string }) => `Another option gives the answer ${d.answer} too`,
  },

  check({ options }, report) {
    const first = new Map<string, RequestField>();
    for (const option of options) {
      if (option.kind === "mapped" || option.get("value")?.kind === "mapped" || !isOption(option.value)) continue;
      const answer = answerValue(option.value);
      const earlier = first.get(answer);
      if (earlier === undefined) {
        first.set(answer, option);
        continue;
      }
      report("repeated", {
        at: option.at,
        data: { answer: quoted(answer) },
        help: "Give each option a value of its own",
        related: [{ message: "The other one", at: earlier.at }],
      });
    }
  },
});
