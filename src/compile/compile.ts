// From an authored scenario to the blueprint that Make imports, for one environment: which form each module takes,
// which id it gets, where it stands, and what its symbols mean there.

import type {
  Blueprint,
  BranchObject,
  DataObject,
  Json,
  JsonObject,
  ModuleObject,
  NoteObject,
} from "../blueprint/blueprint.ts";
import { catalog } from "../catalog/catalog.ts";
import { type FilePosition, ProblemError } from "../diagnostics/diagnostic.ts";
import type { Expression, Segment } from "../iml/ast.ts";
import { property } from "../iml/build.ts";
import type { AuthoredModule, AuthoredScenario, ModuleForm } from "../model/authored.ts";
import type { Environment } from "../model/environment.ts";
import type { Expr } from "../model/expression.ts";
import { buildScenario, type Flow, type Module, type Scenario } from "../model/scenario.ts";
import { createWriter, type WrittenFor } from "./bindings.ts";
import { type Deployment, deployment } from "./deployment.ts";
import { assignIds } from "./ids.ts";
import { layout } from "./layout.ts";
import { noteHtml } from "./note-html.ts";

export interface Compiled {
  readonly blueprint: Blueprint;
  /** What the blueprint cannot carry. */
  readonly deployment: Deployment;
  /** Where the author wrote each module, by JSON pointer. */
  readonly positions: ReadonlyMap<string, FilePosition>;
}

/**
 * Compiles a scenario. `before` is the blueprint of the last time, from which steps keep their ids. Throws one
 * `ProblemError` with every symbol that has no value in the environment.
 */
export function compile(authored: AuthoredScenario, environment: Environment, before?: Blueprint): Compiled {
  const scenario = buildScenario({ name: authored.name, flows: [{ pointer: "/flow", modules: authored.flow }] });
  const ids = assignIds(scenario, before && scenarioOf(before));
  const points = layout(scenario);
  const forms = new Map(scenario.modules.map((module) => [module.id, formOf(sourceOf(module), environment)]));
  const finalIds = new Map([...ids].map(([module, id]) => [module.id, id]));
  const writer = createWriter(environment, (expression) => relocated(expression, finalIds, forms));
  const positions = new Map<string, FilePosition>();

  const flow = scenario.flows.flatMap((main) => writeFlow(main));
  const instant = isInstant(authored.flow[0], environment);
  if (writer.problems.length > 0) throw new ProblemError(writer.problems);
  return {
    blueprint: {
      name: authored.name,
      flow,
      metadata: {
        instant,
        version: 1,
        scenario: authored.settings,
        designer: { orphans: [] },
        notes: authored.notes.map(
          (note): NoteObject => ({
            moduleIds: note.moduleIds.map((id) => finalIds.get(id) ?? id),
            content: noteHtml(note.text),
            isFilterNote: note.onFilter,
            metadata: { color: note.color },
          }),
        ),
      },
      ...(authored.inputs.length > 0 || authored.outputs.length > 0
        ? { io: { input_spec: authored.inputs, output_spec: authored.outputs } }
        : {}),
    },
    deployment: deployment(authored, instant),
    positions,
  };

  function writeFlow({ modules }: Flow): ModuleObject[] {
    return modules.map(writeModule);
  }

  function writeModule(module: Module): ModuleObject {
    const source = sourceOf(module);
    const form = forms.get(module.id) ?? ownFormOf(source);
    const at: WrittenFor = { step: `Step \`${source.name ?? form.module}\``, position: source.position };
    const object = (value: DataObject<Expr<unknown>>): JsonObject => writer.write(value, at) as JsonObject;
    if (source.position) positions.set(module.pointer, source.position);
    const { designer, ...metadata } = { ...form.metadata, designer: source.metadata?.designer };
    const { filter, flags, outputs, filters } = source;
    return {
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
      ...(module.handler ? { onerror: writeFlow(module.handler) } : {}),
    } as ModuleObject;
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

/** Whether something outside starts the scenario: that depends on the form in which its trigger is printed. */
function isInstant(first: AuthoredModule | undefined, { modules }: Environment): boolean {
  const printed = modules === "certain" ? (first?.certain ?? first) : first;
  return printed !== undefined && catalog.find(printed.module, printed.version)?.kind === "instant trigger";
}

/** A printed blueprint as a tree. */
const scenarioOf = ({ name, flow, metadata }: Blueprint): Scenario =>
  buildScenario({ name, flows: [{ pointer: "/flow", modules: flow }], metadata });

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
