import { connectedModules } from "../../model/connected-modules.ts";
import { fieldPlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { isObject } from "../../util/is-object.ts";
import { pointer } from "../../util/json-pointer.ts";
import { asksAnything } from "../comparisons.ts";
import { defineRule } from "../rule.ts";

/** A filter that somebody named and gave no condition: every bundle passes. */
export const filterWithoutConditions = defineRule({
  id: "filter-without-conditions",
  category: "conditions",
  summary: "A filter has a name but no conditions, so every bundle passes",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    named: (d: { filter: string }) => `The filter \`${d.filter}\` has no conditions, so every bundle passes`,
    alternative: () => "One of these alternatives has no conditions, so every bundle passes",
  },

  check({ scenario, report }) {
    for (const module of connectedModules(scenario)) {
      const filter: unknown = module.source.filter;
      if (!isObject(filter)) continue;
      const { name, conditions } = filter;
      const help = "Add the conditions that the name promises, or remove the filter";
      if (typeof name === "string" && name.trim() !== "" && isEmpty(conditions) && !isLabel(module)) {
        report("named", { at: fieldPlace(module, "filter", "name"), data: { filter: name.trim() }, help });
      }
      const groups: readonly unknown[] = Array.isArray(conditions) && asksAnything(conditions) ? conditions : [];
      const empty = groups.findIndex((group) => Array.isArray(group) && group.length === 0);
      if (empty !== -1) {
        const path = pointer(module.pointer, "filter", "conditions", empty);
        report("alternative", {
          at: { pointer: path },
          help: "Remove the empty alternative, or add its conditions",
          fix: { safety: "suggested", patch: [{ op: "remove", path }] },
        });
      }
    }
  },
});

/** Neither a condition nor anything that was meant to be one. */
const isEmpty = (conditions: unknown): boolean =>
  (conditions ?? null) === null ||
  (Array.isArray(conditions) && conditions.every((group) => Array.isArray(group) && group.length === 0));

/** On a route, the filter's name is the only place for what the route is for. Open routes have a rule of their own. */
const isLabel = ({ flow, position }: Module): boolean => position === 0 && flow.kind !== "main";
