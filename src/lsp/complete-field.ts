// What a module's form asks for: the names of its fields, and the values of those that offer a choice.

import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from "vscode-languageserver";
import type { FieldSpec } from "../catalog/field.ts";
import { operators } from "../iml/operators.ts";
import type { InputFields } from "./input-field.ts";
import { describeField, sentence } from "./words.ts";

export interface FieldNamePlace {
  /** The name with its quotes, as far as it is there. */
  readonly range: Range;
  /** The names that the object has already. */
  readonly taken: ReadonlySet<string>;
  /** A colon stands behind the name. */
  readonly hasValue: boolean;
  readonly withSnippets: boolean;
}

export const completeFieldName = (
  fields: InputFields,
  { range, taken, hasValue, withSnippets }: FieldNamePlace,
): readonly CompletionItem[] =>
  Object.entries(fields)
    .filter(([name]) => !taken.has(name))
    .map(([name, spec]): CompletionItem => {
      const written = JSON.stringify(name);
      const value = hasValue ? "" : `: ${withSnippets ? emptyValue(spec) : ""}`;
      return {
        label: name,
        kind: CompletionItemKind.Property,
        detail: `${spec.label} · ${spec.type}`,
        documentation: { kind: "markdown", value: tellField(spec) },
        sortText: `${spec.required ? 0 : 1}${name}`,
        filterText: `${written} ${spec.label}`,
        ...(withSnippets && !hasValue ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
        textEdit: { range, newText: withSnippets && !hasValue ? `${escaped(written)}${value}` : `${written}${value}` },
      };
    });

/** The values that a field offers. Those of others nobody knows. */
export const completeFieldValue = ({ type, options }: FieldSpec, range: Range): readonly CompletionItem[] =>
  (options ?? (type === "boolean" ? [true, false] : [])).map((option, index) => ({
    label: String(option),
    kind: CompletionItemKind.Value,
    sortText: String(index).padStart(4, "0"),
    filterText: JSON.stringify(option),
    textEdit: { range, newText: JSON.stringify(option) },
  }));

/** The operators of a condition. */
export const completeOperator = (range: Range): readonly CompletionItem[] =>
  operators.map(({ code, group, label }, index) => ({
    label: code,
    kind: CompletionItemKind.Operator,
    detail: `${group}: ${label}`,
    sortText: String(index).padStart(4, "0"),
    filterText: `${JSON.stringify(code)} ${label}`,
    textEdit: { range, newText: JSON.stringify(code) },
  }));

const tellField = (spec: FieldSpec): string =>
  [describeField(spec), ...(spec.help === undefined ? [] : [sentence(spec.help)])].join("\n\n");

/** Where the author goes on writing. */
function emptyValue({ type, multiple, options, default: otherwise }: FieldSpec): string {
  if (otherwise !== undefined) return `\${0:${escaped(JSON.stringify(otherwise))}}`;
  if (type === "array" || multiple) return "[$0]";
  if (type === "collection") return "{$0}";
  return NO_TEXT.test(type) || options?.some((option) => typeof option !== "string") ? "$0" : '"$0"';
}

/** Types whose values have no quotes: numbers, and the ids of connections and webhooks. */
const NO_TEXT = /^(?:boolean|number|u?integer|account|hook|keychain|datastore|udt|scenario)(?::|$)/u;

/** Snippets have signs of their own. */
const escaped = (text: string): string => text.replace(/[\\$}]/gu, String.raw`\$&`);
