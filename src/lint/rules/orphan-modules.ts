import { describeModule, modulePlace } from "../../model/module-place.ts";
import { defineRule } from "../rule.ts";

/** Modules that lie on the canvas without being connected: they are exported, and never run. */
export const orphanModules = defineRule({
  id: "orphan-modules",
  category: "structure",
  summary: "Modules hang on nothing and never run",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    single: (d: { module: string }) => `\`${d.module}\` is connected to nothing and never runs`,
    chain: (d: { module: string; more: number }) =>
      `\`${d.module}\` and ${d.more} behind it are connected to nothing and never run`,
  },

  check({ scenario, report }) {
    for (const { modules } of scenario.orphans) {
      const [first] = modules;
      if (first === undefined) continue;
      const place = { at: modulePlace(first), help: "Connect it on the canvas, or delete it" };
      const module = describeModule(first);
      if (modules.length === 1) report("single", { ...place, data: { module } });
      else report("chain", { ...place, data: { module, more: modules.length - 1 } });
    }
  },
});
