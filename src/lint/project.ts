import type { Severity } from "../diagnostics/diagnostic.ts";
import type { Rule, RuleContext, RuleFinding, RuleSeverity } from "./rule.ts";

/** What is found between scenarios, by the scenario that it is found in: the first that was added has number 0. */
export interface ProjectFinding {
  readonly scenario: number;
  readonly finding: RuleFinding;
  readonly severity: Severity;
}

/** Scenarios that are checked together. Of each, only what some rule must know is kept. */
export interface Project {
  readonly add: (context: RuleContext, severityOf: (rule: Rule) => RuleSeverity) => void;
  /** To be asked once, when all scenarios were added. */
  readonly check: () => readonly ProjectFinding[];
}

export function createProject(rules: readonly Rule[]): Project {
  const looking = rules.flatMap((rule) => (rule.project ? [{ rule, ...rule.project }] : []));
  const collected = new Map<Rule, { readonly scenario: number; readonly facts: unknown }[]>();
  const severities: ((rule: Rule) => RuleSeverity)[] = [];
  return {
    add: (context, severityOf) => {
      const scenario = severities.push(severityOf) - 1;
      for (const { rule, collect } of looking) {
        // One that is off for a file is silent there, but others may need to know what is in it.
        const facts = collect(context);
        if (facts === undefined) continue;
        const known = collected.get(rule) ?? [];
        known.push({ scenario, facts });
        collected.set(rule, known);
      }
    },
    check: () => {
      const findings: ProjectFinding[] = [];
      for (const { rule, check } of looking) {
        check(collected.get(rule) ?? [], (scenario, finding) => {
          const severity = severities[scenario]?.(rule) ?? "off";
          if (severity !== "off") findings.push({ scenario, finding, severity });
        });
      }
      return findings;
    },
  };
}
