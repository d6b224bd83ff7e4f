import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { type ModuleReference, moduleReferences } from "../../model/mappings.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { visibility } from "../../model/visibility.ts";
import { isObject } from "../../util/is-object.ts";
import { defineRule } from "../rule.ts";

/** A mapping reads the error of a module that has not failed when the bundle comes by: it is empty. */
export const errorReadOutsideHandler = defineRule({
  id: "error-read-outside-handler",
  category: "reliability",
  summary: "The error of a module is read where that module has not failed",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    empty: (d: { module: string; reader: string }) =>
      `\`${d.reader}\` reads the error of \`${d.module}\`, which is empty unless that module fails`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (isInside(module, "handler")) continue;
      for (const mapped of moduleReferences(module)) {
        if (!readsError(mapped)) continue;
        const seen = visibility(scenario, mapped.in.from, mapped.reference.root.id);
        if (seen.kind !== "visible" || mayGiveError(seen.module) || isResumed(seen.module)) continue;
        report("empty", {
          at: mapped.place,
          data: { module: describeModule(seen.module), reader: describeModule(module) },
          help: "Read it in an error handler of that module: a bundle comes here only when all before it went well",
          related: [{ message: "This module must have failed", at: modulePlace(seen.module) }],
        });
      }
    }

    /** Whether its output may have a field of that name: all that a service answers, for what is not in the catalogue. */
    function mayGiveError({ type, version, source }: Module): boolean {
      const declared = Object.keys(catalog.find(type, version)?.output ?? {});
      const seen: unknown = source.metadata?.interface;
      const names = Array.isArray(seen) ? seen.flatMap((field) => (isObject(field) ? [field.name] : [])) : [];
      return declared.includes("error") || names.includes("error") || declared.length + names.length === 0;
    }
  },
});

/** Behind a Resume the run goes on although the module failed. */
const isResumed = ({ handler }: Module): boolean =>
  handler?.modules.some(({ type }) => type === "builtin:Resume" || type === "builtin:BasicRouter") ?? false;

/** What an error has: a field called `error` that holds something else belongs to a service. */
const PARTS: ReadonlySet<string> = new Set(["type", "message", "detail"]);

function readsError({ reference: { path } }: ModuleReference): boolean {
  const [error, part] = path;
  if (error?.kind !== "property" || error.name !== "error") return false;
  return part === undefined || (part.kind === "property" && PARTS.has(part.name));
}
