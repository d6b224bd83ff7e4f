import type { ModuleKind } from "../../catalog/module.ts";
import type { Expression, Template } from "../../iml/ast.ts";
import { parseOnce } from "../../iml/parse-once.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { isExpr, templateOf } from "../../model/expression.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { callResult } from "../call-result.ts";
import { isEmpty } from "../form-fields.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/**
 * An iterator over something that is no list: Make takes it for a list of one. Behind a search, which gives its bundles one
 * by one by itself, a whole bundle is mapped to take apart what is apart already.
 */
export const iteratorOverOneValue = defineRule({
  id: "iterator-over-one-value",
  category: "configuration",
  summary:
    "An iterator goes through a text, a number or a whole bundle instead of a list, and so gives a single bundle",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    text: (d: { module: string }) => `\`${d.module}\` goes through a text, which is no list`,
    number: (d: { module: string }) =>
      `\`${d.module}\` goes through a number, a date or a truth value, which is no list`,
    bundle: (d: { module: string; source: string }) =>
      `\`${d.module}\` goes through a whole bundle of \`${d.source}\`, which is no list`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "iterator") continue;
      const value: unknown = module.source.mapper?.array;
      const what = isEmpty(value) ? undefined : singleValue(value);
      if (what === undefined) continue;
      const at = fieldPlace(module, "mapper", "array");
      const data = { module: describeModule(module) };
      if (typeof what === "string") {
        const help = what === "text" ? "Map a list; JSON text becomes one with Parse JSON" : "Map the list itself";
        report(what, { at, data, help });
      } else {
        const source = scenario.find(what.bundleOf);
        const kind = source && kindOf(source, catalog);
        // Who calls a webhook may send a list.
        if (source === undefined || kind === undefined || kind === "instant trigger") continue;
        const help = SEVERAL.has(kind)
          ? `Remove the iterator: \`${describeModule(source)}\` gives its bundles one by one already`
          : "Map a list of the bundle";
        report("bundle", { at, data: { ...data, source: describeModule(source) }, help });
      }
    }
  },
});

/** What is no list: a text, something plain, or all that a module gave. */
type Single = "text" | "number" | { readonly bundleOf: number };

/** What may give several bundles. */
const SEVERAL: ReadonlySet<ModuleKind> = new Set(["search", "iterator", "polling trigger"]);

function singleValue(value: unknown): Single | undefined {
  if (typeof value === "number" || typeof value === "boolean") return "number";
  if (typeof value !== "string" && !isExpr(value)) return undefined;
  const template = typeof value === "string" ? parseOnce(value).template : templateOf(value);
  return template && singleIn(template);
}

function singleIn({ parts }: Template): Single | undefined {
  const words = parts.flatMap((part) => (part.kind === "text" ? part.text.trim() : [])).join("");
  // A mapping that is never closed is text as well, but that is not what is wrong.
  if (words !== "") return words.includes("{{") ? undefined : "text";
  const [only, ...others] = parts.filter((part) => part.kind === "mapping");
  return only?.expression && others.length === 0 ? singleOf(only.expression) : undefined;
}

function singleOf(expression: Expression): Single | undefined {
  if (expression.kind === "call") return callResult(expression).isPlain ? "number" : undefined;
  if (expression.kind !== "reference") return undefined;
  if (expression.root.kind === "module" && expression.path.length === 0) return { bundleOf: expression.root.id };
  const last = expression.path.at(-1);
  return last?.kind === "property" && COUNTS.has(last.name) ? "number" : undefined;
}

/** What Make numbers bundles with. */
const COUNTS: ReadonlySet<string> = new Set(["__IMTINDEX__", "__IMTLENGTH__", "__IMTAGGLENGTH__"]);
