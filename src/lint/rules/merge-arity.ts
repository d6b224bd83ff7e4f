import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { previous } from "../../model/scenario.ts";
import { asText } from "../../util/as-text.ts";
import { isObject } from "../../util/is-object.ts";
import { defineRule } from "../rule.ts";

interface Counts {
  readonly module: string;
  readonly found: number;
  /** How many there should be: one for each branch that is merged. */
  readonly needed: number;
}

/** A merge that does not say something for each branch: branches and mappings are told apart by their order alone. */
export const mergeArity = defineRule({
  id: "merge-arity",
  category: "structure",
  summary: "A merge has more or fewer mappings or filters than branches lead to it",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",

  messages: {
    mappings: (d: Counts & { output: string }) =>
      `Output \`${d.output}\` of \`${d.module}\` needs ${count(d.needed, "mapping")} and has ${d.found}`,
    filters: (d: Counts) => `\`${d.module}\` needs ${count(d.needed, "filter")} and has ${d.found}`,
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const merging = previous(module)?.branches.filter((branch) => branch.source?.merge === true) ?? [];
      const needed = merging.length;
      if (needed === 0) continue;
      const name = describeModule(module);

      const outputs: unknown = module.source.outputs;
      for (const [index, output] of (Array.isArray(outputs) ? outputs : []).entries()) {
        const found = isObject(output) && Array.isArray(output.mappings) ? output.mappings.length : 0;
        if (found === needed) continue;
        report("mappings", {
          at: fieldPlace(module, "outputs", index, "mappings"),
          data: { module: name, found, needed, output: isObject(output) ? asText(output.name) : String(index + 1) },
          help: "Write one mapping for each branch with `merge`, in the order of the branches",
        });
      }

      const filters: unknown = module.source.filters;
      if (!Array.isArray(filters) || filters.length === needed) continue;
      report("filters", {
        at: fieldPlace(module, "filters"),
        data: { module: name, found: filters.length, needed },
        help: "Write a filter or `null` for each branch with `merge`, in the order of the branches",
      });
    }
  },
});

const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? "" : "s"}`;
