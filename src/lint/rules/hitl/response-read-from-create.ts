import { hasMapping } from "../../../iml/scan.ts";
import { describeModule } from "../../../model/module-place.ts";
import type { Module } from "../../../model/scenario.ts";
import { decisions, type PlacedComparison } from "../../comparisons.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";

/** What exists only once a person has answered. */
const OF_THE_ANSWER = /^(?:response_data|response_by|response_by_user|response_at|response_time_seconds)$/;

export const hitlResponseReadFromCreate = defineFlowRule({
  id: "hitl/response-read-from-create",
  gravity: "refused",
  summary: "The answer of a review is read from the module that only asks for it",

  messages: {
    answer: (d: { field: string; module: string }) =>
      `\`${d.module}\` does not wait for the answer, so it never gives \`${d.field}\``,
    state: (d: { status: string; module: string }) =>
      `\`${d.module}\` does not wait for the answer, so its status is \`pending\` and never \`${d.status}\``,
  },

  check({ requestReads, report }) {
    const help =
      "Read it in a scenario that begins with Watch Responses, or from Get Request Status once the review is over";
    const compared = new Map<Module, ReadonlyMap<string, string>>();
    for (const { of: request, field, reader, reference } of requestReads) {
      const { place } = reference;
      const module = describeModule(request.module);
      if (OF_THE_ANSWER.test(field)) report("answer", { at: place, data: { field, module }, help });
      if (field !== "status") continue;
      const wanted = compared.get(reader) ?? wantedTexts(reader);
      compared.set(reader, wanted);
      const status = wanted.get(place.pointer);
      if (status !== undefined) report("state", { at: place, data: { status, module }, help });
    }
  },
});

/** The texts other than `pending` that a module's conditions want, by the place of what they are compared with. */
const wantedTexts = (module: Module): ReadonlyMap<string, string> =>
  new Map(
    decisions(module)
      .flat()
      .flatMap(({ comparisons }) => comparisons.filter(wantsAnotherState))
      .map(({ pointer, b }) => [`${pointer}/a`, b]),
  );

const wantsAnotherState = (comparison: PlacedComparison): comparison is PlacedComparison & { readonly b: string } => {
  const { a, o, b } = comparison;
  const isBare = typeof a === "string" && /^\s*\{\{[^{}();]*\}\}\s*$/.test(a);
  const isEqual = o === "text:equal" || o === "text:equal:ci";
  return isBare && isEqual && typeof b === "string" && b !== "" && !hasMapping(b) && b.toLowerCase() !== "pending";
};
