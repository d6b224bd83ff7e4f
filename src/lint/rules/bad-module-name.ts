import { connectedModules } from "../../model/connected-modules.ts";
import { isEmptySlot } from "../../model/empty-slot.ts";
import { modulePlace } from "../../model/module-place.ts";
import { nearest } from "../../util/nearest.ts";
import { defineRule } from "../rule.ts";

/** `app:Module`; an app that a team made for itself begins with `app#`. */
const MODULE_NAME = /^(?:app#)?[a-z][a-z0-9-]*:[A-Za-z0-9]+$/;

/** A module that Make cannot look up: its name is not written as `app:Module`, or the slot was left empty. */
export const badModuleName = defineRule({
  id: "bad-module-name",
  category: "structure",
  summary: "A module's name is not written as Make writes it, or its slot is empty",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    emptySlot: () => "No module was chosen for this slot, so the scenario cannot run",
    malformed: (d: { name: string }) => `\`${d.name}\` is not the name of a module`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (MODULE_NAME.test(module.type) && !isEmptySlot(module)) continue;
      const at = modulePlace(module);
      if (isEmptySlot(module)) {
        report("emptySlot", { at, help: "Choose a module in Make's editor, or remove the slot" });
      } else {
        const [meant = "slack:CreateMessage"] = nearest(
          module.type,
          catalog.modules.map((declaration) => declaration.module),
        );
        report("malformed", {
          at,
          data: { name: module.type },
          help: `Name the app and its module as Make does, such as \`${meant}\``,
        });
      }
    }
  },
});
