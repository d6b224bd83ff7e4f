// Routers and if-elses: modules from which several flows go on.

import { describeModule } from "../model/module-place.ts";
import { type Flow, type Module, next } from "../model/scenario.ts";
import { isDeepEqual } from "../util/is-deep-equal.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import { type Code, callCode, functionCode, listCode, objectCode, type Property, textCode } from "./code.ts";
import { conditionCode, type Equalities, equalities, textOperand } from "./conditions.ts";
import { type Context, refuse } from "./context.ts";
import { asksNothing, type Filter, filterOf, readFilter, whenCode } from "./filters.ts";
import type { StepOptionsCode } from "./flows.ts";
import { createValues, typeOfValue } from "./lift.ts";
import { withPlainFeeder } from "./modules.ts";
import { Output } from "./output.ts";
import { isNothing } from "./same-meaning.ts";
import { argumentOf, statement } from "./steps.ts";
import { fieldsOf, fits, STRING, type Type, union } from "./type.ts";

interface RouteFacts {
  readonly flow: Flow;
  readonly first: Module;
  readonly filter: Filter | undefined;
  readonly isFallback: boolean;
  readonly isDisabled: boolean;
}

export function routerCode(context: Context, module: Module, options: StepOptionsCode): Code {
  const { parameters, mapper } = module.source;
  const { else: otherwise, ...further } = isObject(parameters) ? parameters : {};
  const fallback =
    Number.isInteger(otherwise) && module.routes[Number(otherwise)] !== undefined ? Number(otherwise) : undefined;
  const routes = module.routes.flatMap((flow): readonly RouteFacts[] => {
    const [first] = flow.modules;
    if (first === undefined) {
      context.problem({
        pointer: flow.pointer,
        message: `Route ${flow.index + 1} of \`${describeModule(module)}\` has no modules`,
        help: "Make's editor never leaves one; remove it",
      });
      return [];
    }
    const isFallback = flow.index === fallback;
    return [{ flow, first, filter: filterOf(context, first), isFallback, isDisabled: flow.source?.disabled === true }];
  });
  const values = createValues(context, { module, flow: module.flow, before: module.position });
  const rest = fallback === undefined && otherwise !== undefined ? { ...further, else: otherwise } : further;
  const more: Property[] = [
    ...(isNothing(rest) ? [] : [{ name: "parameters", value: values.code(values.lift(withPlainFeeder(rest))) }]),
    ...(isNothing(mapper) ? [] : [{ name: "mapper", value: values.code(values.lift(mapper)) }]),
  ];
  context.counts.modules.flow++;
  const name = textCode(context.nameOf(module));
  const matched = matchCode(context, routes);
  context.counts.routers[matched ? "match" : "router"]++;
  const args = matched ?? [listCode(routes.map((route) => routeCode(context, route)))];
  return [callCode(matched ? "flow.match" : "flow.router", [name, ...args, ...argumentOf(options(more))]), ";"];
}

/** Routes that ask one value for its answers; the last one may take what is left. */
function matchCode(context: Context, routes: readonly RouteFacts[]): readonly Code[] | undefined {
  const last = routes.at(-1);
  const otherwise = last?.isFallback && last.filter === undefined ? last : undefined;
  const asked = otherwise ? routes.slice(0, -1) : routes;
  const filters = asked.flatMap(({ filter }) => (filter ? [filter] : []));
  const [first] = filters;
  if (first === undefined || filters.length < asked.length || asked.length + (otherwise ? 1 : 0) < 2) return undefined;
  if (routes.some(({ isDisabled }) => isDisabled) || asked.some(({ isFallback }) => isFallback)) return undefined;
  const found = answersOf(filters);
  if (found === undefined) return undefined;
  const { value, answers } = found;
  // Names that an object would reorder or not take as they are, and the one that `match` has a meaning for.
  if (answers.some((answer) => /^(?:\d+|__proto__|fallback)$/u.test(answer)) || new Set(answers).size < answers.length)
    return undefined;
  const isWhole =
    value.type.kind !== "options" ||
    !fits(value.type, STRING) ||
    otherwise !== undefined ||
    value.type.options.every((option) => answers.includes(String(option)));
  const operand = isWhole
    ? textOperand(value, answers, context.imports)
    : callCode([context.imports.use("coerce"), "<string>"], [value.code]);
  return [
    operand,
    objectCode(
      [
        ...asked.map(({ flow }, index) => ({ name: answers[index] ?? "", value: stepsCode(context, flow) })),
        ...(otherwise ? [{ name: "fallback", value: stepsCode(context, otherwise.flow) }] : []),
      ],
      true,
    ),
  ];
}

/** The answer of each route, where all of them ask the same value. */
function answersOf(filters: readonly Filter[]): Pick<Equalities, "value" | "answers"> | undefined {
  let value: Equalities["value"] | undefined;
  const answers: string[] = [];
  for (const { condition, values } of filters) {
    const found = condition.groups.length === 1 ? equalities(condition.groups, values) : undefined;
    if (found === undefined || found.ignoreCase) return undefined;
    value ??= found.value;
    if (JSON.stringify(value.code) !== JSON.stringify(found.value.code)) return undefined;
    answers.push(...found.answers);
  }
  return value && { value, answers };
}

const stepsCode = (context: Context, flow: Flow): Code => functionCode(["flow"], context.steps(flow));

