// Modules as a blueprint has them, for one environment: which form each takes, which id it gets, where it stands, and
// what its symbols mean there.

import type { BranchObject, DataObject, Json, JsonObject, ModuleObject, ToolObject } from "../blueprint/blueprint.ts";
import type { FilePosition, Problem } from "../diagnostics/diagnostic.ts";
import type { Expression, Segment } from "../iml/ast.ts";
import { property } from "../iml/build.ts";
import type { AuthoredModule, ModuleForm } from "../model/authored.ts";
import type { Environment } from "../model/environment.ts";
import type { Expr } from "../model/expression.ts";
import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { createWriter, type WrittenFor } from "./bindings.ts";
import { type EditorData, overlaid, renamedOverlay } from "./editor-data.ts";
import { assignIds } from "./ids.ts";
import { kindOf, knownSteps } from "./known-steps.ts";
import { places } from "./places.ts";
import { renamedSteps } from "./renamed-steps.ts";
import { stepKeys } from "./step-keys.ts";

/** Where an author wrote a module: the call, and the name that it gave. */
export interface Origin {
  readonly position: FilePosition;
  /** Directives and merges have none. */
  readonly name: string | undefined;
}

export interface PrintedFlows {
  readonly flows: readonly (readonly ModuleObject[])[];
  /** The id of a step by its provisional one. */
  readonly finalIds: ReadonlyMap<number, number>;
  /** Where the author wrote each module, by JSON pointer. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Symbols without a value. */
  readonly problems: readonly Problem[];
}

/** What was there before, from which ids and positions are kept. */
export interface Before {
  /** What was printed the last time. */
  readonly printed?: Scenario | undefined;
  readonly editor?: EditorData | undefined;
}

export function printFlows(scenario: Scenario, environment: Environment, { printed, editor }: Before): PrintedFlows {
  const forms = new Map(scenario.modules.map((module) => [module.id, formOf(sourceOf(module), environment)]));
  const known = knownSteps(printed, editor);
  const renamed = renamedSteps(scenario, known, kindsOf);
  const keys = stepKeys(scenario, renamed);
  const ids = assignIds(keys, known.steps);
  const points = places(scenario, keys, editor);
  const finalIds = new Map([...ids].map(([module, id]) => [module.id, id]));
  const writer = createWriter(environment, (expression) => relocated(expression, finalIds, forms));
  const origins = new Map<string, Origin>();
  const flows = scenario.flows.map(writeFlow);
  return { flows, finalIds, origins, problems: writer.problems };

  function writeFlow({ modules }: Flow): ModuleObject[] {
    return modules.map(writeModule);
  }

  function writeModule(module: Module): ModuleObject {
    const source = sourceOf(module);
    const form = forms.get(module.id) ?? ownFormOf(source);
    const at: WrittenFor = { step: `Step \`${source.name ?? form.module}\``, position: source.position };
    const object = (value: DataObject<Expr<unknown>>): JsonObject => writer.write(value, at) as JsonObject;
    if (source.position) origins.set(module.pointer, { position: source.position, name: source.name });
    const { designer, ...metadata } = { ...form.metadata, designer: source.metadata?.designer };
    const { filter, flags, outputs, filters } = source;
    const plain = {
      id: ids.get(module) ?? module.id,
      module: form.module,
      version: form.version,
      ...(form.parameters ? { parameters: object(withIds(form.parameters)) } : {}),
      ...(filter ? { filter: object(filter as unknown as DataObject<Expr<unknown>>) as ModuleObject["filter"] } : {}),
      ...(form.mapper === undefined ? {} : { mapper: form.mapper === null ? null : object(form.mapper) }),
      ...(flags ? { flags: object(flags) } : {}),
      metadata: {
        designer: {
          ...(points.get(module) ?? { x: 0, y: 0 }),
          ...(designer?.name === undefined ? {} : { name: designer.name }),
        },
        ...metadata,
      },
      ...(module.routes.length > 0
        ? {
            routes: module.routes.map((route) => ({
              flow: writeFlow(route),
              ...(route.source?.disabled ? { disabled: true } : {}),
            })),
          }
        : {}),
      ...(module.branches.length > 0 ? { branches: module.branches.map((branch) => writeBranch(branch, at)) } : {}),
      ...(outputs
        ? { outputs: writer.write(outputs as unknown as Json, at) as unknown as ModuleObject["outputs"] }
        : {}),
      ...(filters
        ? { filters: writer.write(filters as unknown as Json, at) as unknown as ModuleObject["filters"] }
        : {}),
      ...(module.tools.length > 0 ? { tools: module.tools.map(writeTool) } : {}),
      ...(module.handler ? { onerror: writeFlow(module.handler) } : {}),
    } as ModuleObject;
    const overlay = editor?.steps[keys.get(module) ?? ""];
    // What an export says of a module holds for the module's own form alone.
    if (overlay === undefined || form === source.certain) return plain;
    return overlaid(plain, renamed.has(module) ? renamedOverlay(overlay, module.name ?? "") : overlay);
  }

  /** In the source, and as it is printed here. */
  function kindsOf(module: Module): readonly string[] {
    const { module: type, version } = forms.get(module.id) ?? ownFormOf(sourceOf(module));
    return [kindOf(module), kindOf({ type, version })];
  }

  function writeTool(tool: Flow): ToolObject {
    const { name = "", description } = tool.source as unknown as ToolObject;
    return { name, ...(description === undefined ? {} : { description }), flow: writeFlow(tool) };
  }

  function writeBranch(branch: Flow, at: WrittenFor): BranchObject {
    const { conditions, ...source } = branch.source as unknown as BranchObject<Expr<unknown>>;
    return {
      type: source.type,
      label: source.label,
      merge: source.merge,
      ...(source.disabled ? { disabled: true } : {}),
      ...(conditions
        ? { conditions: writer.write(conditions as unknown as Json, at) as unknown as BranchObject["conditions"] }
        : {}),
      flow: writeFlow(branch),
    } as BranchObject;
  }

  /** Aggregators name their source, and the step they collect for, by id. */
  function withIds(parameters: DataObject<Expr<unknown>>): DataObject<Expr<unknown>> {
    const { feeder, target } = parameters;
    if (typeof feeder !== "number") return parameters;
    const [step, ...path] = typeof target === "string" ? target.split(".") : [];
    return {
      ...parameters,
      feeder: finalIds.get(feeder) ?? feeder,
      ...(step === undefined ? {} : { target: [finalIds.get(Number(step)) ?? step, ...path].join(".") }),
    };
  }
}

