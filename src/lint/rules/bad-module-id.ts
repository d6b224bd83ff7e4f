import { isEmptySlot } from "../../model/empty-slot.ts";
import { fieldPlace } from "../../model/module-place.ts";
import { asText } from "../../util/as-text.ts";
import { defineRule } from "../rule.ts";

/** A module whose id is not a whole number from 1. */
export const badModuleId = defineRule({
  id: "bad-module-id",
  category: "structure",
  summary: "A module's id is not a whole number from 1",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "safe",

  messages: {
    missing: (d: { module: string }) => `\`${d.module}\` has no id`,
    malformed: (d: { module: string; id: string }) =>
      `\`${d.id}\`, the id of \`${d.module}\`, is not a whole number from 1`,
  },

  check({ scenario, report }) {
    const taken = new Set<unknown>(scenario.modules.map(({ id }) => id));
    for (const module of scenario.modules) {
      const id: unknown = module.id;
      if ((Number.isInteger(id) && module.id > 0) || isEmptySlot(module)) continue;
      const at = fieldPlace(module, "id");
      const name = module.name ?? module.type;
      if (id === undefined || id === null) {
        report("missing", { at, data: { module: name }, help: "Give it a whole number that no other module has" });
      } else {
        const isQuoted = /^[1-9]\d{0,14}$/.test(asText(id));
        report("malformed", {
          at,
          data: { module: name, id: JSON.stringify(id) },
          help: isQuoted
            ? `Write it without quotation marks: \`${asText(id)}\``
            : "Give it a whole number that no other module has",
          ...(isQuoted && !taken.has(Number(id))
            ? { fix: { safety: "safe", patch: [{ op: "replace", path: at.pointer, value: Number(id) }] } }
            : {}),
        });
      }
    }
  },
});
