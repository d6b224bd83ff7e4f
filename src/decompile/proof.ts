// The proof that source says what the blueprint said: it is compiled and compared, key by key. What only the editor
// needs, and how things were spelled, is kept for the companion file; whatever else differs is told.

import type { Blueprint, CopiedModules, Json, JsonObject } from "../blueprint/blueprint.ts";
import type { BlueprintDocument } from "../blueprint/read.ts";
import { catalog } from "../catalog/catalog.ts";
import type { ModuleDeclaration } from "../catalog/module.ts";
import { compile, compileFragment } from "../compile/compile.ts";
import {
  type EditorData,
  type Overlay,
  placedOverlay,
  type Spelling,
  type StepOverlay,
} from "../compile/editor-data.ts";
import { MAX_ID } from "../compile/known-steps.ts";
import { stepKeys } from "../compile/step-keys.ts";
import type { AuthoredFragment, AuthoredScenario } from "../model/authored.ts";
import type { Environment } from "../model/environment.ts";
import { buildScenario, type Module, type Scenario } from "../model/scenario.ts";
import { scenarioOf } from "../model/scenario-of.ts";
import { isDeepEqual } from "../util/is-deep-equal.ts";
import { isObject } from "../util/is-object.ts";
import { parsePointer, pointer } from "../util/json-pointer.ts";
import { asksNothing } from "./filters.ts";
import { isUsableKey } from "./learnt-entry.ts";
import { isNothing, sameMeaning } from "./same-meaning.ts";

type Authored = AuthoredScenario | AuthoredFragment;

export interface Difference {
  /** In the blueprint that was read. */
  readonly pointer: string;
  /** The module that it is in. */
  readonly module: Module | undefined;
  readonly exported: unknown;
  readonly printed: unknown;
}

export interface Proof {
  readonly editor: EditorData;
  /** What the source does not say as the blueprint did. None: nothing is lost. */
  readonly differences: readonly Difference[];
}

/** What a module's declaration writes where nothing is said. */
export type FindDeclaration = (type: string, version: number | undefined) => ModuleDeclaration | undefined;

/** Compiles what was written for a document, and compares. */
export function prove(
  authored: Authored,
  document: BlueprintDocument,
  environment: Environment,
  find: FindDeclaration = catalog.find,
): Proof {
  const original = scenarioOf(document);
  const modules = original.modules.filter(({ flow }) => !isOrphan(flow));
  const written = [...stepKeys(treeOf(authored))];
  const ids = Object.fromEntries(written.map(([, key], index) => [key, { id: modules[index]?.id ?? MAX_ID }]));
  const bare = compiled(authored, environment, { steps: ids });
  // A step may be called `__proto__`.
  const steps = new Map<string, StepOverlay>();
  const printedModules = scenarioFrom(bare).modules;
  // Where the editor's word on one step is kept, all stay where they are when others are added.
  const isPlaced = modules.some((module, index) => !isShownAlike(module, printedModules[index]));
  for (const [index, module] of modules.entries()) {
    const printed = printedModules[index];
    const [step, key] = written[index] ?? [];
    if (printed === undefined || step === undefined || key === undefined) break;
    const overlay = compareModule(printed.source as unknown as JsonObject, module, find);
    const designer = designerIn(module);
    steps.set(key, {
      id: Number.isSafeInteger(module.id) ? module.id : printed.id,
      module: step.type,
      ...(step.version === undefined ? {} : { version: step.version }),
      ...(isPlaced && designer ? placedOverlay(overlay, designer) : overlay),
    });
  }
  const around = aroundOf(document);
  const blueprint = compareBlueprint(bare as unknown as JsonObject, document.blueprint as JsonObject);
  const editor: EditorData = {
    ...(around === undefined ? {} : { around }),
    ...(isEmpty(blueprint) ? {} : { blueprint }),
    steps: Object.fromEntries(steps),
  };
  const printed = compiled(authored, environment, editor);
  return { editor, differences: differencesOf(printed, document, original) };
}

const isOrphan = (flow: Module["flow"]): boolean => {
  for (let around: Module["flow"] | undefined = flow; around !== undefined; around = around.owner?.flow)
    if (around.kind === "orphan") return true;
  return false;
};

