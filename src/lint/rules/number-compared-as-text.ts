import { readNumber } from "../../iml/coerce.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { asText } from "../../util/as-text.ts";
import { comparisons } from "../comparisons.ts";
import { typesOf } from "../output-type.ts";
import { defineRule } from "../rule.ts";

/** `text:equal` between numbers: it works as long as both are written alike. */
export const numberComparedAsText = defineRule({
  id: "number-compared-as-text",
  category: "conditions",
  summary: "Numbers are compared as texts, so that `1` and `1.0` differ",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    number: (d: { value: string; operator: string }) =>
      `\`${d.value}\` is a number, and \`${d.operator}\` compares texts`,
  },

  check({ scenario, catalog, report }) {
    const typeOf = typesOf(scenario, catalog);
    for (const module of connectedModules(scenario)) {
      for (const { a, o, b, pointer } of comparisons(module, catalog)) {
        const [, not = "", name] = TEXT_EQUAL.exec(asText(o)) ?? [];
        if (name === undefined || a === undefined || b === undefined) continue;
        const [left, right] = [asText(a), asText(b)];
        // A number that is written otherwise has a rule of its own: it is never equal.
        const isNumber = (text: string): boolean => String(readNumber(text)) === text || typeOf(text) === "number";
        if (typeOf(left) !== "number" || !isNumber(right)) continue;
        report("number", {
          at: { pointer: `${pointer}/o` },
          data: { value: left, operator: asText(o) },
          help: `Use \`number:${not}${name}\``,
          fix: {
            safety: "suggested",
            patch: [{ op: "replace", path: `${pointer}/o`, value: `number:${not}${name}` }],
          },
        });
      }
    }
  },
});

const TEXT_EQUAL = /^text:(not)?(equal)(?::ci)?$/;
