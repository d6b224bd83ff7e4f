// What differs within one module.

import type { Module } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { type Change, change } from "./change.ts";
import { compareFlows } from "./compare-flows.ts";
import { type Caption, type Comparison, compareValues } from "./compare-values.ts";
import { EDITOR_KEYS, partsOf } from "./content.ts";
import { compareFilters, ownFilter } from "./filters.ts";
import type { Matching } from "./matching.ts";
import { replaceInParameter } from "./references.ts";
import { kindOf, type Titles } from "./titles.ts";

export interface ModuleComparison {
  readonly matching: Matching;
  readonly titles: Titles;
  readonly comparison: Comparison;
  /** Whether what only the editor needs is compared as well. */
  readonly all: boolean;
}

/** The differences of a module that stayed; or all that a new one says. */
export function compareModules(
  before: Module | undefined,
  after: Module,
  { matching, titles, comparison, all }: ModuleComparison,
): readonly Change[] {
  const changes: Change[] = [];
  if (before) changes.push(...compareIdentity(before, after));
  const isUntouched = before !== undefined && matching.isSame(before, after);
  if (!isUntouched || all) {
    if (before === undefined || ownFilter(before) !== undefined || ownFilter(after) !== undefined) {
      changes.push(...compareFilters("filter", before && ownFilter(before), ownFilter(after), comparison));
    }
    const parts = compareParts(before, after, { ...comparison, caption: captionOf(before, after) });
    // Of a new module, fields that nobody filled in say nothing.
    changes.push(...(before ? parts : parts.filter((part) => !EMPTY.has(part.after ?? ""))));
  }
  changes.push(...compareFlows(before, after, { matching, titles, comparison }));
  if (all && before) changes.push(...compareEditorParts(before, after, comparison));
  return changes;
}

const EMPTY: ReadonlySet<string> = new Set(["", "null", "[]", "{}", '""']);

function compareIdentity(before: Module, after: Module): readonly Change[] {
  const changes: Change[] = [];
  if (before.name !== after.name) changes.push(change("name", "name", before.name, after.name, true));
  if (before.type !== after.type) {
    const [was, is] = [before, after].map((module) => {
      const kind = kindOf(module);
      return kind === module.type ? kind : `${kind} (${module.type})`;
    });
    changes.push(change("type", "module", was, is));
  } else if (before.version !== after.version) {
    const [was, is] = [before, after].map(({ version }) => (version === undefined ? undefined : String(version)));
    changes.push(change("version", "version", was, is));
  }
  return changes;
}

/** Their keys say enough without the name of the part. */
const UNNAMED_PARTS = new Set(["parameters", "mapper", "flags"]);
/** Told elsewhere: with the routes, and with the place. */
const TOLD_ELSEWHERE: Readonly<Record<string, readonly string[]>> = { parameters: ["else"] };

function compareParts(before: Module | undefined, after: Module, comparison: Comparison): readonly Change[] {
  const [was, is] = [before ? partsOf(before) : {}, partsOf(after)];
  return Object.keys({ ...was, ...is }).flatMap((part) => {
    if (part === "filter") return [];
    if (!UNNAMED_PARTS.has(part)) return compareValues(was[part], is[part], [part], comparison);
    const [values, others] = [was[part], is[part]].map((value) => (isObject(value) ? value : undefined));
    if ((!values && was[part] !== undefined) || (!others && is[part] !== undefined)) {
      return compareValues(was[part], is[part], [part], comparison);
    }
    return Object.keys({ ...values, ...others })
      .filter((key) => !TOLD_ELSEWHERE[part]?.includes(key))
      .flatMap((key) => compareField(part, key, values?.[key], others?.[key]));
  });

  function compareField(part: string, key: string, value: unknown, other: unknown): readonly Change[] {
    if (part !== "parameters") return compareValues(value, other, [key], comparison);
    const { before: words, after: otherWords } = comparison.words;
    const [named, otherNamed] = [
      replaceInParameter(key, value, words.same),
      replaceInParameter(key, other, otherWords.same),
    ];
    if (named !== undefined || otherNamed !== undefined) {
      if (named === otherNamed) return [];
      const shown = replaceInParameter(key, value, words.shown);
      return [change("value", key, shown, replaceInParameter(key, other, otherWords.shown))];
    }
    const binding = bindingOf(after, key) ?? (before && bindingOf(before, key));
    return binding === undefined
      ? compareValues(value, other, [key], comparison)
      : compareValues(value, other, [binding], { ...comparison, kind: "connection" });
  }
}

