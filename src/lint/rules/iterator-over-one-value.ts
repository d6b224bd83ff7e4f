import type { Expression, Template } from "../../iml/ast.ts";
import { parseTemplate } from "../../iml/parse.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { isExpr, templateOf } from "../../model/expression.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { callResult } from "../call-result.ts";
import { isEmpty } from "../form-fields.ts";
import { kindOf } from "../kind-of.ts";
import { defineRule } from "../rule.ts";

/** An iterator over something that is no list: Make takes it for a list of one. */
export const iteratorOverOneValue = defineRule({
  id: "iterator-over-one-value",
  category: "configuration",
  summary: "An iterator goes through a text or a number instead of a list, and so gives a single bundle",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    text: (d: { module: string }) => `\`${d.module}\` goes through a text, which is no list`,
    number: (d: { module: string }) =>
      `\`${d.module}\` goes through a number, a date or a truth value, which is no list`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      if (kindOf(module, catalog) !== "iterator") continue;
      const value: unknown = module.source.mapper?.array;
      const what = isEmpty(value) ? undefined : singleValue(value);
      if (what === undefined) continue;
      report(what, {
        at: fieldPlace(module, "mapper", "array"),
        data: { module: describeModule(module) },
        help: what === "text" ? "Map a list; JSON text becomes one with Parse JSON" : "Map the list itself",
      });
    }
  },
});

type Single = "text" | "number";

function singleValue(value: unknown): Single | undefined {
  if (typeof value === "number" || typeof value === "boolean") return "number";
  if (typeof value !== "string" && !isExpr(value)) return undefined;
  const template = typeof value === "string" ? parseTemplate(value).template : templateOf(value);
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
  const last = expression.path.at(-1);
  return last?.kind === "property" && COUNTS.has(last.name) ? "number" : undefined;
}

/** What Make numbers bundles with. */
const COUNTS: ReadonlySet<string> = new Set(["__IMTINDEX__", "__IMTLENGTH__", "__IMTAGGLENGTH__"]);
