// Every text of a module that Make evaluates, parsed once.

import type { Data } from "../blueprint/blueprint.ts";
import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import type { ModuleRoot, Reference, Template } from "../iml/ast.ts";
import type { ParsedTemplate } from "../iml/parse.ts";
import { parseOnce } from "../iml/parse-once.ts";
import { templateReferences } from "../iml/references.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import { type Expr, isExpr, templateOf } from "./expression.ts";
import type { Module } from "./scenario.ts";
import { type Viewpoint, viewpoint } from "./visibility.ts";

/** Which part of a module a text belongs to. */
export type MappingDomain = "mapper" | "parameters" | "filter" | "flags" | "branch" | "merge";

/** A text with at least one mapping. */
export interface MappedText {
  readonly domain: MappingDomain;
  readonly template: Template;
  /** The text itself; absent while a scenario is being authored. */
  readonly text: string | undefined;
  /** What cannot be read in it. */
  readonly problems: ParsedTemplate["problems"];
  readonly place: JsonPlace;
  readonly from: Viewpoint;
}

/** A reference to a module's output. */
export interface ModuleReference {
  readonly reference: Reference & { readonly root: ModuleRoot };
  readonly place: JsonPlace;
  readonly in: MappedText;
}

const cache = new WeakMap<Module, readonly MappedText[]>();

/** The texts with mappings of one module, in the order of the file. */
export function mappings(module: Module): readonly MappedText[] {
  let texts = cache.get(module);
  if (texts === undefined) {
    texts = collect(module);
    cache.set(module, texts);
  }
  return texts;
}

/** All references to outputs of modules that a module makes. */
export function moduleReferences(module: Module): readonly ModuleReference[] {
  let references = referencesOf.get(module);
  if (references === undefined) {
    references = findReferences(module);
    referencesOf.set(module, references);
  }
  return references;
}

const referencesOf = new WeakMap<Module, readonly ModuleReference[]>();

function findReferences(module: Module): readonly ModuleReference[] {
  const found: ModuleReference[] = [];
  for (const text of mappings(module)) {
    for (const reference of templateReferences(text.template)) {
      if (!isModuleReference(reference)) continue;
      const { range } = reference;
      found.push({ reference, place: range ? { ...text.place, range } : text.place, in: text });
    }
  }
  return found;
}

const isModuleReference = (reference: Reference): reference is ModuleReference["reference"] =>
  reference.root.kind === "module";

function collect(module: Module): readonly MappedText[] {
  const { source } = module;
  const here = viewpoint(module);
  const found: MappedText[] = [];
  addTexts(found, source.parameters, `${module.pointer}/parameters`, "parameters", here);
  // The filter is asked before the module runs, so both look from the same place.
  if (isObject(source.filter))
    addTexts(found, source.filter.conditions, `${module.pointer}/filter/conditions`, "filter", here);
  addTexts(found, source.mapper, `${module.pointer}/mapper`, "mapper", here);
  addTexts(found, source.flags, `${module.pointer}/flags`, "flags", here);
  for (const branch of module.branches) {
    const at = pointer(module.pointer, "branches", branch.index, "conditions");
    addTexts(found, branch.source?.conditions, at, "branch", here);
  }
  addMergeTexts(found, module);
  return found;
}

/** A merge's outputs have one mapping per merging branch; each is evaluated where that branch ends. */
function addMergeTexts(found: MappedText[], module: Module): void {
  const { outputs, filters } = module.source;
  if (!Array.isArray(outputs) && !Array.isArray(filters)) return;
  const branches = (module.flow.modules[module.position - 1]?.branches ?? []).filter(
    (flow) => flow.source?.merge === true,
  );
  const from = (index: number): Viewpoint => {
    const flow = branches[index];
    return flow ? { module, flow, before: flow.modules.length } : viewpoint(module);
  };
  for (const [index, output] of (Array.isArray(outputs) ? outputs : []).entries()) {
    const list: unknown = isObject(output) ? output.mappings : undefined;
    for (const [branch, value] of (Array.isArray(list) ? list : []).entries()) {
      addTexts(found, value, pointer(module.pointer, "outputs", index, "mappings", branch), "merge", from(branch));
    }
  }
  for (const [branch, filter] of (Array.isArray(filters) ? filters : []).entries()) {
    addTexts(found, filter, pointer(module.pointer, "filters", branch), "merge", from(branch));
  }
}

function addTexts(
  found: MappedText[],
  value: Data<Expr<unknown>> | undefined | unknown,
  at: string,
  domain: MappingDomain,
  from: Viewpoint,
): void {
  if (typeof value === "string") {
    if (!value.includes("{{")) return;
    const { template, problems } = parseOnce(value);
    found.push({ domain, template, problems, text: value, place: { pointer: at }, from });
  } else if (isExpr(value)) {
    const template = templateOf(value);
    if (template) found.push({ domain, template, problems: [], text: undefined, place: { pointer: at }, from });
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) addTexts(found, value[index], `${at}/${index}`, domain, from);
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const item = value[key];
      // Most values hold no mapping, and need no pointer.
      if (typeof item === "string" ? item.includes("{{") : typeof item === "object" || typeof item === "function") {
        addTexts(found, item, pointer(at, key), domain, from);
      }
    }
  }
}
