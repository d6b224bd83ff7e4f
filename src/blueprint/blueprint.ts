// The wire format: what Make's editor exports and imports, as types. Nothing here interprets it.
//
// Every object may hold keys that are not named here; they are kept. `Leaf` is `never` in a file; a scenario that
// is still being authored has expressions in its values.

/** A JSON value, with `Leaf` allowed wherever a value may stand. A `bigint` is a number that `number` cannot hold. */
export type Data<Leaf = never> =
  | string
  | number
  | bigint
  | boolean
  | null
  | Leaf
  | readonly Data<Leaf>[]
  | DataObject<Leaf>;
export interface DataObject<Leaf = never> {
  readonly [key: string]: Data<Leaf> | undefined;
}
export type Json = Data;
export type JsonObject = DataObject;

/** What the editor imports and exports: a tree of modules, settings, and what only the editor needs. */
export interface Blueprint<Leaf = never> {
  readonly name: string;
  readonly flow: readonly ModuleObject<Leaf>[];
  readonly metadata: BlueprintMetadata;
  /** Inputs and outputs of the scenario, where an export carries them. */
  readonly io?: { readonly input_spec: readonly JsonObject[]; readonly output_spec: readonly JsonObject[] };
}

/** Modules as the editor copies and pastes them. */
export interface CopiedModules {
  readonly subflows: readonly { readonly flow: readonly ModuleObject[] }[];
  readonly metadata: { readonly version: number };
}

export interface BlueprintMetadata {
  readonly instant?: boolean;
  /** Version of the blueprint format: always 1. */
  readonly version: number;
  readonly scenario?: JsonObject;
  readonly designer?: { readonly orphans?: readonly (readonly ModuleObject[])[] };
  readonly zone?: string;
  readonly notes?: readonly NoteObject[];
}

export interface NoteObject {
  readonly moduleIds: readonly number[];
  /** HTML. */
  readonly content: string;
  readonly isFilterNote: boolean;
  readonly metadata: JsonObject;
}

/** One bubble on the canvas, with the flows that hang on it. */
export interface ModuleObject<Leaf = never> {
  readonly id: number;
  /** `app:Module`. */
  readonly module: string;
  /** Major version of the app. */
  readonly version: number;
  /** Static settings: connection, hook, trigger options. */
  readonly parameters?: DataObject<Leaf>;
  readonly filter?: FilterObject<Leaf> | null;
  /** Values that are mapped at run time. `null` on routers, if-else and merge. */
  readonly mapper?: DataObject<Leaf> | null;
  readonly flags?: DataObject<Leaf>;
  readonly metadata?: ModuleMetadata;
  /** Only `builtin:BasicRouter`. */
  readonly routes?: readonly RouteObject<Leaf>[];
  /** Only `builtin:BasicIfElse`. */
  readonly branches?: readonly BranchObject<Leaf>[];
  /** Only `builtin:BasicMerge`. */
  readonly outputs?: readonly MergeOutputObject<Leaf>[];
  readonly filters?: readonly (FilterObject<Leaf> | null)[];
  /** The error handler route, a flat flow. */
  readonly onerror?: readonly ModuleObject<Leaf>[];
  /** Only AI agents. */
  readonly tools?: readonly ToolObject<Leaf>[];
}

export interface ModuleMetadata {
  readonly designer?: {
    readonly x: number;
    readonly y: number;
    readonly name?: string;
    readonly messages?: readonly JsonObject[];
  };
  readonly restore?: JsonObject;
  readonly expect?: readonly JsonObject[];
  readonly parameters?: readonly JsonObject[];
  readonly interface?: readonly JsonObject[];
  readonly advanced?: boolean;
}

export interface RouteObject<Leaf = never, Module = ModuleObject<Leaf>> {
  readonly flow: readonly Module[];
  readonly disabled?: boolean;
}

/** Modules that an AI agent may run; its instructions choose when. */
export interface ToolObject<Leaf = never, Module = ModuleObject<Leaf>> {
  readonly name: string;
  readonly description?: string;
  readonly flow: readonly Module[];
}

export interface BranchObject<Leaf = never, Module = ModuleObject<Leaf>> {
  readonly type: "condition" | "else";
  readonly label: string;
  readonly merge: boolean;
  readonly disabled?: boolean;
  readonly conditions?: Conditions<Leaf>;
  readonly flow: readonly Module[];
}

export interface MergeOutputObject<Leaf = never> {
  readonly name: string;
  /** One per branch that merges, in their order. */
  readonly mappings: readonly Data<Leaf>[];
}

export interface FilterObject<Leaf = never> {
  readonly name?: string;
  readonly conditions?: Conditions<Leaf>;
}

/** Any of the groups must hold; in a group, every condition. */
export type Conditions<Leaf = never> = readonly (readonly ConditionObject<Leaf>[])[];

export interface ConditionObject<Leaf = never> {
  readonly a: Data<Leaf>;
  /** Operator code, such as `text:equal`. */
  readonly o: string;
  readonly b?: Data<Leaf>;
}
