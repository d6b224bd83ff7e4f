import { connectedModules } from "../../model/connected-modules.ts";
import { moduleReferences } from "../../model/mappings.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { appOf, type Module } from "../../model/scenario.ts";
import { DOMAINS } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** A request whose refusal passes as a success, and nobody looks at the status. */
export const httpErrorsPass = defineRule({
  id: "http-errors-pass",
  category: "reliability",
  summary: "A request that is refused passes as a success, and nothing looks at its status",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    pass: (d: { module: string }) =>
      `\`${d.module}\` goes on when the request is refused, and nothing looks at its status`,
  },

  check({ scenario, report }) {
    if (scenario.isFragment) return;
    const modules = connectedModules(scenario);
    const requests = modules.filter(({ type }) => appOf(type) === "http");
    const looked = requests.length > 0 ? statusReaders(modules) : new Set<number>();
    for (const module of requests) {
      for (const domain of DOMAINS) {
        for (const key of ["handleErrors", "stopOnHttpError"]) {
          const value: unknown = module.source[domain]?.[key];
          if ((value !== false && value !== "false") || looked.has(module.id)) continue;
          report("pass", {
            at: fieldPlace(module, domain, key),
            data: { module: describeModule(module) },
            help: `Set \`${domain}.${key}\` to true, so that a refused request is an error, or ask for \`{{${module.id}.statusCode}}\` in a filter behind it`,
          });
        }
      }
    }
  },
});

/** The modules whose status is read somewhere, or whose answer decides where a bundle goes. */
const statusReaders = (modules: readonly Module[]): ReadonlySet<number> =>
  new Set(
    modules.flatMap((module) =>
      [...moduleReferences(module)]
        .filter(({ reference: { path }, in: { domain } }) => {
          const [first] = path;
          const readsStatus = first === undefined || (first.kind === "property" && first.name === "statusCode");
          return readsStatus || domain === "filter" || domain === "branch";
        })
        .map(({ reference }) => reference.root.id),
    ),
  );
