import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule } from "../../model/module-place.ts";
import { isObject } from "../../util/is-object.ts";
import { pointer } from "../../util/json-pointer.ts";
import { isMapped } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** Set multiple variables with one name twice: only one of the values can be read. */
export const duplicateVariableName = defineRule({
  id: "duplicate-variable-name",
  category: "configuration",
  summary: "A module sets the same variable twice, so that one of the values is lost",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    duplicate: (d: { module: string; name: string }) => `\`${d.module}\` sets the variable \`${d.name}\` twice`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const variables: unknown = module.type === "util:SetVariables" ? module.source.mapper?.variables : undefined;
      const first = new Map<string, string>();
      for (const [index, variable] of (Array.isArray(variables) ? variables : []).entries()) {
        const name: unknown = isObject(variable) ? variable.name : undefined;
        if (typeof name !== "string" || name === "" || isMapped(name)) continue;
        const at = pointer(module.pointer, "mapper", "variables", index, "name");
        const before = first.get(name);
        if (before === undefined) first.set(name, at);
        else {
          report("duplicate", {
            at: { pointer: at },
            data: { module: describeModule(module), name },
            help: "Give it a name of its own, or remove one of the two",
            related: [{ message: "Also set here", at: { pointer: before } }],
          });
        }
      }
    }
  },
});
