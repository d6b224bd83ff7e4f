import { connectedModules } from "../../model/connected-modules.ts";
import { describeFlow } from "../../model/describe-flow.ts";
import { fieldPlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** A route or branch that someone switched off, perhaps for a test. */
export const disabledRoute = defineRule({
  id: "disabled-route",
  category: "structure",
  summary: "A route or branch is switched off",
  severity: { recommended: "info", strict: "warning", publish: "warning" },
  since: "0.1.0",

  messages: {
    disabled: (d: { flow: string }) => `${d.flow} is switched off`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      for (const flow of [...module.routes, ...module.branches]) {
        if (flow.source?.disabled !== true) continue;
        report("disabled", {
          at: fieldPlace(module, flow.kind === "route" ? "routes" : "branches", flow.index, "disabled"),
          data: { flow: describeFlow(flow) },
          help: "Enable it, or remove it when nobody needs it any more",
        });
      }
    }
  },
});