const sourceOf = (module: Module): AuthoredModule => module.source as unknown as AuthoredModule;

type PrintedForm = Pick<AuthoredModule, "module" | "version" | "parameters" | "mapper" | "metadata"> &
  Pick<ModuleForm, "outputPath">;

const ownFormOf = ({ module, version, parameters, mapper, metadata }: AuthoredModule): PrintedForm => ({
  module,
  version,
  ...(parameters === undefined ? {} : { parameters }),
  ...(mapper === undefined ? {} : { mapper }),
  ...(metadata === undefined ? {} : { metadata }),
});

/** How a module is printed in an environment. */
function formOf(source: AuthoredModule, { modules, moduleIds }: Environment): PrintedForm {
  if (modules === "certain" && source.certain) return source.certain as PrintedForm;
  const own = ownFormOf(source);
  const real = moduleIds[own.module];
  return real ? { ...own, ...real } : own;
}

/** A reference with the final id of its step, and the path that the step's printed form has for the field. */
function relocated(
  expression: Expression,
  ids: ReadonlyMap<number, number>,
  forms: ReadonlyMap<number, PrintedForm>,
): Expression {
  if (expression.kind !== "reference" || expression.root.kind !== "module") return expression;
  const { root, path } = expression;
  const outputPath = forms.get(root.id)?.outputPath;
  return {
    ...expression,
    root: { ...root, id: ids.get(root.id) ?? root.id },
    path: named(outputPath && !isErrorInfo(path) ? outputPath(path) : path),
  };
}

/** `answers["2b5f3c01"]`: a text in brackets is the name of a field, which Make's language writes behind a dot. */
const named = (path: readonly Segment[]): readonly Segment[] =>
  path.map((segment) =>
    segment.kind === "index" && segment.index?.kind === "string" ? property(segment.index.value) : segment,
  );

/** What a handler knows of the error stands beside the module's output, not in it. */
const isErrorInfo = ([first]: readonly Segment[]): boolean => first?.kind === "property" && first.name === "error";
