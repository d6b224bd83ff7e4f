// Aggregators: modules that make one bundle of many. They name the module whose bundles they collect.

import type { Flow, Module } from "../model/scenario.ts";
import { feederOf, viewpoint } from "../model/visibility.ts";
import { isObject } from "../util/is-object.ts";
import { type Code, callCode, objectCode, type Property, textCode } from "./code.ts";
import type { Context } from "./context.ts";
import type { StepOptionsCode } from "./flows.ts";
import { createValues, typeOfValue } from "./lift.ts";
import { Output } from "./output.ts";
import { isNothing } from "./same-meaning.ts";
import { argumentOf, moduleCode, statement } from "./steps.ts";
import { fieldsOf, listOf, NUMBER, STRING } from "./type.ts";

export function aggregatorCode(context: Context, module: Module, options: StepOptionsCode): Code | undefined {
  const id = feederOf(module);
  const source = id === undefined ? undefined : context.source(viewpoint(module), id, undefined);
  const { parameters, mapper } = module.source;
  if (source === undefined || !isObject(parameters)) return undefined;
  const { feeder: _, target, ...others } = parameters;
  const goal = targetOf(context, target);
  const grouping = flagsCode(context, module);
  if (grouping === undefined) return undefined;
  const further = goal === undefined && !isNothing(target) ? { ...others, target } : others;
  const ends = goal === undefined ? [] : [{ name: "target", value: goal }];

  if (module.type === "builtin:BasicAggregator" && module.version === 1) {
    if (!isNothing(mapper) && !isObject(mapper)) return undefined;
    const values = createValues(context, viewpoint(module));
    const entries = Object.entries(mapper ?? {}).map(([name, value]) => [name, values.lift(value)] as const);
    const item = fieldsOf(entries.map(([name, value]) => [name, typeOfValue(value, values)]));
    const collectedType = fieldsOf([
      ["array", listOf(item)],
      ["__IMTAGGLENGTH__", NUMBER],
      ["__IMTKEY__", STRING],
    ]);
    context.outputOf(module, () => new Output(collectedType, { isClosed: true }));
    context.counts.modules.flow++;
    const collected = objectCode(entries.map(([name, value]) => ({ name, value: values.code(value) })));
    const parametersOption = isNothing(further)
      ? []
      : [{ name: "parameters", value: values.code(values.lift(further)) }];
    return statement(
      context,
      module,
      callCode("flow.collect", [
        textCode(context.nameOf(module)),
        source.code,
        collected,
        ...argumentOf(options([...parametersOption, ...grouping, ...ends])),
      ]),
    );
  }
  const known = context.known(module.type, module.version);
  const fitting = known?.declaration.kind === "aggregator" ? known : undefined;
  const { call, options: more } = moduleCode(context, module, fitting, { parameters: further, mapper }, "aggregator");
  return statement(
    context,
    module,
    callCode("flow.aggregate", [
      textCode(context.nameOf(module)),
      source.code,
      call,
      ...argumentOf(options([...more, ...grouping, ...ends])),
    ]),
  );
}

/** `groupBy` and `stopIfEmpty`; nothing when the flags say something else. */
function flagsCode(context: Context, module: Module): readonly Property[] | undefined {
  const { flags } = module.source;
  if (isNothing(flags)) return [];
  if (!isObject(flags)) return undefined;
  const { groupBy, stopIfEmpty, ...unknown } = flags;
  if (Object.keys(unknown).length > 0) return undefined;
  if (stopIfEmpty !== undefined && typeof stopIfEmpty !== "boolean") return undefined;
  const values = createValues(context, viewpoint(module));
  return [
    ...(groupBy === undefined ? [] : [{ name: "groupBy", value: values.code(values.lift(groupBy)) }]),
    ...(stopIfEmpty === undefined ? [] : [{ name: "stopIfEmpty", value: String(stopIfEmpty) }]),
  ];
}

/** Directives and merges have no names in the source, and chains that hang on nothing are not in it. */
const isStep = ({ type, flow }: Module): boolean =>
  !/^builtin:(?:Ignore|Resume|Commit|Rollback|Break|BasicMerge)$/u.test(type) && rootOf(flow).kind !== "orphan";

const rootOf = (flow: Flow): Flow => (flow.owner === undefined ? flow : rootOf(flow.owner.flow));

/** `7.attachments`: the field of a later step whose structure the bundles are collected in. */
function targetOf({ scenario, nameOf }: Context, target: unknown): Code | undefined {
  const [, id, field] = typeof target === "string" ? (/^([1-9]\d*)\.(.+)$/u.exec(target) ?? []) : [];
  const step = id === undefined ? undefined : scenario.find(Number(id));
  // Steps are what has a name of its own: neither a directive nor a merge.
  if (step === undefined || field === undefined || !isStep(step)) return undefined;
  return objectCode([
    { name: "step", value: textCode(nameOf(step)) },
    { name: "field", value: textCode(field) },
  ]);
}
