import { type ResponseType, spellingsOf } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

/** The defaults that HITL.sh's pages give for a key, where they differ. */
const DISPUTED: Partial<Readonly<Record<ResponseType, Readonly<Record<string, string>>>>> = {
  multi_select: { min_selections: "0 or 1" },
  number: { min_value: "0 or 1", decimal_places: "0 or 2" },
};

export const hitlImplicitDefault = defineRequestRule({
  id: "hitl/implicit-default",
  gravity: "strict",
  summary: "The response configuration relies on a default that is not certain",

  messages: {
    disputed: (d: { key: string; values: string }) =>
      `\`${d.key}\` is left out, and its default is ${d.values}, depending on the page of HITL.sh's documentation`,
  },

  check({ configOf, responseType: type }, report) {
    const config = configOf();
    if (config === undefined || type === undefined) return;
    for (const [key, values] of Object.entries({ ...DISPUTED[type], required: "`true` or `false`" })) {
      if (!config.lacks(...spellingsOf(type, key))) continue;
      report("disputed", { at: config.name, data: { key, values }, help: `Add \`${key}\` with the value you mean` });
    }
  },
});