const compiled = (authored: Authored, environment: Environment, editor: EditorData): Blueprint | CopiedModules =>
  authored.kind === "fragment"
    ? compileFragment(authored, environment, undefined, editor).blueprint
    : compile(authored, environment, undefined, editor).blueprint;

function treeOf(authored: Authored): Scenario {
  const chains = authored.kind === "fragment" ? authored.flows : [authored.flow];
  return buildScenario({ name: "", flows: chains.map((modules) => ({ pointer: "", modules })) });
}

function scenarioFrom(printed: Blueprint | CopiedModules): Scenario {
  const chains = "subflows" in printed ? printed.subflows.map(({ flow }) => flow) : [printed.flow];
  return buildScenario({ name: "", flows: chains.map((modules) => ({ pointer: "", modules })) });
}

function designerIn({ source }: Module): JsonObject | undefined {
  const designer = isObject(source.metadata) ? source.metadata.designer : undefined;
  return isObject(designer) ? (designer as JsonObject) : undefined;
}

function isShownAlike(exported: Module, printed: Module | undefined): boolean {
  const designer = designerIn(exported);
  return designer === undefined || isDeepEqual(designer, printed && designerIn(printed));
}

/** What a file holds around its blueprint. */
function aroundOf({ json, root }: BlueprintDocument): JsonObject | undefined {
  const path = parsePointer(root);
  if (path.length === 0 || !isObject(json)) return undefined;
  return without(json as JsonObject, path);
}

function without(object: JsonObject, [step, ...rest]: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => {
      if (key !== step) return [[key, value]];
      return rest.length === 0 ? [] : [[key, without(value as JsonObject, rest)]];
    }),
  );
}

/** The keys of a module that say what it does; all others are the editor's, or nobody's. */
const MODULE_KEYS: ReadonlySet<string> = new Set([
  "id",
  "module",
  "version",
  "parameters",
  "filter",
  "mapper",
  "flags",
  "routes",
  "branches",
  "outputs",
  "filters",
  "onerror",
  "tools",
]);
/** There stand modules, which are compared by themselves. */
const MODULES = /^\/(?:onerror|(?:routes|branches|tools)\/\d+\/flow)$/u;

interface Collected {
  readonly set: Record<string, Json>;
  readonly spelled: Spelling[];
}

const isEmpty = ({ set, spelled }: Overlay): boolean => set === undefined && spelled === undefined;

const overlayOf = ({ set, spelled }: Collected): Overlay => ({
  ...(Object.keys(set).length > 0 ? { set } : {}),
  ...(spelled.length > 0 ? { spelled } : {}),
});

function compareModule(
  printed: JsonObject,
  { source, type, version, flow, position }: Module,
  find: FindDeclaration,
): Overlay {
  const exported = source as unknown as JsonObject;
  const collected: Collected = { set: {}, spelled: [] };
  const declaration = find(type, version);
  // A filter that Make never asks is the editor's.
  const unasked = flow.kind === "main" && position === 0;
  const rest = (object: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(object).filter(([key]) => MODULE_KEYS.has(key) && !(unasked && key === "filter")),
    );
  const isDefault = ([area, key]: readonly string[], value: unknown): boolean => {
    const fields =
      area === "parameters" ? declaration?.parameters : area === "mapper" ? declaration?.mapper : undefined;
    const spec = fields?.[key ?? ""]?.spec;
    const values = [spec?.default, ...Object.values(spec?.implied ?? {})];
    return spec !== undefined && values.some((known) => known !== undefined && sameMeaning(known, value));
  };
  collectSpellings("", rest(printed), rest(exported), collected, isDefault);
  // A placeholder is no module yet, and has no version and often no id.
  if (type === "placeholder:Placeholder") {
    for (const key of ["id", "version"]) setWhole(pointer("", key), printed[key], exported[key], collected);
  }
  for (const key of Object.keys(exported)) {
    if ((!MODULE_KEYS.has(key) || (unasked && key === "filter")) && key !== "metadata")
      setWhole(pointer("", key), printed[key], exported[key], collected);
  }
  compareMetadata(printed.metadata, exported.metadata, new Set(), collected);
  return overlayOf(collected);
}

