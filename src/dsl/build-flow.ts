// Turns what an author calls on a flow into modules. Mistakes are collected, not thrown: each is told with the others
// when the scenario is complete.

import type { ConditionObject, Conditions, DataObject, FilterObject, JsonObject } from "../blueprint/blueprint.ts";
import * as builtin from "../catalog/apps/builtin.ts";
import { encodeConditions, encodeData, InputError } from "../catalog/encode.ts";
import { certainForm, ownForm } from "../catalog/form.ts";
import type { ModuleCall, ModuleDeclaration } from "../catalog/module.ts";
import type { FilePosition } from "../diagnostics/diagnostic.ts";
import { moduleReference } from "../iml/build.ts";
import type { AuthoredModule, AuthoredNote, ModuleForm } from "../model/authored.ts";
import { all, type Condition, comparison } from "../model/conditions.ts";
import type { Expr, Ref } from "../model/expression.ts";
import type { AggregateOptions, Branch, ErrorFlow, ErrorRoute, Route, StepOptions, Steps, When } from "./flow.ts";
import type { Handler } from "./handlers.ts";
import type { Mistakes } from "./mistakes.ts";
import { authorPosition } from "./position.ts";
import { ref, stepOf } from "./ref.ts";

type Expressions = Expr<unknown>;

/** What all flows of one scenario share. */
export interface Build {
  readonly mistakes: Mistakes;
  /** Where each name was given. */
  readonly names: Map<string, { readonly id: number; readonly position: FilePosition | undefined }>;
  readonly notes: AuthoredNote[];
  /** Runs when all steps are there. */
  readonly later: (() => void)[];
}

export const createBuild = (mistakes: Mistakes): Build => ({ mistakes, names: new Map(), notes: [], later: [] });

/** A module in the making. Its filter stays a condition until its route is known. */
type Draft = { -readonly [Key in keyof AuthoredModule]: AuthoredModule[Key] } & { when?: readonly [string, Condition] };

type FlowKind = "main" | "route" | "branch" | "handler";

interface FlowState {
  readonly kind: FlowKind;
  /** Inside of an error route, at any depth: only there a directive may end a flow. */
  readonly handlesErrors: boolean;
  readonly modules: Draft[];
  /** What the flow ended with, after which nothing can follow. */
  ended: string | undefined;
}

// Provisional ids are unique over all scenarios of a process, so that a reference to a step of another scenario can
// never be taken for one of this scenario.
let lastId = 0;

const DIRECTIVES: Readonly<Record<Handler<unknown>["directive"], ModuleDeclaration>> = {
  Ignore: builtin.ignore.declaration,
  Resume: builtin.resume.declaration,
  Commit: builtin.commit.declaration,
  Rollback: builtin.rollback.declaration,
  Break: builtin.breakAndRetry.declaration,
};

/** The main flow of a scenario: hand `flow` to the author, then take the modules. */
export function mainFlow(build: Build): {
  readonly flow: ErrorFlow;
  readonly modules: () => readonly AuthoredModule[];
} {
  const state: FlowState = { kind: "main", handlesErrors: false, modules: [], ended: undefined };
  return { flow: flowOf(build, state), modules: () => finish(state.modules) };
}

