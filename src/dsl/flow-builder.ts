// How modules come into a flow: what all the constructs of a flow are made with. Mistakes are collected, not thrown:
// each is told with the others when the scenario is complete.

import type { DataObject } from "../blueprint/blueprint.ts";
import { encodeData } from "../catalog/encode.ts";
import { certainForm, ownForm } from "../catalog/form.ts";
import type { ModuleCall } from "../catalog/module.ts";
import type { FilePosition } from "../diagnostics/diagnostic.ts";
import { moduleReference } from "../iml/build.ts";
import type { ModuleForm } from "../model/authored.ts";
import type { Condition } from "../model/conditions.ts";
import type { Expr, Ref } from "../model/expression.ts";
import { checkInput } from "./check-input.ts";
import { checkStepOptions, isHandler } from "./check-step-options.ts";
import type { Build, Draft } from "./draft.ts";
import type { ErrorFlow, ErrorRoute, StepOptions, Tool, When } from "./flow.ts";
import type { Handler } from "./handlers.ts";
import { inWords } from "./option-kinds.ts";
import { authorPosition } from "./position.ts";
import { ref } from "./ref.ts";
import { suppressions } from "./suppress.ts";

type FlowKind = "main" | "route" | "branch" | "handler" | "tool";

/** A flow in the making. */
export interface FlowState {
  readonly kind: FlowKind;
  /** Inside of an error route, at any depth: only there a directive may end a flow. */
  readonly handlesErrors: boolean;
  readonly modules: Draft[];
  /** What the flow ended with, after which nothing can follow. */
  ended: { readonly by: string; readonly help: string } | undefined;
  /** The flow inside of this one that is being written. */
  inside: string | undefined;
}

export const mainState = (): FlowState => ({
  kind: "main",
  handlesErrors: false,
  modules: [],
  ended: undefined,
  inside: undefined,
});

export interface FlowBuilder {
  readonly build: Build;
  readonly state: FlowState;
  /** Puts a module at the end of the flow. */
  append(name: string, form: ModuleForm, options: StepOptions, more?: Partial<Draft>): Draft;
  /** Puts a module of the catalogue, or a raw one, at the end of the flow. */
  call(name: string, module: ModuleCall<unknown>, options: StepOptions, more?: Partial<Draft>): Draft;
  outputOf<Out>(draft: Draft, module: ModuleCall<unknown>): Ref<Out>;
  /** Puts a module without a name at the end of the flow. */
  push(form: Pick<Draft, "module" | "version"> & Partial<Draft>): Draft;
  /** Has the author write a flow inside of this one, which messages call `label`. */
  child(kind: FlowKind, label: string, steps: (flow: ErrorFlow) => unknown): Child;
  /** Complains when the flow can take nothing more now. */
  checkOpen(what: string, position: FilePosition | undefined): void;
}

interface Child {
  readonly flow: ErrorFlow;
  readonly modules: Draft[];
  /** What the author's function returned. */
  readonly result: unknown;
}

// Provisional ids are unique over all scenarios of a process, so that a reference to a step of another scenario can
// never be taken for one of this scenario; and negative, so that none is what raw mapping text calls a module.
let lastId = 0;

