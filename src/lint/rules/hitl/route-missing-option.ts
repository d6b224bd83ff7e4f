import { answerValue, optionLabel } from "../../../catalog/hitl/contract.ts";
import { defineAnswerRule, slug } from "../../review-links.ts";
import { alternatives } from "../../review-wording.ts";

export const hitlRouteMissingOption = defineAnswerRule({
  id: "hitl/route-missing-option",
  gravity: "risky",
  summary: "Reviewers can choose an option that leads nowhere",

  messages: {
    missing: (d: { module: string; options: string }) => `\`${d.module}\` has no way for the answer ${d.options}`,
  },

  check({ tests, deciders }, choice, report) {
    const [first] = deciders;
    if (choice?.type !== "single_select" || first === undefined || deciders.some(({ isOpen }) => isOpen)) return;
    const handled = new Set(tests.map(({ literal }) => slug(literal)));
    const missing = choice.options.filter(
      (option) => !handled.has(slug(answerValue(option))) && !handled.has(slug(optionLabel(option))),
    );
    if (missing.length === 0) return;
    report("missing", {
      at: first.at,
      data: { module: first.name, options: alternatives(missing.map(answerValue)) },
      help: first.isRouter ? "Add a route for it, or a fallback route" : "Add a branch for it, or an else branch",
    });
  },
});
