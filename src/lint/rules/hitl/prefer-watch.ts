import { modulePlace } from "../../../model/module-place.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";

export const hitlPreferWatch = defineFlowRule({
  id: "hitl/prefer-watch",
  gravity: "note",
  summary: "A scenario asks for an answer that HITL.sh could send",

  messages: {
    asks: () => "This asks for an answer that HITL.sh sends by itself when it knows where to",
  },

  check({ sources, report }) {
    for (const { module, how, request } of sources) {
      if (how !== "status" || request?.body.kind !== "object" || !request.body.lacks("callback_url")) continue;
      report("asks", {
        at: modulePlace(module),
        help: "Give the request the `callback_url` of a scenario that begins with Watch Responses",
        related: [{ message: "The request is made here", at: modulePlace(request.module) }],
      });
    }
  },
});