/** `open` makes the flow that authors write into. */
export function createFlowBuilder(
  build: Build,
  state: FlowState,
  open: (build: Build, state: FlowState) => ErrorFlow,
): FlowBuilder {
  const { mistakes } = build;

  function append(name: string, form: ModuleForm, given: StepOptions, more: Partial<Draft> = {}): Draft {
    const position = authorPosition();
    checkOpen(`The step \`${name}\``, position);
    const options = checkStepOptions(name, given, (message, help) => mistakes.add(message, position, help));
    const when = namedCondition(options.when);
    if (when && state.kind === "main" && state.modules.length === 0) {
      mistakes.add(
        `The first step \`${name}\` has a filter, which Make does not ask`,
        position,
        "Put the condition on the second step",
      );
    }
    const further = (values: object | undefined): DataObject<Expr<unknown>> | undefined =>
      values && (mistakes.attempt(name, position, () => encodeData(values), {}) as DataObject<Expr<unknown>>);
    const mapper = further(options.mapper);
    const suppressed = suppressions(`\`${name}\``, options.suppress, position, mistakes.add);
    const module = push({
      module: form.module,
      version: form.version,
      parameters: { ...form.parameters, ...further(options.parameters) },
      mapper: mapper ? { ...form.mapper, ...mapper } : form.mapper,
      metadata: { ...form.metadata, ...(options.metadata as object), designer: { x: 0, y: 0, name } },
      name,
      ...(when ? { when } : {}),
      ...(suppressed.length > 0 ? { suppressions: suppressed } : {}),
      ...(position ? { position } : {}),
      ...more,
    });
    registerName(name, module);
    addNote(module, options);
    if (options.tools !== undefined) addTools(module, options.tools);
    if (options.onError !== undefined) addHandler(module, options.onError);
    return module;
  }

  function push(given: Pick<Draft, "module" | "version"> & Partial<Draft>): Draft {
    const module = { id: --lastId, ...given };
    state.modules.push(module);
    return module;
  }

  function checkOpen(what: string, position: FilePosition | undefined): void {
    const { inside, ended } = state;
    if (inside !== undefined)
      mistakes.add(
        `${what} is written into the flow around ${inside}`,
        position,
        "Use the flow that its function gets",
      );
    else if (ended) mistakes.add(`${what} stands behind ${ended.by}, where nothing can follow`, position, ended.help);
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

  function addTools(module: Draft, tools: readonly Tool[]): void {
    module.tools = tools.map(({ name, description, steps }) => {
      const inputs = ref<never>(moduleReference(module.id));
      const { modules } = child("tool", `the tool \`${name}\``, (inner) => steps(inner, inputs));
      if (modules.length === 0)
        mistakes.add(`The tool \`${name}\` has no steps`, module.position, "Give it a step, or leave the tool out");
      return { name, ...(description === undefined ? {} : { description }), flow: modules };
    });
  }

  function addHandler(module: Draft, given: Handler<unknown> | ErrorRoute<unknown>): void {
    const { flow, modules, result } = child("handler", `the error route of \`${module.name}\``, (inner) =>
      typeof given === "function" ? given(inner, ref(moduleReference(module.id, "error"))) : given,
    );
    if (isHandler(result)) flow.end(result);
    else if (result !== undefined) {
      mistakes.add(
        `The error route of \`${module.name}\` returns ${inWords(result)}, which is no handler`,
        module.position,
        "Return a handler such as onError.ignore(), or write the steps in braces: (flow) => { … }",
      );
    } else if (modules.length === 0) {
      mistakes.add(
        `The error route of \`${module.name}\` is empty`,
        module.position,
        "End it with a handler such as onError.ignore()",
      );
    }
    // The directive at the end has no options of its own.
    const last = modules.at(-1);
    if (last !== undefined && last.name === undefined && module.suppressions) last.suppressions = module.suppressions;
    module.onerror = modules;
  }

  function call(name: string, module: ModuleCall<unknown>, options: StepOptions, more: Partial<Draft> = {}): Draft {
    const { own, certain } = formsOf(name, module);
    return append(name, own, options, { ...(certain ? { certain } : {}), ...more });
  }

  /** The values of a module call, or a stand-in when they cannot be written. */
  function formsOf(
    name: string,
    { declaration, input, form }: ModuleCall<unknown>,
  ): { readonly own: ModuleForm; readonly certain?: ModuleForm | undefined } {
    if (form) return { own: form };
    const position = authorPosition();
    for (const { message, help } of checkInput(declaration, input))
      mistakes.add(`Step \`${name}\`: ${message}`, position, help);
    const { module, version } = declaration;
    return mistakes.attempt(
      name,
      position,
      () => ({ own: ownForm(declaration, input), certain: certainForm(declaration, input) }),
      { own: { module, version, parameters: {}, mapper: {} }, certain: undefined },
    );
  }

  function child(kind: FlowKind, label: string, steps: (flow: ErrorFlow) => unknown): Child {
    const handlesErrors = state.handlesErrors || kind === "handler";
    const inner: FlowState = { ...mainState(), kind, handlesErrors };
    const flow = open(build, inner);
    const around = state.inside;
    state.inside = label;
    const result = steps(flow);
    state.inside = around;
    return { flow, modules: inner.modules, result: refuseAsync(build, label, result) };
  }

  const outputOf = <Out>({ id }: Draft, { lens }: ModuleCall<unknown>): Ref<Out> => ref<Out>(moduleReference(id), lens);

  return { build, state, append, call, outputOf, push, child, checkOpen };
}

/**
 * What an author's function returned; nothing of an async one. What that does after its first `await` happens when the
 * scenario is already complete.
 */
export function refuseAsync({ mistakes }: Build, label: string, result: unknown): unknown {
  if (!(result instanceof Promise)) return result;
  result.catch(() => undefined);
  mistakes.add(
    `The function of ${label} is async`,
    authorPosition(),
    "Write its steps at once; await what they need at the top of the file",
  );
  return undefined;
}

const namedCondition = (when: When | undefined): readonly [string, Condition] | undefined => {
  if (when === undefined) return undefined;
  return "kind" in when ? ["", when] : when;
};
