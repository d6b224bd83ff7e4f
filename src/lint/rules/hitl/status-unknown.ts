import type { JsonPlace } from "../../../diagnostics/diagnostic.ts";
import { slipFor } from "../../../util/nearest.ts";
import { answerTests } from "../../review-answers.ts";
import { valueAt } from "../../review-fixes.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";
import { alternatives, didYouMean } from "../../review-wording.ts";
import type { Fix } from "../../rule.ts";
import { textFix } from "../../text-fix.ts";

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
  fixable: "suggested",

  messages: {
    never: (d: { field: string; value: string }) => `A review never has the ${d.field} \`${d.value}\``,
    older: (d: { field: string; value: string }) =>
      `The ${d.field} \`${d.value}\` stands only on pages of HITL.sh that describe another version`,
  },

  check({ scenario, report }) {
    for (const { module, field, paths, how, literal, ignoresCase, at } of answerTests(scenario)) {
      const known = KNOWN.get(field);
      if (known === undefined || literal === undefined || (how !== "equal" && how !== "notequal")) continue;
      if (literal === "" || paths.some(({ length }) => length > 0)) continue;
      const value = ignoresCase ? literal.toLowerCase() : literal;
      if (known.includes(value)) continue;
      const message = ELSEWHERE.includes(value) ? "older" : "never";
      report(message, {
        at,
        data: { field, value: literal },
        help: advice(field, value, known),
        fix: fixOf(at, valueAt(module, at), meantBy(field, value, known) ?? slipFor(value, known)),
      });
    }
  },
});

function fixOf({ pointer: path, range }: JsonPlace, text: unknown, meant: string | undefined): Fix | undefined {
  if (meant === undefined) return undefined;
  if (range === undefined) return { safety: "suggested", patch: [{ op: "replace", path, value: meant }] };
  return textFix("suggested", path, text, [{ range, text: `"${meant}"` }]);
}

const meantBy = (field: string, value: string, known: readonly string[]): string | undefined =>
  known.find((one) => one === value.toLowerCase() || (field === "event" && one.endsWith(`.${value}`)));

function advice(field: string, value: string, known: readonly string[]): string {
  const meant = meantBy(field, value, known);
  const otherwise = meant === undefined ? `Write ${alternatives(known)}` : `Write \`${meant}\``;
  return meant === undefined ? didYouMean(value, known, otherwise) : otherwise;
}
