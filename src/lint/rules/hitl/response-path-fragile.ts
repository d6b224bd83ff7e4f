import { type AnswerTest, answerTests } from "../../review-answers.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";

/** The names under which the object around an answer has it. */
const VALUE = /^(?:selected_values?|rating|number|boolean)$/;

export const hitlResponsePathFragile = defineFlowRule({
  id: "hitl/response-path-fragile",
  gravity: "advice",
  summary: "A condition reads an answer in only one of the two forms in which HITL.sh publishes it",

  messages: {
    object: (d: { name: string }) => `\`response_data.${d.name}\` is empty when HITL.sh sends the bare answer`,
  },

  check({ scenario, report }) {
    for (const test of answerTests(scenario)) {
      const name = onlyName(test);
      if (name === undefined) continue;
      report("object", {
        at: test.at,
        data: { name },
        help: `Accept both: \`ifempty(….response_data.${name}; ….response_data)\``,
      });
    }
  },
});

/** The one name under which a test looks for the answer; nothing when it takes the bare answer as well. */
function onlyName({ field, paths }: AnswerTest): string | undefined {
  if (field !== "response_data") return undefined;
  const names = paths.map(([first]) => (first?.kind === "property" ? first.name : ""));
  return names.every((name) => VALUE.test(name)) ? names[0] : undefined;
}
