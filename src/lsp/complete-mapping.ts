// What can go on inside of `{{ }}`: modules that can be read there with their fields, functions, keywords.

import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from "vscode-languageserver";
import type { Catalog } from "../catalog/catalog.ts";
import type { Reference } from "../iml/ast.ts";
import { type Completion, completionsOf } from "../iml/complete.ts";
import { type CustomFunction, defineCustomFunction } from "../iml/custom-functions.ts";
import type { Parameter } from "../iml/define-function.ts";
import { isPlainName } from "../iml/names.ts";
import { parseTemplate } from "../iml/parse.ts";
import { findMapping } from "../iml/scan.ts";
import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { type Viewpoint, visibility } from "../model/visibility.ts";
import { fieldAt, fieldsOf, type OutputField, readableFields } from "./output-fields.ts";
import { describePlace, describeType, plain, sentence } from "./words.ts";

export interface Writing {
  readonly text: string;
  /** Where the cursor is in the text. */
  readonly at: number;
  readonly from: Viewpoint;
  /** The place in the file of a part of the text. */
  readonly rangeOf: (start: number, end: number) => Range;
  readonly withSnippets: boolean;
  /** Functions that the organization made. */
  readonly customFunctions: ReadonlySet<string>;
}

/** The most modules whose fields are listed together with those of others. */
const MAX_MODULES = 200;
const MAX_FIELDS = 1000;

/** Nothing comes back outside of a mapping. */
export function completeMapping(
  { text, at, from, rangeOf, withSnippets, customFunctions }: Writing,
  scenario: Scenario,
  catalog: Catalog,
): readonly CompletionItem[] | undefined {
  const start = openMapping(text.slice(0, at));
  if (start === undefined) return undefined;
  const word = wordAtEnd(text.slice(start, at));
  if (word === undefined) return [];
  const dot = lastDot(word);
  const isQuoted = word.slice(dot + 1).startsWith("`");
  const [rest = ""] = (isQuoted ? /^[^`"{}]*`?/u : /^[\p{L}\p{M}\p{N}_$]*/u).exec(text.slice(at)) ?? [];
  const end = at + rest.length;
  if (dot >= 0 && /^`?\d/u.test(word)) {
    const range = rangeOf(at - word.length + dot + 1, end);
    return fieldsBehind(word.slice(0, dot), from, scenario, catalog).map((field, index) =>
      item(quoted(field.name), { kind: CompletionItemKind.Field, range, sort: `0${padded(index)}`, ...toldOf(field) }),
    );
  }
  const range = rangeOf(at - word.length, end);
  const call = text[end] === "(" ? "" : withSnippets ? "($0)" : "(";
  return [
    ...modulesAndFields(readableModules(scenario, from, catalog), range, catalog),
    ...completionsOf("", declared(customFunctions)).map((completion) => ofLanguage(completion, range, call)),
  ];
}

/** Of a custom function, only the name is known. */
const declared = (names: ReadonlySet<string>): ReadonlyMap<string, CustomFunction> =>
  new Map([...names].map((name) => [name, defineCustomFunction({ name, params: ANYTHING })]));

const ANYTHING: readonly Parameter[] = [{ name: "value", type: "any", optional: true, rest: true }];

/** Where the mapping begins that nothing has closed yet, behind its braces. */
function openMapping(before: string): number | undefined {
  for (let found = findMapping(before, 0); found !== undefined; found = findMapping(before, found.end)) {
    if ("unclosed" in found) return found.unclosed + 2;
  }
  return undefined;
}

/** What is being written: a name, or a path with all of its steps. Nothing inside of a text in quotes. */
function wordAtEnd(expression: string): string | undefined {
  const open = expression.replace(/`[^`]*`|"[^"]*"|'[^']*'/gu, (closed) => (closed.startsWith("`") ? closed : ""));
  if (/["']/u.test(open.replace(/`[^`]*`?/gu, ""))) return undefined;
  return /(?:`[^`]*`?|\[-?\d*\]?|[\p{L}\p{M}\p{N}_$.])*$/u.exec(open.slice(-MAX_WORD))?.[0] ?? "";
}

const MAX_WORD = 2000;

/** The last dot of a path that does not stand in backticks. */
function lastDot(word: string): number {
  const masked = word.replace(/`[^`]*`?/gu, (name) => "_".repeat(name.length));
  return masked.lastIndexOf(".");
}

