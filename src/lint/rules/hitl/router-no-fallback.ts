import { defineAnswerRule } from "../../review-links.ts";

export const hitlRouterNoFallback = defineAnswerRule({
  id: "hitl/router-no-fallback",
  gravity: "advice",
  summary: "A router on answers drops one that none of its routes knows",

  messages: {
    dropped: (d: { module: string }) => `\`${d.module}\` drops an answer that none of its routes asks for`,
  },

  check({ deciders }, choice, report) {
    // With the options at hand it can be told whether one is missing, which is another rule's.
    if (choice !== undefined) return;
    for (const { name, at, isRouter, isOpen } of deciders) {
      if (!isRouter || isOpen) continue;
      report("dropped", {
        at,
        data: { module: name },
        help: "Add a fallback route that tells somebody about the unexpected answer",
      });
    }
  },
});
