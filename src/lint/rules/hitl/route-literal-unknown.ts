import { answerValue } from "../../../catalog/hitl/contract.ts";
import { slipFor } from "../../../util/nearest.ts";
import { defineAnswerRule, namesOf, slug, writeLiteral } from "../../review-links.ts";
import { alternatives, didYouMean, quoted } from "../../review-wording.ts";

export const hitlRouteLiteralUnknown = defineAnswerRule({
  id: "hitl/route-literal-unknown",
  gravity: "risky",
  summary: "An answer is compared with a text that is none of the options",
  fixable: "suggested",

  messages: {
    unknown: (d: { literal: string }) => `No option of the review is called ${d.literal}, so this never holds`,
  },

  check({ tests }, choice, report) {
    if (choice === undefined) return;
    const names = namesOf(choice);
    const values = choice.options.map(answerValue);
    for (const test of tests) {
      const { literal, how, substitutes, at } = test;
      // A part of an option is a fair thing to look for.
      if (how === "contain" && choice.type === "single_select") continue;
      if (names.has(slug(literal)) || substitutes.includes(literal)) continue;
      const help = didYouMean(slug(literal), values, `Write ${alternatives(values)}`);
      const meant = slipFor(slug(literal), values);
      const fix = meant === undefined ? undefined : writeLiteral(test, meant);
      report("unknown", { at, data: { literal: quoted(literal) }, help, fix });
    }
  },
});
