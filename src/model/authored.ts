// A scenario as its author wrote it: shaped like a blueprint, but with typed expressions in its values, provisional
// ids, and no layout. Compiling it for an environment makes the blueprint.

import type {
  BlueprintMetadata,
  BranchObject,
  DataObject,
  ModuleMetadata,
  ModuleObject,
  RouteObject,
  ToolObject,
} from "../blueprint/blueprint.ts";
import type { FilePosition } from "../diagnostics/diagnostic.ts";
import type { Segment } from "../iml/ast.ts";
import type { Expr } from "./expression.ts";
import type { Schedule } from "./schedule.ts";

/** An author's word that what a rule of the linter finds is fine. It is no part of the blueprint. */
export interface AuthoredSuppression {
  readonly rule: string;
  readonly reason: string;
  /** The last day on which it holds, `2027-01-31`. */
  readonly expires?: string;
}

/** One way to print a module: its identity and what stands in its two places for values. */
export interface ModuleForm {
  readonly module: string;
  readonly version: number;
  readonly parameters: DataObject<Expr<unknown>>;
  readonly mapper: DataObject<Expr<unknown>> | null;
  /** What only the editor needs: `expect`, `restore`, `interface`. */
  readonly metadata?: Omit<ModuleMetadata, "designer">;
  /** Where this form puts what the module's own form calls `path`. Absent: in the same place. */
  readonly outputPath?: (path: readonly Segment[]) => readonly Segment[];
}

/** A module of an authored scenario. `id` is provisional: negative, and unique over all scenarios of the process. */
export interface AuthoredModule extends Omit<ModuleObject<Expr<unknown>>, "routes" | "branches" | "onerror" | "tools"> {
  readonly routes?: readonly RouteObject<Expr<unknown>, AuthoredModule>[];
  readonly branches?: readonly BranchObject<Expr<unknown>, AuthoredModule>[];
  readonly onerror?: readonly AuthoredModule[];
  readonly tools?: readonly ToolObject<Expr<unknown>, AuthoredModule>[];
  /** What the canvas shows, and what the id is kept by. Directives and merges have none of their own. */
  readonly name?: string;
  /** The same module over an app whose identifiers are certain. */
  readonly certain?: ModuleForm;
  /** What the linter finds at this module, but not at those on its routes, and may. */
  readonly suppressions?: readonly AuthoredSuppression[];
  /** Where the author wrote it. */
  readonly position?: FilePosition;
}

/** A sticky note beside one or more modules (by provisional id). */
export interface AuthoredNote {
  readonly text: string;
  readonly moduleIds: readonly number[];
  readonly onFilter: boolean;
  readonly color: string;
}

/** Modules to be pasted into a scenario: no trigger, no settings, one flow or several. */
export interface AuthoredFragment {
  readonly kind: "fragment";
  readonly name: string;
  readonly slug: string;
  readonly flows: readonly (readonly AuthoredModule[])[];
  readonly position?: FilePosition;
}

export interface AuthoredScenario {
  readonly kind: "scenario";
  readonly name: string;
  /** The name of its files: the name in lower case, with dashes. */
  readonly slug: string;
  readonly description?: string;
  readonly flow: readonly AuthoredModule[];
  /** `metadata.scenario`, whole. */
  readonly settings: NonNullable<BlueprintMetadata["scenario"]>;
  readonly notes: readonly AuthoredNote[];
  readonly schedule: Schedule;
  readonly inputs: readonly DataObject[];
  readonly outputs: readonly DataObject[];
  /** What the linter finds anywhere in the scenario, and may. */
  readonly suppressions?: readonly AuthoredSuppression[];
  readonly position?: FilePosition;
}
