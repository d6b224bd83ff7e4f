import { connectedModules } from "../../model/connected-modules.ts";
import { modulePlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** Many modules of one type in a large scenario, which nobody can tell apart. */
export const unnamedModules = defineRule({
  id: "unnamed-modules",
  category: "structure",
  summary: "Modules of the same type have no names of their own in a scenario with many modules",
  severity: { recommended: "off", strict: "info" },
  since: "0.1.0",
  options: { modules: { summary: "the most modules of a scenario that needs no names", default: 20, minimum: 1 } },

  messages: {
    alike: (d: { count: number; type: string }) => `${d.count} modules \`${d.type}\` have no name to tell them apart`,
  },

  check({ scenario, catalog, options, report }) {
    const modules = connectedModules(scenario);
    if (modules.length <= options.modules) return;
    const alike = new Map<string, Module[]>();
    for (const module of modules) {
      if (module.name !== undefined || GUIDES.has(kindOf(module, catalog))) continue;
      const same = alike.get(module.type) ?? [];
      same.push(module);
      alike.set(module.type, same);
    }
    for (const [type, [first, ...others]] of alike) {
      if (first === undefined || others.length === 0) continue;
      report("alike", {
        at: modulePlace(first),
        data: { count: others.length + 1, type },
        help: "Rename them in the editor to what they do, such as “Find the customer”",
      });
    }
  },
});

/** What guides bundles is known by where it stands. */
const GUIDES: ReadonlySet<string | undefined> = new Set(["router", "if-else", "merge", "directive"]);