/** `metadata` is the editor's, but for the settings of a scenario. */
function compareMetadata(
  printed: unknown,
  exported: unknown,
  semantic: ReadonlySet<string>,
  collected: Collected,
): void {
  if (!isObject(exported)) {
    if (printed !== undefined || exported !== undefined)
      collected.spelled.push(spelling("/metadata", printed as Json | undefined, exported as Json | undefined));
    return;
  }
  const before = isObject(printed) ? printed : {};
  for (const key of new Set([...Object.keys(exported), ...Object.keys(before)])) {
    if (semantic.has(key)) continue;
    setWhole(
      pointer("", "metadata", key),
      before[key] as Json | undefined,
      exported[key] as Json | undefined,
      collected,
    );
  }
}

/** What the editor had goes before what is printed. */
function setWhole(
  at: string,
  printed: Json | undefined,
  exported: Json | undefined,
  { set, spelled }: Collected,
): void {
  if (isDeepEqual(printed, exported)) return;
  if (exported === undefined) spelled.push(spelling(at, printed, exported));
  else set[at] = exported;
}

const spelling = (at: string, printed: Json | undefined, exported: Json | undefined): Spelling => ({
  at,
  ...(printed === undefined ? {} : { printed }),
  ...(exported === undefined ? {} : { exported }),
});

/** Notes where two values are spelled differently and mean the same. */
function collectSpellings(
  at: string,
  printed: unknown,
  exported: unknown,
  collected: Collected,
  isDefault: IsDefault,
): void {
  if (isDeepEqual(printed, exported)) return;
  if (isObject(printed) && isObject(exported)) {
    for (const key of new Set([...Object.keys(printed), ...Object.keys(exported)])) {
      if (MODULES.test(pointer(at, key)) && Array.isArray(printed[key]) && Array.isArray(exported[key])) continue;
      if (isUnknownKey(at, key)) setWhole(pointer(at, key), printed[key] as Json, exported[key] as Json, collected);
      else collectSpellings(pointer(at, key), own(printed, key), own(exported, key), collected, isDefault);
    }
    return;
  }
  if (Array.isArray(printed) && Array.isArray(exported) && printed.length === exported.length) {
    for (const [index, item] of printed.entries())
      collectSpellings(pointer(at, index), item, exported[index], collected, isDefault);
    return;
  }
  const path = parsePointer(at);
  const [key] = path;
  const unsaid =
    (exported === undefined && isDefault(path, printed)) ||
    (path.at(-1) === "disabled" && !printed && !exported) ||
    (key === "filter" && saysNothingMore(path, printed, exported)) ||
    (key === "branches" && isUnusedOfBranch(path, printed, exported)) ||
    (at === "/filters" && asksNothing(printed) && asksNothing(exported)) ||
    (path.length === 1 && isNothing(exported) && isObject(printed) && onlyDefaults(path, printed, isDefault));
  if (unsaid || sameMeaning(printed, exported)) collected.spelled.push(spelling(at, printed as Json, exported as Json));
}

type IsDefault = (path: readonly string[], value: unknown) => boolean;

/** Values of a module that nobody has filled in. */
const onlyDefaults = (path: readonly string[], values: object, isDefault: IsDefault): boolean =>
  Object.entries(values).every(([key, value]) => isNothing(value) || isDefault([...path, key], value));

/** A filter that asks nothing is like none; and the label of one that a `match` wrote is only a label. */
const saysNothingMore = (path: readonly string[], printed: unknown, exported: unknown): boolean =>
  path.length === 1
    ? printed === undefined && isObject(exported) && asksNothing(exported.conditions)
    : path.length === 2 && path[1] === "name" && typeof printed === "string";

/** The label of an else branch is only a label, and where nothing merges, no branch goes on into a merge. */
const isUnusedOfBranch = ([, , key]: readonly string[], printed: unknown, exported: unknown): boolean =>
  (key === "label" && printed === "" && typeof exported === "string") ||
  (key === "merge" && printed === false && (exported === true || exported === undefined));

const own = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** What has a place of its own in a module, and which keys of it are known. */
const PARTS: readonly (readonly [place: RegExp, keys: readonly string[]])[] = [
  [/^\/routes\/\d+$/u, ["flow", "disabled"]],
  [/^\/branches\/\d+$/u, ["flow", "disabled", "type", "label", "merge", "conditions"]],
  [/^\/outputs\/\d+$/u, ["name", "mappings"]],
  [/^\/tools\/\d+$/u, ["flow", "name", "description"]],
  [/^\/filter$/u, ["name", "conditions"]],
];

