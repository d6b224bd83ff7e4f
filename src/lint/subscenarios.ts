// What one scenario asks of another: which inputs it takes, what it returns, and where it is called. A blueprint does not
// say which id its scenario has in Make, and a call names the other scenario by that id. The editor keeps the name beside
// it (`metadata.restore`): by that name they are matched, and only where there is a single scenario of it.

import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { connectedModules } from "../model/connected-modules.ts";
import { moduleReferences } from "../model/mappings.ts";
import { describeModule, fieldPlace } from "../model/module-place.ts";
import type { Module } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import type { RuleContext } from "./rule.ts";

const START = "scenario-service:StartSubscenario";
const CALL = "scenario-service:CallSubscenario";
const RETURN = "scenario-service:ReturnData";

/** A name and where it stands. */
export interface PlacedName {
  readonly name: string;
  readonly at: JsonPlace;
}

export interface ScenarioInput {
  readonly name: string;
  /** Whether a call must give it. */
  readonly isNeeded: boolean;
}

export interface SubscenarioCall {
  readonly module: string;
  /** `SCN_<id>`. */
  readonly id: string | undefined;
  /** What the editor calls the scenario, where the file says it. */
  readonly label: string | undefined;
  /** The inputs that it gives; nothing when that is known only at run time. */
  readonly inputs: readonly PlacedName[] | undefined;
  readonly at: JsonPlace;
  /** The outputs of it that mappings read. */
  readonly reads: readonly PlacedName[];
  readonly waits: boolean;
}

/** What is known of one scenario. */
export interface SubscenarioFacts {
  readonly name: string;
  /** Nothing when the file does not say. */
  readonly inputs: readonly ScenarioInput[] | undefined;
  readonly declaredOutputs: readonly PlacedName[] | undefined;
  /** What Return output gives; nothing when there is none, or when that is known only at run time. */
  readonly returned: readonly PlacedName[] | undefined;
  readonly calls: readonly SubscenarioCall[];
}

export function subscenarioFacts({ scenario, json, root }: RuleContext): SubscenarioFacts | undefined {
  if (scenario.isFragment) return undefined;
  const modules = connectedModules(scenario);
  const calls = modules.filter(({ type }) => type === CALL);
  const reads = readsOf(modules, new Set(calls));
  return {
    name: scenario.name.trim(),
    inputs: scenarioInputs(json, modules),
    declaredOutputs: declaredOutputs(json, root),
    returned: returnedBy(modules.filter(({ type }) => type === RETURN)),
    calls: calls.map((module) => callOf(module, reads.get(module.id) ?? [])),
  };
}

/** The scenarios that are called, where it is certain which ones: a function from a call to one of them. */
export function createMatcher<Known extends SubscenarioFacts>(
  known: readonly Known[],
): (call: SubscenarioCall) => Known | undefined {
  const byName = new Map<string, Known | "several">();
  const labels = new Map<string, string>();
  for (const facts of known) {
    if (facts.name !== "") byName.set(facts.name, byName.has(facts.name) ? "several" : facts);
    for (const { id, label } of facts.calls) if (id !== undefined && label !== undefined) labels.set(id, label);
  }
  return ({ id, label }) => {
    const found = byName.get(label ?? labels.get(id ?? "") ?? "");
    return found === "several" ? undefined : found;
  };
}

/** What Make adds to the outputs of a module. */
const isOwn = (name: string): boolean => name === "error" || name.startsWith("__IMT");

function readsOf(modules: readonly Module[], calls: ReadonlySet<Module>): ReadonlyMap<number, readonly PlacedName[]> {
  const reads = new Map<number, PlacedName[]>([...calls].map(({ id }) => [id, []]));
  if (calls.size === 0) return reads;
  for (const module of modules) {
    for (const { reference, place } of moduleReferences(module)) {
      const [first] = reference.path;
      if (first?.kind !== "property" || isOwn(first.name)) continue;
      reads.get(reference.root.id)?.push({ name: first.name, at: place });
    }
  }
  return reads;
}

function callOf(module: Module, reads: readonly PlacedName[]): SubscenarioCall {
  const { parameters, mapper, metadata } = module.source;
  const restored: unknown = at(metadata, "restore", "parameters", "scenario", "label");
  const data: unknown = mapper?.data;
  const scenario: unknown = parameters?.scenario;
  return {
    module: describeModule(module),
    id: typeof scenario === "string" ? scenario : undefined,
    label: typeof restored === "string" && restored.trim() !== "" ? restored.trim() : undefined,
    inputs:
      data === undefined || data === null
        ? []
        : isObject(data)
          ? keysOf(data, pointer(module.pointer, "mapper", "data"))
          : undefined,
    at: fieldPlace(module, "mapper", "data"),
    reads,
    waits: parameters?.shouldWaitForExecutionEnd !== false,
  };
}

/** The declared inputs: as the editor exports them, as the API answers, or as the first module keeps them. */
export function scenarioInputs(json: unknown, modules: readonly Module[]): readonly ScenarioInput[] | undefined {
  const start = modules[0]?.type === START ? modules[0] : undefined;
  const fields =
    at(json, "io", "input_spec") ?? at(json, "interface", "input") ?? at(start?.source.metadata, "interface");
  if (!Array.isArray(fields)) return undefined;
  return fields.flatMap((field: unknown) =>
    isObject(field) && typeof field.name === "string"
      ? [{ name: field.name, isNeeded: field.required === true && (field.default ?? null) === null }]
      : [],
  );
}

function declaredOutputs(json: unknown, root: string): readonly PlacedName[] | undefined {
  for (const path of [
    ["io", "output_spec"],
    ["interface", "output"],
  ]) {
    const fields = at(json, ...path);
    if (!Array.isArray(fields)) continue;
    return fields.flatMap((field: unknown, index) =>
      isObject(field) && typeof field.name === "string"
        ? [{ name: field.name, at: { pointer: root + pointer("", ...path, index, "name") } }]
        : [],
    );
  }
  return undefined;
}

/** Version 1 returns a single value, whatever its name. */
function returnedBy(modules: readonly Module[]): readonly PlacedName[] | undefined {
  if (modules.length === 0 || modules.some(({ version }) => version === undefined || version < 2)) return undefined;
  return modules.flatMap(({ source, pointer: at }) =>
    isObject(source.mapper) ? keysOf(source.mapper, pointer(at, "mapper")) : [],
  );
}

const keysOf = (object: object, at: string): readonly PlacedName[] =>
  Object.keys(object).map((name) => ({ name, at: { pointer: pointer(at, name), key: true } }));

function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = isObject(found) ? found[key] : undefined;
  return found;
}
