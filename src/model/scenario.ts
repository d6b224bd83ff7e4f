// The scenario as a tree of flows. A blueprint is a tree already (what follows a module stands behind it in the same
// array, what branches off stands inside it); this adds the way back up, names, and a place in the file for each
// module, so that a question such as "does A run before B?" can be asked from any module.

import type { DataObject, ModuleObject } from "../blueprint/blueprint.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import type { Expr } from "./expression.ts";
import type { Scheduling } from "./scheduling.ts";

/** Where a flow hangs: the scenario itself, a router's route, an if-else branch, an error handler, an agent's tool. */
export type FlowKind = "main" | "route" | "branch" | "handler" | "tool" | "orphan";

/** Modules that run one after the other. */
export interface Flow {
  readonly kind: FlowKind;
  /** The module that the flow hangs on; absent for the main flow and orphans. */
  readonly owner: Module | undefined;
  /** Position among its owner's flows of this kind, from 0. */
  readonly index: number;
  readonly modules: readonly Module[];
  /** JSON pointer of the array of modules. */
  readonly pointer: string;
  /** The route or branch object; for other kinds nothing. */
  readonly source: DataObject<Expr<unknown>> | undefined;
}

/** A module and its place in the tree. What a file says may be of any shape: read `source` with care. */
export interface Module {
  /** As the file has it. A correct one is an integer from 1, unique in the scenario. */
  readonly id: number;
  /** `app:Module`. */
  readonly type: string;
  readonly version: number | undefined;
  /** The name that the canvas shows, when someone gave it one. */
  readonly name: string | undefined;
  readonly flow: Flow;
  /** Position in its flow, from 0. */
  readonly position: number;
  readonly pointer: string;
  readonly source: ModuleObject<Expr<unknown>>;
  readonly routes: readonly Flow[];
  readonly branches: readonly Flow[];
  readonly handler: Flow | undefined;
  readonly tools: readonly Flow[];
}

export interface Scenario {
  readonly name: string;
  /** Copied modules rather than a whole scenario: there need not be a trigger or settings. */
  readonly isFragment: boolean;
  /** The main flow; a fragment may have several. */
  readonly flows: readonly Flow[];
  /** Chains of modules that hang on nothing and never run. */
  readonly orphans: readonly Flow[];
  /** Every module in reading order, orphans last. */
  readonly modules: readonly Module[];
  /** `metadata`, or an empty object. */
  readonly metadata: DataObject;
  /** JSON pointer of `metadata`. */
  readonly metadataPointer: string;
  /** `metadata.scenario`, or an empty object. */
  readonly settings: DataObject;
  /** When Make starts it, where the file says so. */
  readonly scheduling: Scheduling | undefined;
  /** The first module with this id. */
  readonly find: (id: number) => Module | undefined;
}

/** What a scenario is made of. */
export interface ScenarioSource {
  readonly name: string;
  readonly isFragment?: boolean;
  readonly flows: readonly { readonly pointer: string; readonly modules: readonly unknown[] }[];
  readonly metadata?: unknown;
  readonly metadataPointer?: string;
  readonly scheduling?: Scheduling | undefined;
}

/** Builds the tree. Never throws: what is not shaped like a module is left out (the schema reports it). */
export function buildScenario(source: ScenarioSource): Scenario {
  const all: Module[] = [];
  const byId = new Map<number, Module>();
  const metadata = isObject(source.metadata) ? (source.metadata as DataObject) : {};
  const metadataPointer = source.metadataPointer ?? "/metadata";

  const flows = source.flows.map((flow, index) =>
    buildFlow("main", undefined, index, flow.modules, flow.pointer, undefined),
  );
  const designer = metadata.designer;
  const chains = isObject(designer) ? arrayOf(designer.orphans) : [];
  const orphans = chains.map((chain, index) =>
    buildFlow("orphan", undefined, index, arrayOf(chain), `${metadataPointer}/designer/orphans/${index}`, undefined),
  );

  return {
    name: source.name,
    isFragment: source.isFragment ?? false,
    flows,
    orphans,
    modules: all,
    metadata,
    metadataPointer,
    settings: isObject(metadata.scenario) ? (metadata.scenario as DataObject) : {},
    scheduling: source.scheduling,
    find: (id) => byId.get(id),
  };

  function buildFlow(
    kind: FlowKind,
    owner: Module | undefined,
    index: number,
    items: readonly unknown[],
    at: string,
    flowSource: DataObject<Expr<unknown>> | undefined,
  ): Flow {
    const modules: Module[] = [];
    const flow: Flow = { kind, owner, index, modules, pointer: at, source: flowSource };
    items.forEach((item, itemIndex) => {
      if (isModule(item)) modules.push(buildModule(item, flow, modules.length, `${at}/${itemIndex}`));
    });
    return flow;
  }

  function buildModule(item: ModuleObject<Expr<unknown>>, flow: Flow, position: number, at: string): Module {
    const { designer: ownDesigner } = isObject(item.metadata) ? (item.metadata as DataObject) : {};
    const name = isObject(ownDesigner) && typeof ownDesigner.name === "string" ? ownDesigner.name : undefined;
    const routes: Flow[] = [];
    const branches: Flow[] = [];
    const tools: Flow[] = [];
    const module: { -readonly [Key in keyof Module]: Module[Key] } = {
      id: item.id,
      type: item.module,
      version: typeof item.version === "number" ? item.version : undefined,
      name: name === "" ? undefined : name,
      flow,
      position,
      pointer: at,
      source: item,
      routes,
      branches,
      handler: undefined,
      tools,
    };
    all.push(module);
    if (!byId.has(item.id)) byId.set(item.id, module);
    hang("route", item.routes, "routes", routes);
    hang("branch", item.branches, "branches", branches);
    hang("tool", item.tools, "tools", tools);
    const handler = arrayOf(item.onerror);
    if (handler.length > 0) module.handler = buildFlow("handler", module, 0, handler, `${at}/onerror`, undefined);
    return module;

    function hang(kind: FlowKind, objects: unknown, key: string, into: Flow[]): void {
      arrayOf(objects).forEach((object, index) => {
        if (!isObject(object)) return;
        const child = object as DataObject<Expr<unknown>>;
        into.push(buildFlow(kind, module, index, arrayOf(child.flow), pointer(at, key, index, "flow"), child));
      });
    }
  }
}

const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isModule = (item: unknown): item is ModuleObject<Expr<unknown>> =>
  isObject(item) && typeof item.module === "string";

/** The module right before this one in its flow. */
export const previous = (module: Module): Module | undefined => module.flow.modules[module.position - 1];

/** The module right behind this one in its flow. */
export const next = (module: Module): Module | undefined => module.flow.modules[module.position + 1];

/** The app's part of a module's type: `slack` of `slack:CreateMessage`. */
export const appOf = (type: string): string => type.slice(0, Math.max(type.indexOf(":"), 0));