function routeCode(context: Context, { flow, first, filter, isFallback, isDisabled }: RouteFacts): Code {
  const disabled: Property[] = isDisabled ? [{ name: "disabled", value: "true" }] : [];
  const steps = stepsCode(context, flow);
  if (isFallback) {
    const when = filter
      ? [{ name: "when", value: conditionCode(filter.condition, filter.values, context.imports) }]
      : [];
    const name = filter ? filter.name : "Otherwise";
    return callCode(context.imports.use("fallback"), [textCode(name), steps, ...argumentOf([...when, ...disabled])]);
  }
  if (filter === undefined)
    return callCode(context.imports.use("always"), [
      textCode(filterName(first) || context.nameOf(first)),
      steps,
      ...argumentOf(disabled),
    ]);
  const condition = conditionCode(filter.condition, filter.values, context.imports);
  return callCode(context.imports.use("route"), [textCode(filter.name), condition, steps, ...argumentOf(disabled)]);
}

/** The label on a line that lets everything pass. */
function filterName({ source: { filter } }: Module): string {
  const name: unknown = isObject(filter) ? filter.name : undefined;
  return typeof name === "string" ? name : "";
}

/** An if-else, with the merge behind it if there is one. */
export function ifElseCode(context: Context, module: Module, options: StepOptionsCode): Code {
  const behind = next(module);
  const merge = behind?.type === "builtin:BasicMerge" ? behind : undefined;
  const merging = module.branches.filter(({ source }) => source?.merge === true);
  const outputs = mergeOutputs(context, merge, merging.length);
  const types = new Map<string, Type[]>();
  const branches = module.branches.map((flow) => {
    if (flow.modules.length === 0) refuse(context, module, "has a branch without modules, which Make switches off");
    const index = merging.indexOf(flow);
    const steps = [...context.steps(flow)];
    if (index >= 0 && merge) {
      const values = createValues(context, { module: merge, flow, before: flow.modules.length });
      const results = outputs.map(({ name, mappings }) => {
        const value = values.lift(mappings[index] ?? null);
        types.set(name, [...(types.get(name) ?? []), typeOfValue(value, values)]);
        return { name, value: values.code(value) };
      });
      steps.push(["return ", objectCode(results), ";"]);
    }
    return { flow, code: functionCode(["flow"], steps) };
  });
  const elses = branches.filter(({ flow }) => flow.source?.type === "else");
  const otherwise = branches.at(-1) === elses[0] ? elses[0] : undefined;
  if (elses.length > (otherwise ? 1 : 0) || otherwise?.flow.source?.disabled === true)
    refuse(context, module, "has an else branch that is not the last one, or is switched off");
  if (otherwise && !asksNothing(otherwise.flow.source?.conditions))
    refuse(context, module, "has an else branch with conditions, which Make never asks");
  if (branches.length === (otherwise ? 1 : 0)) refuse(context, module, "has no branch with a condition");
  context.counts.modules.flow += merge ? 2 : 1;
  const conditional = branches.filter((branch) => branch !== otherwise);
  const call = callCode("flow.ifElse", [
    textCode(context.nameOf(module)),
    listCode(conditional.map(({ flow, code }) => branchCode(context, module, flow, code))),
    ...(otherwise ? [otherwise.code] : []),
    ...(otherwise || options().length === 0 ? [] : ["undefined"]),
    ...argumentOf(options()),
  ]);
  if (merge === undefined) return [call, ";"];
  context.outputOf(
    merge,
    () => new Output(fieldsOf([...types].map(([name, given]) => [name, union(given)])), { isClosed: true }),
  );
  return statement(context, merge, call);
}

function mergeOutputs(context: Context, merge: Module | undefined, branches: number) {
  if (merge === undefined) return [];
  const { outputs: given, filters, parameters, mapper, flags, filter } = merge.source;
  if (Array.isArray(filters) && !filters.every(isNothing)) {
    context.problem({
      pointer: pointer(merge.pointer, "filters"),
      message: `\`${describeModule(merge)}\` has filters, for which scenarios as code have no words yet`,
    });
  }
  const flows = merge.routes.length + merge.branches.length + merge.tools.length + (merge.handler ? 1 : 0);
  if (![parameters, mapper, flags, filter].every(isNothing) || flows > 0)
    refuse(context, merge, "has more than outputs, though nothing else of a merge means anything to Make");
  if (branches === 0) refuse(context, merge, "brings no branches together");
  const outputs = (Array.isArray(given) ? given : []).flatMap((output: unknown) => {
    if (!isObject(output) || typeof output.name !== "string") return [];
    return [{ name: output.name, mappings: Array.isArray(output.mappings) ? (output.mappings as unknown[]) : [] }];
  });
  if (outputs.length === 0 || outputs.some(({ mappings }) => mappings.length !== branches))
    refuse(context, merge, "has no outputs, or not one value of each for every branch that it brings together");
  const names = outputs.map(({ name }) => name);
  // As the keys of an object they would be fewer, or in another order.
  if (!isDeepEqual(Object.keys(Object.fromEntries(names.map((name) => [name, null]))), names))
    refuse(context, merge, "has two outputs of one name, or a name that is a number behind others");
  return outputs;
}

function branchCode(context: Context, module: Module, flow: Flow, steps: Code): Code {
  const { label, conditions, disabled } = flow.source ?? {};
  const at = pointer(module.pointer, "branches", flow.index, "conditions");
  const filter = readFilter(context, module, "", conditions, at);
  if (filter === undefined) {
    context.problem({
      pointer: at,
      message: `Branch ${flow.index + 1} of \`${describeModule(module)}\` asks nothing`,
      help: "Give it a condition, or make it the else branch",
    });
  }
  return callCode(context.imports.use("branch"), [
    textCode(typeof label === "string" ? label : ""),
    filter ? whenCode(context, filter) : "undefined",
    steps,
    ...argumentOf(disabled === true ? [{ name: "disabled", value: "true" }] : []),
  ]);
}
