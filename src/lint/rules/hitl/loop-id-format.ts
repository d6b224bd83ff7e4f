import { OBJECT_ID } from "../../../catalog/hitl/contract.ts";
import { asText } from "../../../util/as-text.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

export const hitlLoopIdFormat = defineRequestRule({
  id: "hitl/loop-id-format",
  gravity: "risky",
  summary: "The loop of a review request is no id of HITL.sh",

  messages: {
    notId: (d: { value: string }) => `The loop ${d.value} is not an id of 24 digits and letters from a to f`,
  },

  check({ loopId }, report) {
    if (loopId === undefined || loopId.kind === "mapped" || OBJECT_ID.test(asText(loopId.value))) return;
    report("notId", {
      at: loopId.at,
      data: { value: quoted(loopId.value) },
      help: "Copy the loop's id from HITL.sh's dashboard",
    });
  },
});
