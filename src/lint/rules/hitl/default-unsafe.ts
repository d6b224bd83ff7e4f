import { findOption, optionLabel } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

/** Words of an answer that lets something happen. */
const GRANTING = /\b(?:accept|agree|allow|approve|authori[sz]e|confirm|grant|pay|publish|release|yes)(?:d|ed|s)?\b/i;
const REFUSING = /\b(?:deny|disallow|do not|don't|needs?|no|not|never|reject|stop|without)\b/i;

export const hitlDefaultUnsafe = defineRequestRule({
  id: "hitl/default-unsafe",
  gravity: "risky",
  summary: "A review approves when nobody answers",

  messages: {
    grants: (d: { answer: string }) => `When nobody answers in time, the answer is ${d.answer}`,
  },

  check({ answers = [], configOf, defaults, get }, report) {
    const grants = (text: string): boolean => GRANTING.test(text) && !REFUSING.test(text);
    const help = "Choose the answer that does no harm, such as a refusal or an escalation";
    for (const choice of defaults) {
      const found = choice.kind === "string" ? findOption(answers, choice.value) : undefined;
      if (found === undefined) continue;
      const label = optionLabel(found.option);
      if (grants(label)) report("grants", { at: choice.at, data: { answer: quoted(label) }, help });
    }

    const answer = get("default_response");
    const label = configOf("boolean")?.get(answer?.value === false ? "false_label" : "true_label");
    if (answer?.kind !== "boolean" || label?.kind !== "string" || !grants(label.value)) return;
    report("grants", { at: answer.at, data: { answer: quoted(label.value) }, help });
  },
});
