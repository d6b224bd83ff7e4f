import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { givesAccess, isUntouched, missingFields } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** A module without the connection, or the key, that it works with. */
export const missingConnection = defineRule({
  id: "missing-connection",
  category: "configuration",
  summary: "A module has no connection, so that the scenario cannot be turned on",
  severity: { recommended: "info", strict: "error", publish: "off" },
  since: "0.1.0",

  messages: {
    connection: (d: { module: string }) => `\`${d.module}\` has no connection`,
    key: (d: { module: string }) => `\`${d.module}\` has no credentials`,
  },

  check({ scenario, catalog, report }) {
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      if (isUntouched(module)) continue;
      for (const filled of missingFields(module, catalog)) {
        const { field, path } = filled;
        if (!givesAccess(field)) continue;
        const isConnection = field.type.startsWith("account");
        report(isConnection ? "connection" : "key", {
          at: fieldPlace(module, ...path),
          data: { module: describeModule(module) },
          help: isConnection
            ? `Choose one in the module's form, or set \`${path.join(".")}\` to the id of a connection`
            : `Choose them in the module's form, or set \`${path.join(".")}\` to the id of a key in the keychain`,
        });
      }
    }
  },
});
