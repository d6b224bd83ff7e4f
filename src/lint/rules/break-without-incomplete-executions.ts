import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { isObject } from "../../util/is-object.ts";
import { pointer } from "../../util/json-pointer.ts";
import { defineRule } from "../rule.ts";

/** A Break handler in a scenario that does not store incomplete executions: there is nowhere to keep the bundle. */
export const breakWithoutIncompleteExecutions = defineRule({
  id: "break-without-incomplete-executions",
  category: "reliability",
  summary: "A Break handler has nowhere to store the bundle that failed",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "safe",

  messages: {
    notStored: () => "A Break handler stores nothing while the scenario does not keep incomplete executions",
  },

  check({ scenario, report }) {
    if (scenario.isFragment || scenario.settings.dlq === true) return;
    const breaks = connectedModules(scenario).filter(
      (module) => module.type === "builtin:Break" && isInside(module, "handler"),
    );
    if (breaks.length === 0) return;
    const setting = pointer(scenario.metadataPointer, "scenario", "dlq");
    report("notStored", {
      at: { pointer: setting },
      help: 'Turn on "Store incomplete executions" in the scenario settings: `metadata.scenario.dlq` is `true`, in TypeScript `storeIncompleteExecutions: true`',
      related: breaks.map((module) => ({
        message: `\`${describeModule(module)}\` needs them`,
        at: modulePlace(module),
      })),
      // To add a member that is there already is to replace it.
      ...(isObject(scenario.metadata.scenario)
        ? { fix: { safety: "safe", patch: [{ op: "add", path: setting, value: true }] } }
        : {}),
    });
  },
});