/** The fields at a path, if the place can read its module. */
function fieldsBehind(path: string, from: Viewpoint, scenario: Scenario, catalog: Catalog): readonly OutputField[] {
  const [part] = parseTemplate(`{{${path}.x}}`).template.parts;
  const expression = part?.kind === "mapping" ? part.expression : undefined;
  if (expression?.kind !== "reference" || expression.root.kind !== "module") return [];
  const { root, path: steps } = expression as Reference & { readonly root: { readonly id: number } };
  const fields = readableFields(visibility(scenario, from, root.id), catalog);
  const inner = steps.slice(0, -1);
  if (inner.length === 0) return fields;
  const field = fieldAt(fields, inner);
  return field ? fieldsOf(field) : [];
}

interface Readable {
  readonly module: Module;
  readonly fields: readonly OutputField[];
}

/** The modules that a place can read, the nearest first. */
function readableModules(scenario: Scenario, from: Viewpoint, catalog: Catalog): readonly Readable[] {
  const found: Readable[] = [];
  for (const module of onTheWay(from)) {
    if (found.length === MAX_MODULES) break;
    const seen = visibility(scenario, from, module.id);
    const kind = catalog.find(module.type, module.version)?.kind;
    if (seen.kind !== "failed" && (seen.kind !== "visible" || kind === "router" || kind === "if-else")) continue;
    found.push({ module, fields: readableFields(seen, catalog) });
  }
  return found;
}

/** Modules that come earlier in the same flow, then what the flow hangs on, and so on up. */
function* onTheWay(from: Viewpoint): Generator<Module> {
  let { before } = from;
  for (let flow: Flow | undefined = from.flow; flow; flow = flow.owner?.flow) {
    for (let index = before - 1; index >= 0; index--) {
      const module = flow.modules[index];
      if (module) yield module;
    }
    if (flow.owner) yield flow.owner;
    before = flow.owner?.position ?? 0;
  }
}

function modulesAndFields(modules: readonly Readable[], range: Range, catalog: Catalog): readonly CompletionItem[] {
  const items: CompletionItem[] = [];
  for (const [index, { module, fields }] of modules.entries()) {
    const sort = `0${padded(index)}`;
    const declaration = catalog.find(module.type, module.version);
    const name = module.name ?? declaration?.label ?? module.type;
    items.push(
      item(String(module.id), {
        kind: CompletionItemKind.Module,
        range,
        sort,
        label: `${module.id} ${name}`,
        filter: `${module.id} ${name}`,
        detail: declaration ? describeType(declaration) : module.type,
        documentation: describePlace(module),
      }),
    );
    if (items.length > MAX_FIELDS) continue;
    for (const [place, field] of fields.entries()) {
      const path = `${module.id}.${quoted(field.name)}`;
      const { detail, documentation } = toldOf(field);
      items.push(
        item(path, {
          kind: CompletionItemKind.Field,
          range,
          sort: `${sort}${padded(place)}`,
          filter: `${path} ${name} ${field.label}`,
          detail: `${name} · ${detail}`,
          documentation,
        }),
      );
    }
  }
  return items;
}

const KINDS: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Constant,
  variables: CompletionItemKind.Variable,
};

/** `call` is what a function gets behind its name. */
function ofLanguage({ label, kind, detail, summary }: Completion, range: Range, call: string): CompletionItem {
  const isCall = kind === "function";
  const told = item(isCall ? `${label}${call}` : label, {
    kind: KINDS[kind],
    range,
    label,
    sort: `1${label}`,
    detail,
    documentation: summary === undefined ? undefined : sentence(summary),
  });
  return isCall && call.includes("$0") ? { ...told, insertTextFormat: InsertTextFormat.Snippet } : told;
}

const toldOf = ({ label, type, help }: OutputField) => ({
  detail: label === "" ? type : `${label} · ${type}`,
  documentation: help === undefined ? undefined : sentence(plain(help)),
});

/** A name as a path has it. Backticks have no escape. */
const quoted = (name: string): string => (isPlainName(name) ? name : `\`${name.replaceAll("`", "")}\``);

/** Sorts as the number does. */
const padded = (index: number): string => String(index).padStart(4, "0");

interface Shown {
  readonly kind: CompletionItemKind;
  readonly range: Range;
  readonly sort: string;
  readonly label?: string;
  readonly filter?: string;
  readonly detail: string;
  readonly documentation: string | undefined;
}

const item = (written: string, { kind, range, sort, label, filter, detail, documentation }: Shown): CompletionItem => ({
  label: label ?? written,
  kind,
  detail,
  sortText: sort,
  ...(filter === undefined ? {} : { filterText: filter }),
  ...(documentation === undefined ? {} : { documentation: { kind: "markdown", value: documentation } }),
  // It stands in a string of JSON.
  textEdit: { range, newText: JSON.stringify(written).slice(1, -1) },
});