function flowOf(build: Build, state: FlowState): ErrorFlow {
  const { mistakes } = build;

  /** Puts a module at the end of the flow. */
  function append(name: string, given: Partial<Draft>, form: ModuleForm, options: StepOptions): Draft {
    const position = authorPosition();
    const module: Draft = {
      id: ++lastId,
      module: form.module,
      version: form.version,
      parameters: form.parameters,
      mapper: form.mapper,
      metadata: { ...form.metadata, ...(options.metadata as object), designer: { x: 0, y: 0, name } },
      name,
      ...(position ? { position } : {}),
      ...given,
    };
    registerName(name, module);
    if (state.ended !== undefined) {
      mistakes.add(
        `The step \`${name}\` stands behind ${state.ended}, after which nothing can follow`,
        position,
        "Move it into a route, or in front",
      );
    }
    const when = namedCondition(options.when);
    if (when) {
      module.when = when;
      if (state.kind === "main" && state.modules.length === 0) {
        mistakes.add(
          `The first step \`${name}\` has a filter, which Make does not ask`,
          position,
          "Put the condition on the second step",
        );
      }
    }
    state.modules.push(module);
    addNote(module, options);
    addHandler(module, options.onError);
    return module;
  }

  function registerName(name: string, { id, position }: Draft): void {
    if (name.trim() === "")
      mistakes.add("A step has no name", position, "Name it: the canvas shows the name, and its id is kept by it");
    const before = build.names.get(name);
    if (before === undefined) build.names.set(name, { id, position });
    else {
      const first = before.position ? ` (the first is in line ${before.position.line})` : "";
      mistakes.add(
        `Two steps are called \`${name}\`${first}`,
        position,
        "Give each step a name of its own: its id is kept by it",
      );
    }
  }

  function addNote(module: Draft, { note }: StepOptions): void {
    if (note === undefined) return;
    const { text, color = "#9138FE", onFilter = false } = typeof note === "string" ? { text: note } : note;
    build.notes.push({ text, color, onFilter, moduleIds: [module.id] });
  }

  function addHandler(module: Draft, given: Handler<unknown> | ErrorRoute<unknown> | undefined): void {
    if (given === undefined) return;
    const inner: FlowState = { kind: "handler", handlesErrors: true, modules: [], ended: undefined };
    const flow = flowOf(build, inner);
    if (typeof given === "function") {
      const handler = given(flow, ref(moduleReference(module.id, "error")));
      if (handler) flow.end(handler);
      else if (inner.modules.length === 0) {
        mistakes.add(
          `The error route of \`${module.name}\` is empty`,
          module.position,
          "End it with a handler such as onError.ignore()",
        );
      }
    } else flow.end(given);
    module.onerror = inner.modules;
  }

  /** The values of a module call, or a stand-in when they cannot be written. */
  function formsOf(
    name: string,
    { declaration, input, form }: ModuleCall<unknown>,
  ): { own: ModuleForm; certain: ModuleForm | undefined } {
    if (form) return { own: form, certain: undefined };
    try {
      return { own: ownForm(declaration, input), certain: certainForm(declaration, input) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      mistakes.add(`Step \`${name}\`: ${error.message}`, authorPosition(), error.help);
      return {
        own: { module: declaration.module, version: declaration.version, parameters: {}, mapper: {} },
        certain: undefined,
      };
    }
  }

  function call(name: string, module: ModuleCall<unknown>, options: StepOptions, more: Partial<Draft> = {}): Draft {
    const { own, certain } = formsOf(name, module);
    return append(name, { ...(certain ? { certain } : {}), ...more }, own, options);
  }

  const outputOf = <Out>({ id }: Draft, module: ModuleCall<unknown>): Ref<Out> =>
    ref<Out>(moduleReference(id), module.lens);

  function child(
    kind: FlowKind,
    steps: (flow: ErrorFlow) => unknown,
  ): { readonly modules: Draft[]; readonly result: unknown } {
    const inner: FlowState = { kind, handlesErrors: state.handlesErrors, modules: [], ended: undefined };
    const result = steps(flowOf(build, inner));
    return { modules: inner.modules, result };
  }

  function split(name: string, routes: readonly Route[], options: StepOptions): void {
    const router = append(
      name,
      { mapper: null },
      { ...ownForm(builtin.router.declaration, {}), mapper: null },
      options,
    );
    state.ended = `the router \`${name}\``;
    if (routes.length === 0)
      mistakes.add(`The router \`${name}\` has no routes`, router.position, "Give it at least one route");
    const fallbacks = routes.filter(({ isFallback }) => isFallback);
    if (fallbacks.length > 1)
      mistakes.add(
        `The router \`${name}\` has ${fallbacks.length} fallback routes`,
        router.position,
        "Keep one of them",
      );
    router.routes = routes.map((route) => {
      const { modules } = child("route", route.steps);
      const [first] = modules;
      if (first === undefined)
        mistakes.add(
          `The route \`${route.name}\` of \`${name}\` has no steps`,
          router.position,
          "Give it a step, or leave the route out",
        );
      // A route's condition is the filter of its first module; the module's own comes on top.
      else if (route.when) first.when = [route.name, first.when ? all(route.when, first.when[1]) : route.when];
      return { flow: modules, ...(route.disabled ? { disabled: true } : {}) };
    });
    const fallbackIndex = routes.findIndex(({ isFallback }) => isFallback);
    if (fallbackIndex >= 0) router.parameters = { else: fallbackIndex };
  }

  function aggregate(
    name: string,
    source: Expr<unknown>,
    module: ModuleCall<unknown>,
    mapper: DataObject<Expressions> | undefined,
    options: AggregateOptions<never>,
  ): Draft {
    const feeder = stepOf(source);
    if (feeder === undefined) {
      mistakes.add(
        `\`${name}\` collects from something that is no step`,
        authorPosition(),
        "Give it what an iterator, a search or a trigger returned",
      );
    }
    const { groupBy, stopIfEmpty, target } = options;
    const flags = {
      ...(groupBy === undefined ? {} : { groupBy: encodeData(groupBy) }),
      ...(stopIfEmpty === undefined ? {} : { stopIfEmpty }),
    };
    const draft = call(name, module, options as StepOptions, Object.keys(flags).length > 0 ? { flags } : {});
    draft.parameters = { ...draft.parameters, ...(feeder === undefined ? {} : { feeder }) };
    if (mapper) draft.mapper = mapper;
    if (target) {
      build.later.push(() => {
        const step = build.names.get(target.step);
        if (step) draft.parameters = { ...draft.parameters, target: `${step.id}.${target.field}` };
        else mistakes.add(`\`${name}\` collects for the step \`${target.step}\`, which does not exist`, draft.position);
      });
    }
    return draft;
  }

  const flow: ErrorFlow = {
    trigger: (name, module, options = {}) => {
      if (state.kind !== "main" || state.modules.length > 0) {
        mistakes.add(
          `The trigger \`${name}\` does not stand first`,
          authorPosition(),
          "A scenario has one trigger, in front of all steps; start another scenario for another trigger",
        );
      }
      return outputOf(call(name, module, options as StepOptions), module);
    },
    step: (name, module, options = {}) => outputOf(call(name, module, options as StepOptions), module),
    router: (name, routes, options = {}) => split(name, routes, options),
    match: (
      name: string,
      value: Expr<string>,
      routes: Readonly<Record<string, Steps | undefined>>,
      options: StepOptions = {},
    ) => {
      const { fallback, ...answers } = routes;
      split(
        name,
        [
          ...Object.entries(answers).flatMap(([answer, steps]) =>
            steps
              ? [
                  {
                    kind: "route" as const,
                    name: answer,
                    when: comparison("text:equal", value, answer),
                    isFallback: false,
                    disabled: false,
                    steps,
                  },
                ]
              : [],
          ),
          ...(fallback
            ? [
                {
                  kind: "route" as const,
                  name: "Otherwise",
                  when: undefined,
                  isFallback: true,
                  disabled: false,
                  steps: fallback,
                },
              ]
            : []),
        ],
        options,
      );
    },
    ifElse: ((
      name: string,
      branches: readonly Branch<unknown>[],
      otherwise?: (flow: ErrorFlow) => unknown,
      options: StepOptions = {},
    ) => {
      const ifElse = append(
        name,
        { mapper: null },
        { ...ownForm(builtin.ifElse.declaration, {}), mapper: null },
        options,
      );
      delete ifElse.parameters;
      const drawn = [
        ...branches.map((branch) => ({ ...branch, ...child("branch", branch.steps) })),
        ...(otherwise ? [{ name: "", when: undefined, disabled: false, ...child("branch", otherwise) }] : []),
      ];
      ifElse.branches = drawn.map(({ name: label, when, disabled, modules, result }) => ({
        type: when ? ("condition" as const) : ("else" as const),
        label,
        merge: result !== undefined,
        ...(disabled ? { disabled } : {}),
        ...(when ? { conditions: encodeConditions(when) as unknown as Conditions<Expressions> } : {}),
        flow: modules,
      }));
      for (const { name: label, modules } of drawn) {
        if (modules.length === 0)
          mistakes.add(
            `The branch \`${label || "otherwise"}\` of \`${name}\` has no steps`,
            ifElse.position,
            "Give it a step: Make turns an empty branch off in silence",
          );
      }
      return merge(
        name,
        ifElse,
        drawn.map(({ result }) => result).filter((result) => result !== undefined),
      );
    }) as ErrorFlow["ifElse"],
    iterate: (name, items, options = {}) => {
      const module = builtin.iterator({ array: items as Expr<readonly unknown[]> });
      return outputOf(call(name, module, options), module);
    },
    repeat: (name, { times, start = 1, step = 1, ...options }) => {
      const module = builtin.repeater({ start, repeats: times, step });
      return outputOf(call(name, module, options), module);
    },
    collect: (name, source, values, options = {}) => {
      const module = builtin.arrayAggregator();
      const mapper = encodeData(values) as DataObject<Expressions>;
      return outputOf(aggregate(name, source, module, mapper, options as AggregateOptions<never>), module);
    },
    aggregate: (name, source, module, options = {}) =>
      outputOf(aggregate(name, source, module, undefined, options as AggregateOptions<never>), module),
    end: ({ directive, mapper }) => {
      const { module, version } = DIRECTIVES[directive];
      const position = authorPosition();
      if (!state.handlesErrors)
        mistakes.add(`${directive} stands outside of an error route`, position, "Give it to a step as onError");
      if (state.ended !== undefined)
        mistakes.add(
          `${directive} stands behind ${state.ended}, after which nothing can follow`,
          position,
          "End the routes one by one",
        );
      state.modules.push({
        id: ++lastId,
        module,
        version,
        ...(mapper ? { parameters: {}, mapper: encodeData(mapper) as DataObject<Expressions> } : {}),
        metadata: { designer: { x: 0, y: 0 } },
        ...(position ? { position } : {}),
      });
      state.ended = `the handler ${directive}`;
    },
  };

  /** Branches that gave values meet in a merge right behind the if-else. */
  function merge(name: string, ifElse: Draft, results: readonly unknown[]): unknown {
    if (results.length === 0) return undefined;
    const { module, version } = builtin.merge.declaration;
    const keys = [...new Set(results.flatMap((result) => Object.keys(result as object)))];
    if (keys.length === 0)
      mistakes.add(
        `The branches of \`${name}\` give no values`,
        ifElse.position,
        "Return the values that are used behind the if-else, or nothing at all",
      );
    const draft: Draft = {
      id: ++lastId,
      module,
      version,
      mapper: null,
      metadata: { designer: { x: 0, y: 0 } },
      outputs: keys.map((key) => ({
        name: key,
        mappings: results.map((result) => encodeData((result as JsonObject)[key] ?? null)),
      })),
      filters: results.map(() => null),
      ...(ifElse.position ? { position: ifElse.position } : {}),
    };
    state.modules.push(draft);
    return ref(moduleReference(draft.id));
  }

  return flow;
}

const namedCondition = (when: When | undefined): readonly [string, Condition] | undefined => {
  if (when === undefined) return undefined;
  return "kind" in when ? ["", when] : when;
};

/** Conditions become filters, and drafts become modules for good. */
function finish(drafts: readonly Draft[]): readonly AuthoredModule[] {
  return drafts.map(({ when, routes, branches, onerror, ...module }) => ({
    ...module,
    ...(when ? { filter: filterOf(when) } : {}),
    ...(routes ? { routes: routes.map((route) => ({ ...route, flow: finish(route.flow as readonly Draft[]) })) } : {}),
    ...(branches
      ? { branches: branches.map((branch) => ({ ...branch, flow: finish(branch.flow as readonly Draft[]) })) }
      : {}),
    ...(onerror ? { onerror: finish(onerror as readonly Draft[]) } : {}),
  }));
}

const filterOf = ([name, condition]: readonly [string, Condition]): FilterObject<Expressions> => ({
  name,
  conditions: encodeConditions(condition) as unknown as readonly (readonly ConditionObject<Expressions>[])[],
});
