import { connectedModules } from "../../model/connected-modules.ts";
import { defineRule } from "../rule.ts";

/** A scenario with so many modules that nobody sees through it. */
export const largeScenario = defineRule({
  id: "large-scenario",
  category: "structure",
  summary: "A scenario has very many modules",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",
  // The figure is that of Workfront Fusion, which has Make's engine; nobody has confirmed it for Make.
  options: { modules: { summary: "the most modules that are fine", default: 150, minimum: 1 } },

  messages: {
    large: (d: { count: number; most: number }) => `The scenario has ${d.count} modules, more than ${d.most}`,
  },

  check({ scenario, options, report }) {
    const { length: count } = connectedModules(scenario);
    const first = scenario.flows[0];
    if (first === undefined || count <= options.modules) return;
    report("large", {
      at: { pointer: first.pointer },
      data: { count, most: options.modules },
      help: "Move parts that stand on their own into scenarios that this one calls",
    });
  },
});
