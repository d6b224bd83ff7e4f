import { nearest } from "../../util/nearest.ts";
import { defineProjectRule } from "../rule.ts";
import { createMatcher, subscenarioFacts } from "../subscenarios.ts";

/** What a called scenario returns and what is read of it, or what it promises, are not the same. */
export const subscenarioOutputMismatch = defineProjectRule({
  id: "subscenario-output-mismatch",
  category: "configuration",
  summary: "A called scenario does not return what is read of it, or what it declares",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    notReturned: (d: { name: string; scenario: string }) =>
      `The scenario \`${d.scenario}\` does not return \`${d.name}\`, so there is nothing to read`,
    notAwaited: (d: { name: string; module: string }) =>
      `\`${d.module}\` does not wait for the scenario that it calls, so \`${d.name}\` is not there`,
    undeclared: (d: { name: string }) => `\`${d.name}\` is returned, but is no output of this scenario`,
    neverReturned: (d: { name: string }) => `The output \`${d.name}\` is declared, but no module returns it`,
  },

  collect: subscenarioFacts,
  check(scenarios) {
    const calledBy = createMatcher(scenarios.map(({ facts }) => facts));
    for (const { facts, report } of scenarios) {
      for (const call of facts.calls) {
        const called = calledBy(call);
        const outputs = called?.declaredOutputs ?? called?.returned;
        const names = outputs && new Set(outputs.map(({ name }) => name));
        for (const { name, at } of call.reads) {
          if (!call.waits) {
            report("notAwaited", {
              at,
              data: { name, module: call.module },
              help: "Let the call wait for the outputs: `parameters.shouldWaitForExecutionEnd` is `true`",
            });
          } else if (called && names && !names.has(name)) {
            const [meant] = nearest(name, names);
            report("notReturned", {
              at,
              data: { name, scenario: called.name },
              help: meant === undefined ? "Return it from that scenario" : `Did you mean \`${meant}\`?`,
            });
          }
        }
      }

      const { declaredOutputs, returned } = facts;
      if (declaredOutputs === undefined || returned === undefined) continue;
      const declared = new Set(declaredOutputs.map(({ name }) => name));
      const given = new Set(returned.map(({ name }) => name));
      for (const { name, at } of returned) {
        if (declared.has(name)) continue;
        const [meant] = nearest(name, declared);
        const help = meant === undefined ? "Add it to the outputs of the scenario" : `Did you mean \`${meant}\`?`;
        report("undeclared", { at, data: { name }, help });
      }
      for (const { name, at } of declaredOutputs) {
        if (given.has(name)) continue;
        report("neverReturned", { at, data: { name }, help: "Map a value to it in Return output, or remove it" });
      }
    }
  },
});
