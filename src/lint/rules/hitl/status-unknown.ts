import { answerTests } from "../../review-answers.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";
import { alternatives, didYouMean } from "../../review-wording.ts";

const STATUSES: readonly string[] = ["pending", "completed", "timeout", "cancelled"];
const EVENTS: readonly string[] = ["request.completed", "request.timeout", "request.cancelled"];

const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ["status", STATUSES],
  ["event", EVENTS],
]);

/** On older or later pages only. */
const ELSEWHERE: readonly string[] = ["claimed", "request.created", "request.claimed", "execution.completed"];

export const hitlStatusUnknown = defineFlowRule({
  id: "hitl/status-unknown",
  gravity: "risky",
  summary: "The state of a review is compared with one that it never has",

  messages: {
    never: (d: { field: string; value: string }) => `A review never has the ${d.field} \`${d.value}\``,
    older: (d: { field: string; value: string }) =>
      `The ${d.field} \`${d.value}\` stands only on pages of HITL.sh that describe another version`,
  },

  check({ scenario, report }) {
    for (const { field, paths, how, literal, ignoresCase, at } of answerTests(scenario)) {
      const known = KNOWN.get(field);
      if (known === undefined || literal === undefined || (how !== "equal" && how !== "notequal")) continue;
      if (literal === "" || paths.some(({ length }) => length > 0)) continue;
      const value = ignoresCase ? literal.toLowerCase() : literal;
      if (known.includes(value)) continue;
      const message = ELSEWHERE.includes(value) ? "older" : "never";
      report(message, { at, data: { field, value: literal }, help: advice(field, value, known) });
    }
  },
});

function advice(field: string, value: string, known: readonly string[]): string {
  const meant = known.find((one) => one === value.toLowerCase() || (field === "event" && one.endsWith(`.${value}`)));
  const otherwise = meant === undefined ? `Write ${alternatives(known)}` : `Write \`${meant}\``;
  return meant === undefined ? didYouMean(value, known, otherwise) : otherwise;
}
