import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlDefaultMultiString = defineRequestRule({
  id: "hitl/default-multi-string",
  gravity: "risky",
  summary: "The default answer of a multi-select is one text instead of a list",
  fixable: "safe",

  messages: {
    bare: (d: { value: string }) => `The default of a \`multi_select\` is ${d.value}, not a list`,
  },

  check(request, report) {
    const { form, get, responseType } = request;
    const field = get("default_response");
    if (responseType !== "multi_select" || field?.kind !== "string") return;
    const list = JSON.stringify([field.value]);
    report("bare", {
      at: field.at,
      data: { value: described(field.value) },
      help: `Write \`${list}\``,
      // The app's field takes JSON text.
      fix: writeField("safe", request, field, form === "make" ? list : [field.value]),
    });
  },
});
