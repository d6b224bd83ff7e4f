import { defineRequestRule } from "../../review-request-rule.ts";
import { described } from "../../review-wording.ts";

export const hitlDefaultMultiString = defineRequestRule({
  id: "hitl/default-multi-string",
  gravity: "risky",
  summary: "The default answer of a multi-select is one text instead of a list",

  messages: {
    bare: (d: { value: string }) => `The default of a \`multi_select\` is ${d.value}, not a list`,
  },

  check({ get, responseType }, report) {
    const field = get("default_response");
    if (responseType !== "multi_select" || field?.kind !== "string") return;
    const help = `Write \`${JSON.stringify([field.value])}\``;
    report("bare", { at: field.at, data: { value: described(field.value) }, help });
  },
});
