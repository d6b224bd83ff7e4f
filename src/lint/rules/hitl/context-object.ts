import { unquoteObject } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlContextObject = defineRequestRule({
  id: "hitl/context-object",
  gravity: "refused",
  summary: "The context of a review request is no JSON object",
  fixable: "safe",

  messages: {
    broken: (d: { problem: string }) => `\`context\` is not JSON: ${d.problem}`,
    notObject: (d: { value: string }) => `\`context\` is ${d.value}, not an object`,
  },

  check(request, report) {
    const { get } = request;
    const context = get("context");
    if (context === undefined || context.kind === "object" || context.kind === "mapped") return;
    const help = 'Write an object, such as `{"order": "A-17"}`';
    if (context.kind === "broken") {
      report("broken", { at: context.problem.at, data: { problem: context.problem.message }, help });
    } else {
      report("notObject", {
        at: context.at,
        data: { value: described(context.value) },
        help,
        fix: unquoteObject(request, context),
      });
    }
  },
});
