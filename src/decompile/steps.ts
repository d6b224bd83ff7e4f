// One module as one step.

import type { Data, DataObject } from "../blueprint/blueprint.ts";
import * as builtin from "../catalog/apps/builtin.ts";
import { decodeFields } from "../catalog/field.ts";
import type { ModuleKind } from "../catalog/module.ts";
import { type Expr, isExpr } from "../model/expression.ts";
import type { Module } from "../model/scenario.ts";
import { viewpoint } from "../model/visibility.ts";
import { isObject } from "../util/is-object.ts";
import { type Code, callCode, objectCode, type Property, textCode } from "./code.ts";
import type { Context, KnownModule } from "./context.ts";
import { coerced } from "./expressions.ts";
import type { StepOptionsCode } from "./flows.ts";
import { createValues } from "./lift.ts";
import { knownCode, type ModuleCode, type ModuleInput, rawCode } from "./modules.ts";
import { bundleOf, itemOf, Output } from "./output.ts";
import { isNothing } from "./same-meaning.ts";
import { bundleType, listOf, type Type, UNKNOWN } from "./type.ts";

/** `const order = flow.step("Order", …);` */
export function statement(context: Context, module: Module, call: Code): Code {
  const constant = context.constantOf(module);
  return constant === undefined ? [call, ";"] : [`const ${constant} = `, call, ";"];
}

/** `<{ email: string }>`, where the function's own type does not do. */
function typeArgument(context: Context, module: Module, type: Type | undefined): Code {
  return type === undefined ? "" : ["<", context.typeCode(type, context.nameOf(module)), ">"];
}

/** Options as the last argument of a call; none when there are none. */
export const argumentOf = (options: readonly Property[]): readonly Code[] =>
  options.length > 0 ? [objectCode(options)] : [];

/** The kinds of modules that a step can run. */
const STEPS: ReadonlySet<ModuleKind> = new Set(["action", "search", "transformer", "iterator", "returner"]);
const TRIGGERS: ReadonlySet<ModuleKind> = new Set(["polling trigger", "instant trigger", "starter"]);

/** A trigger, or any other module that takes a bundle and gives some. */
export function stepCode(context: Context, module: Module, options: StepOptionsCode): Code {
  const isFirst = module.flow.kind === "main" && module.position === 0 && !context.scenario.isFragment;
  const known = context.known(module.type, module.version);
  const kind = known?.declaration.kind;
  const starts = kind !== undefined && TRIGGERS.has(kind);
  const fitting = known && (isFirst && starts ? known : STEPS.has(known.declaration.kind) ? known : undefined);
  const { parameters, mapper } = module.source;
  const role = isFirst && looksLikeTrigger(module) ? "trigger" : "module";
  const { call, options: further, isRaw } = moduleCode(context, module, fitting, { parameters, mapper }, role);
  const isTrigger = isRaw ? role === "trigger" : isFirst && starts;
  return statement(
    context,
    module,
    callCode(isTrigger ? "flow.trigger" : "flow.step", [
      textCode(context.nameOf(module)),
      call,
      ...argumentOf(options(further)),
    ]),
  );
}

interface WrittenModule extends ModuleCode {
  readonly isRaw: boolean;
}

/** A module by the function that is known for it, or as a blueprint has it. */
export function moduleCode(
  context: Context,
  module: Module,
  known: KnownModule | undefined,
  input: ModuleInput,
  role: "module" | "trigger" | "aggregator",
): WrittenModule {
  const declared = known ? bundleType(known.declaration.output) : UNKNOWN;
  const output = context.outputOf(
    module,
    (described) => new Output(declared, { described, ...(known?.aliases ? { aliases: known.aliases } : {}) }),
  );
  const said = known && knownCode(context, module, known, input, () => typeArgument(context, module, output.argument));
  context.counts.modules[said === undefined ? "raw" : known?.from.startsWith(".") ? "learnt" : "catalogue"]++;
  if (said) return { ...said, isRaw: false };
  return { ...rawCode(context, module, role, input, typeArgument(context, module, output.whole)), isRaw: true };
}

/** Of a module that nothing describes, its name tells whether it starts a scenario. */
const looksLikeTrigger = ({ type, source: { parameters } }: Module): boolean =>
  /:(?:watch|trigger|new|on[A-Z])/iu.test(type) || (isObject(parameters) && "__IMTHOOK__" in parameters);

type Input = Readonly<Record<string, Data<Expr<unknown>>>>;

/** The lifted values of a part of Make's own flow control; nothing when they are not as its declaration says. */
function flowControl(context: Context, module: Module, fields: KnownModule["declaration"]["mapper"]) {
  const { parameters, mapper } = module.source;
  if (!isNothing(parameters) || !isObject(mapper) || module.version !== 1) return undefined;
  const values = createValues(context, viewpoint(module));
  const { input, unknown, unsayable } = decodeFields(fields ?? {}, values.lift(mapper) as DataObject<Expr<unknown>>);
  return unknown.length + unsayable.length > 0 ? undefined : { values, input: input as Input };
}

/** An iterator, whose items have the type of the list's items. */
export function iterateCode(context: Context, module: Module, options: StepOptionsCode): Code | undefined {
  if (module.type !== "builtin:BasicFeeder") return undefined;
  const control = flowControl(context, module, builtin.iterator.declaration.mapper);
  const items = control && isExpr(control.input.array) ? control.values.written(control.input.array) : undefined;
  if (items === undefined) return undefined;
  const { type, field } = items;
  const item = type.kind === "list" && type.item.kind !== "unknown" ? type.item : undefined;
  const output = context.outputOf(
    module,
    (described) =>
      field?.output.items(field.path) ?? new Output(item ? bundleOf(item) : UNKNOWN, { described, isBundle: true }),
  );
  const argument = output.isLinked ? undefined : output.argument && itemOf(output.argument);
  context.counts.modules.flow++;
  const list =
    argument === undefined && (output.isLinked || item)
      ? items.code
      : coerced(items, listOf(argument ?? UNKNOWN), context.imports);
  return statement(
    context,
    module,
    callCode(
      ["flow.iterate", typeArgument(context, module, argument)],
      [textCode(context.nameOf(module)), list, ...argumentOf(options())],
    ),
  );
}

export function repeatCode(context: Context, module: Module, options: StepOptionsCode): Code | undefined {
  if (module.type !== "builtin:BasicRepeater") return undefined;
  const { declaration } = builtin.repeater;
  const control = flowControl(context, module, declaration.mapper);
  // What is there but empty is not what goes without saying.
  const hasEmpty = Object.values(module.source.mapper ?? {}).some(isNothing);
  if (control === undefined || control.input.repeats === undefined || hasEmpty) return undefined;
  const { repeats, start, step } = control.input;
  context.outputOf(module, () => new Output(bundleType(declaration.output), { isClosed: true }));
  context.counts.modules.flow++;
  const property = (name: string, key: string, value: unknown): readonly Property[] =>
    value === undefined || value === declaration.mapper?.[key]?.spec.default
      ? []
      : [{ name, value: control.values.code(value, declaration.mapper?.[key]?.spec) }];
  const own = [
    ...property("times", "repeats", repeats),
    ...property("start", "start", start),
    ...property("step", "step", step),
  ];
  return statement(
    context,
    module,
    callCode("flow.repeat", [textCode(context.nameOf(module)), objectCode([...own, ...options()])]),
  );
}