/** Keys of somebody's own. */
const isUnknownKey = (at: string, key: string): boolean =>
  PARTS.some(([place, keys]) => place.test(at) && !keys.includes(key));

const BLUEPRINT_KEYS: ReadonlySet<string> = new Set(["name", "flow", "subflows", "metadata", "io"]);

function compareBlueprint(printed: JsonObject, exported: JsonObject): Overlay {
  const collected: Collected = { set: {}, spelled: [] };
  // Only a name that no scenario can have differs.
  if (!("subflows" in exported)) setSpelled("/name", printed.name, exported.name, collected);
  for (const key of new Set([...Object.keys(exported), ...Object.keys(printed)])) {
    if (!BLUEPRINT_KEYS.has(key)) setWhole(pointer("", key), printed[key], exported[key], collected);
  }
  compareContract(printed.io, exported.io, collected);
  const settings = (metadata: unknown): unknown => (isObject(metadata) ? metadata.scenario : undefined);
  const [before, after] = [settings(printed.metadata), settings(exported.metadata)];
  if (isObject(exported.metadata)) compareSettings(before, after, collected);
  compareMetadata(printed.metadata, exported.metadata, new Set(["scenario"]), collected);
  return overlayOf(collected);
}

const setSpelled = (
  at: string,
  printed: Json | undefined,
  exported: Json | undefined,
  { spelled }: Collected,
): void => {
  if (!isDeepEqual(printed, exported)) spelled.push(spelling(at, printed, exported));
};

/** Inputs and outputs: their names and types are the source's, what else an export says of them is the editor's. */
function compareContract(printed: Json | undefined, exported: Json | undefined, collected: Collected): void {
  const names = (io: unknown): unknown =>
    ["input_spec", "output_spec"].map((key) => {
      const list: unknown = isObject(io) ? io[key] : undefined;
      const fields = (Array.isArray(list) ? list : []).map((field: unknown) => (isObject(field) ? field.name : field));
      return [...new Set(fields.filter((name) => typeof name === "string" && isUsableKey(name)))].sort();
    });
  if (isDeepEqual(names(printed), names(exported))) setSpelled("/io", printed, exported, collected);
}

/** A setting that is not there has the editor's default, which is printed. */
function compareSettings(printed: unknown, exported: unknown, collected: Collected): void {
  const at = "/metadata/scenario";
  if (!isObject(exported) || !isObject(printed)) {
    setSpelled(at, printed as Json, exported as Json, collected);
    return;
  }
  for (const key of new Set([...Object.keys(printed), ...Object.keys(exported)])) {
    const [before, after] = [own(printed, key), own(exported, key)] as [Json | undefined, Json | undefined];
    if (before === undefined) setWhole(pointer(at, key), before, after, collected);
    else if (after === undefined || sameMeaning(before, after)) setSpelled(pointer(at, key), before, after, collected);
  }
}

/** Where two documents differ: the smallest places. */
function differencesOf(
  printed: Blueprint | CopiedModules,
  { blueprint, root }: BlueprintDocument,
  scenario: Scenario,
): readonly Difference[] {
  const differences: Difference[] = [];
  compareDeeply("", printed, blueprint, (at, a, b) => {
    const whole = `${root}${at}`;
    differences.push({ pointer: whole, module: moduleAt(scenario, whole), printed: a, exported: b });
  });
  return differences;
}

function compareDeeply(
  at: string,
  printed: unknown,
  exported: unknown,
  report: (at: string, printed: unknown, exported: unknown) => void,
): void {
  if (isDeepEqual(printed, exported)) return;
  if (isObject(printed) && isObject(exported)) {
    for (const key of new Set([...Object.keys(printed), ...Object.keys(exported)]))
      compareDeeply(pointer(at, key), own(printed, key), own(exported, key), report);
  } else if (Array.isArray(printed) && Array.isArray(exported) && printed.length === exported.length) {
    for (const [index, item] of printed.entries()) compareDeeply(pointer(at, index), item, exported[index], report);
  } else report(at, printed, exported);
}

/** The innermost module around a place. */
function moduleAt({ modules }: Scenario, at: string): Module | undefined {
  let found: Module | undefined;
  for (const module of modules) {
    if (at.startsWith(`${module.pointer}/`) && (found === undefined || module.pointer.length > found.pointer.length))
      found = module;
  }
  return found;
}
