import type { ModuleDeclaration } from "../../catalog/module.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { modulePlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { FABRICATED_MODULES } from "../fabricated-modules.ts";
import { DOMAINS, isEmpty } from "../form-fields.ts";
import { defineRule, type Fix } from "../rule.ts";

/** A module that does not exist, under a name that is often made up. */
export const fabricatedModule = defineRule({
  id: "fabricated-module",
  category: "configuration",
  summary: "A module does not exist in Make; its name is often made up",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    doesNotExist: (d: { type: string }) => `\`${d.type}\` does not exist in Make`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      const known = FABRICATED_MODULES.get(module.type);
      if (known === undefined) continue;
      report("doesNotExist", {
        at: modulePlace(module),
        data: { type: module.type },
        help: "use" in known ? `Use \`${known.use}\`` : known.advice,
        fix: "use" in known && isFilledFor(module, catalog.find(known.use)) ? fixOf(module, known.use) : undefined,
      });
    }
  },
});

const fixOf = (module: Module, value: string): Fix => ({
  safety: "suggested",
  patch: [{ op: "replace", path: modulePlace(module).pointer, value }],
});

/** Whether the fields of a made-up module are those of the real one: then only its name is. */
const isFilledFor = ({ source, version }: Module, real: ModuleDeclaration | undefined): boolean =>
  real !== undefined &&
  real.version === version &&
  DOMAINS.every((domain) => {
    const fields = real[domain] ?? {};
    const values: Readonly<Record<string, unknown>> = source[domain] ?? {};
    const isKnown = Object.keys(values).every((key) => Object.hasOwn(fields, key));
    const isWhole = Object.entries(fields).every(([key, { spec }]) => spec.required !== true || !isEmpty(values[key]));
    return isKnown && isWhole;
  });
