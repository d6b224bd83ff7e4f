import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlBodyNotJson = defineRequestRule({
  id: "hitl/body-not-json",
  gravity: "refused",
  summary: "The body of a review request is no JSON object",

  messages: {
    empty: () => "The request to HITL.sh has no body",
    broken: (d: { problem: string }) => `The body of the review request is not JSON: ${d.problem}`,
    notObject: (d: { value: string }) => `The body of the review request is ${d.value}, not an object`,
  },

  check({ body }, report) {
    const help = 'Write a JSON object, such as `{"request_text": "…", …}`';
    if (body.kind === "broken" && body.value.trim() === "") {
      report("empty", { at: body.name, help });
    } else if (body.kind === "broken") {
      report("broken", {
        at: body.problem.at,
        data: { problem: body.problem.message },
        help: "Repair the JSON at this place",
      });
    } else if (body.kind !== "object" && body.kind !== "mapped") {
      report("notObject", { at: body.at, data: { value: described(body.value) }, help });
    }
  },
});