/** What a parameter is bound to that lives outside of the scenario. */
function bindingOf({ source }: Module, key: string): string | undefined {
  if (key === "__IMTCONN__") return "connection";
  if (key === "__IMTHOOK__" || key === "hook") return "webhook";
  const specs: unknown = isObject(source.metadata) ? source.metadata.parameters : undefined;
  const spec: unknown = Array.isArray(specs) ? specs.find((item) => isObject(item) && item.name === key) : undefined;
  const type = isObject(spec) && typeof spec.type === "string" ? /^[a-z]+/u.exec(spec.type)?.[0] : undefined;
  switch (type) {
    case "account":
      return `connection (${key})`;
    case "keychain":
      return `key (${key})`;
    case "hook":
      return `webhook (${key})`;
    default:
      return undefined;
  }
}

const FIELDS_OF_LABEL: ReadonlyMap<string, readonly string[]> = new Map([
  ["connection", ["__IMTCONN__"]],
  ["webhook", ["__IMTHOOK__", "hook"]],
]);

const LONGEST_CAPTION = 80;
/** What tells a reader nothing: `113753`, `C024BE91L`. */
const isCode = (value: unknown): boolean =>
  typeof value === "number" ||
  typeof value === "bigint" ||
  (typeof value === "string" && /^(?=.*\d)[\w-]{4,}$/u.test(value));

/** What the editor shows for a chosen value: the name of a connection, of a channel. */
function captionOf(before: Module | undefined, after: Module): Caption {
  return ([label, ...more], value, side) => {
    const module = side === "before" ? before : after;
    const restore = isObject(module?.source.metadata) ? module.source.metadata.restore : undefined;
    if (label === undefined || more.length > 0 || value === undefined || !isObject(restore)) return undefined;
    const keys = FIELDS_OF_LABEL.get(label) ?? [/\((.*)\)$/u.exec(label)?.[1] ?? label];
    for (const part of [restore.parameters, restore.expect, restore]) {
      for (const key of keys) {
        const shown: unknown = isObject(part) && Object.hasOwn(part, key) ? part[key] : undefined;
        const text = isObject(shown) && typeof shown.label === "string" ? shown.label : "";
        if (text !== "" && text.length <= LONGEST_CAPTION && isCode(value)) return text;
      }
    }
    return undefined;
  };
}

/** The number, the place on the canvas, and what the editor keeps of the form. */
function compareEditorParts(before: Module, after: Module, comparison: Comparison): readonly Change[] {
  const [was, is] = [before, after].map(({ source, id }) => {
    const metadata = isObject(source.metadata) ? source.metadata : {};
    const { name: _, ...designer } = isObject(metadata.designer) ? metadata.designer : {};
    const own = Object.entries(metadata).filter(([key]) => EDITOR_KEYS.has(key) && key !== "designer");
    return { id, ...Object.fromEntries(own), ...(Object.keys(designer).length > 0 ? { designer } : {}) };
  });
  return [...compareValues(was, is, [], { ...comparison, kind: "editor" }), ...compareOrder(before, after)];
}

/** The order of all keys of a module, where it has the same ones. */
function compareOrder({ source }: Module, { source: other }: Module): readonly Change[] {
  const [was, is] = [source, other].map(({ routes: _, branches: __, tools: ___, onerror: ____, ...own }) => own);
  const isOther = keysOf(was) !== keysOf(is) && keysOf(was, true) === keysOf(is, true);
  return isOther ? [change("editor", "order of keys", keysOf(was), keysOf(is))] : [];
}

/** All keys in a value, in their order or sorted. */
function keysOf(value: unknown, sorted = false): string {
  if (Array.isArray(value)) return value.map((item) => keysOf(item, sorted)).join(";");
  if (!isObject(value)) return "";
  const keys = sorted ? Object.keys(value).sort() : Object.keys(value);
  return keys
    .map((key) => {
      const inside = keysOf(value[key], sorted);
      return inside === "" ? key : `${key} (${inside})`;
    })
    .join(", ");
}
