import { fieldPlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { defineRule } from "../rule.ts";

/** Two modules with the same id: Make cannot tell which of them a mapping means. */
export const duplicateModuleId = defineRule({
  id: "duplicate-module-id",
  category: "structure",
  summary: "Two modules have the same id",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    duplicate: (d: { id: number; module: string }) =>
      `The id \`${d.id}\` of \`${d.module}\` is taken by another module`,
  },

  check({ scenario, report }) {
    const owners = new Map<number, Module>();
    const ids = scenario.modules.map(({ id }) => id).filter(Number.isInteger);
    let free = ids.reduce((highest, id) => Math.max(highest, id), 0) + 1;

    for (const module of scenario.modules) {
      if (!Number.isInteger(module.id)) continue;
      const first = owners.get(module.id);
      if (first === undefined) {
        owners.set(module.id, module);
        continue;
      }
      report("duplicate", {
        at: fieldPlace(module, "id"),
        data: { id: module.id, module: module.name ?? module.type },
        help: `Give one of them a free id, such as \`${free++}\`, and correct the mappings that mean it`,
        related: [{ message: `\`${first.name ?? first.type}\` has it first`, at: fieldPlace(first, "id") }],
      });
    }
  },
});
