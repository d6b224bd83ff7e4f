import type { JsonPlace } from "../../diagnostics/diagnostic.ts";
import { asText } from "../../util/as-text.ts";
import { pointer } from "../../util/json-pointer.ts";
import { defineProjectRule } from "../rule.ts";

/** Under which a trigger keeps the webhook that starts it. */
const KEYS = ["hook", "__IMTHOOK__"] as const;

interface Facts {
  readonly scenario: string;
  readonly hook: string;
  /** The data centre in which it has this id, where the file says it. */
  readonly zone: string | undefined;
  readonly at: JsonPlace;
}

/** Two scenarios with the same webhook: Make gives it to one of them. */
export const sharedHook = defineProjectRule({
  id: "shared-hook",
  category: "configuration",
  summary: "Two scenarios are started by the same webhook, which Make gives to one of them only",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    shared: (d: { other: string; hook: string }) => `The scenario \`${d.other}\` has the webhook ${d.hook} already`,
  },

  collect({ scenario }): Facts | undefined {
    const [first] = scenario.flows[0]?.modules ?? [];
    const { zone } = scenario.metadata;
    for (const key of scenario.isFragment ? [] : KEYS) {
      const hook: unknown = first?.source.parameters?.[key];
      if (first === undefined || !(typeof hook === "number" || (typeof hook === "string" && /^\d+$/.test(hook))))
        continue;
      return {
        scenario: scenario.name.trim(),
        hook: asText(hook),
        zone: typeof zone === "string" ? zone : undefined,
        at: { pointer: pointer(first.pointer, "parameters", key) },
      };
    }
    return undefined;
  },

  check(scenarios) {
    const owners = new Map<string, Facts[]>();
    for (const { facts, report } of scenarios) {
      const known = owners.get(facts.hook) ?? [];
      owners.set(facts.hook, known);
      // Two files of one name are a scenario and its copy. Ids are given for each data centre.
      const isKnown = known.some(({ scenario }) => scenario === facts.scenario);
      const other = known.find(({ zone }) => zone === undefined || facts.zone === undefined || zone === facts.zone);
      if (isKnown) continue;
      known.push(facts);
      if (other === undefined) continue;
      report("shared", {
        at: facts.at,
        data: { other: other.scenario, hook: facts.hook },
        help: "Create a webhook for this scenario",
      });
    }
  },
});
