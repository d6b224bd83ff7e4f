import { unquoteObject } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlConfigObject = defineRequestRule({
  id: "hitl/config-object",
  gravity: "refused",
  summary: "The response configuration of a review request is no JSON object",
  fixable: "safe",

  messages: {
    broken: (d: { problem: string }) => `\`response_config\` is not JSON: ${d.problem}`,
    notObject: (d: { value: string }) => `\`response_config\` is ${d.value}, not an object`,
  },

  check(request, report) {
    const { form, get } = request;
    const config = get("response_config");
    if (config === undefined || config.kind === "object" || config.kind === "mapped") return;
    const isQuoted = form === "http" && config.kind === "string" && config.value.trimStart().startsWith("{");
    const help = isQuoted
      ? "Remove the quotes around the object: only the field of the Make app takes it as text"
      : 'Write an object, such as `{"options": ["Approve", "Reject"]}`';
    if (config.kind === "broken") {
      report("broken", { at: config.problem.at, data: { problem: config.problem.message }, help });
    } else {
      report("notObject", {
        at: config.at,
        data: { value: described(config.value) },
        help,
        fix: unquoteObject(request, config),
      });
    }
  },
});
