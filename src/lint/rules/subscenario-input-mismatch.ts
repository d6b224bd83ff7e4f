import { nearest } from "../../util/nearest.ts";
import { defineProjectRule } from "../rule.ts";
import { createMatcher, subscenarioFacts } from "../subscenarios.ts";

/** A call gives a scenario inputs that it does not have, or not those that it requires. */
export const subscenarioInputMismatch = defineProjectRule({
  id: "subscenario-input-mismatch",
  category: "configuration",
  summary: "A scenario is called with inputs that it does not have, or without one that it requires",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    unknown: (d: { name: string; scenario: string }) => `\`${d.name}\` is no input of the scenario \`${d.scenario}\``,
    missing: (d: { name: string; scenario: string; module: string }) =>
      `\`${d.module}\` does not give the input \`${d.name}\`, which the scenario \`${d.scenario}\` requires`,
  },

  collect: subscenarioFacts,
  check(scenarios) {
    const calledBy = createMatcher(scenarios.map(({ facts }) => facts));
    for (const { facts, report } of scenarios) {
      for (const call of facts.calls) {
        const called = calledBy(call);
        if (called?.inputs === undefined || call.inputs === undefined) continue;
        const inputs = new Set(called.inputs.map(({ name }) => name));
        const given = new Set(call.inputs.map(({ name }) => name));
        const missing = called.inputs.filter(({ name, isNeeded }) => isNeeded && !given.has(name));
        const misspelt = new Set<string>();
        for (const { name, at } of call.inputs) {
          if (inputs.has(name)) continue;
          const [meant] = nearest(name, inputs);
          if (meant !== undefined) misspelt.add(meant);
          report("unknown", {
            at,
            data: { name, scenario: called.name },
            help:
              meant === undefined
                ? "Remove it, or add it to the inputs of that scenario"
                : `Did you mean \`${meant}\`?`,
          });
        }
        for (const { name } of missing) {
          if (misspelt.has(name)) continue;
          report("missing", {
            at: call.at,
            data: { name, scenario: called.name, module: call.module },
            help: `Map a value to \`mapper.data.${name}\``,
          });
        }
      }
    }
  },
});
