import type { Reference, Segment } from "../../iml/ast.ts";
import { templateReferences } from "../../iml/references.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { mappings } from "../../model/mappings.ts";
import { nearest, slipFor } from "../../util/nearest.ts";
import { defineRule } from "../rule.ts";
import { scenarioInputs } from "../subscenarios.ts";
import { type PartialEdit, textFix } from "../text-fix.ts";

/** A mapping reads an input that the scenario does not have. */
export const unknownInput = defineRule({
  id: "unknown-input",
  category: "expressions",
  summary: "A mapping reads an input that the scenario does not declare",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    unknown: (d: { name: string }) => `\`${d.name}\` is no input of this scenario, so there is nothing to read`,
  },

  check({ scenario, json, report }) {
    const modules = connectedModules(scenario);
    const declared = scenarioInputs(json, modules);
    if (declared === undefined) return;
    const names = new Set(declared.map(({ name }) => name));
    for (const module of modules) {
      for (const { template, place, text } of mappings(module)) {
        for (const reference of templateReferences(template)) {
          const [, input] = reference.path;
          const name = inputOf(reference);
          if (name === undefined || names.has(name)) continue;
          const [meant] = nearest(name, names);
          report("unknown", {
            at: reference.range ? { ...place, range: reference.range } : place,
            data: { name },
            help: meant === undefined ? "Add it to the inputs of the scenario" : `Did you mean \`${meant}\`?`,
            fix: textFix("suggested", place.pointer, text, renaming(input, slipFor(name, names))),
          });
        }
      }
    }
  },
});

/** `name` of `var.input.name`. */
function inputOf({ root, path: [kind, input] }: Reference): string | undefined {
  const isInput = root.kind === "name" && root.name === "var" && kind?.kind === "property" && kind.name === "input";
  return isInput && input?.kind === "property" ? input.name : undefined;
}

/** The dot is a part of a segment. A name that the editor puts into backticks is left alone. */
const renaming = (input: Segment | undefined, meant: string | undefined): readonly PartialEdit[] =>
  input?.range && meant !== undefined && /^[A-Za-z]\w*$/.test(meant) ? [{ range: input.range, text: `.${meant}` }] : [];
