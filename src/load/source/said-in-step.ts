// A step, from the call that writes it: which argument says what stands at a path below its module in the blueprint.

import { at, type Said, saidAt, saidBy } from "./said.ts";
import { bothOf, conditionOf, matchCondition, type SaidCondition, saidInCondition } from "./said-in-conditions.ts";
import { type PrintedModule, saidInModule } from "./said-in-module.ts";
import type { Source } from "./source.ts";
import type { Call, Piece } from "./syntax.ts";

/** The methods of a flow, and which of their arguments is a module and which one the options. */
export const METHODS: Readonly<Record<string, { readonly module?: number; readonly options?: number }>> = {
  trigger: { module: 1, options: 2 },
  step: { module: 1, options: 2 },
  router: { options: 2 },
  match: { options: 3 },
  ifElse: { options: 3 },
  iterate: { options: 2 },
  repeat: { options: 1 },
  collect: { options: 3 },
  aggregate: { module: 2, options: 3 },
  returnOutputs: { options: 2 },
  end: {},
};

export interface WrittenStep extends PrintedModule {
  readonly call: Call;
  /** The router whose route the step begins. */
  readonly around: { readonly router: WrittenStep; readonly route: number } | undefined;
}

/** What says something of a step; nothing where only its name is certain. */
export function saidInStep(step: WrittenStep, path: readonly string[]): Said | undefined {
  const { call, source } = step;
  const [place, inner, ...rest] = path;
  switch (place) {
    case "parameters":
    case "mapper":
      return inner === undefined ? undefined : saidOfValue(step, [place, inner, ...rest]);
    case "filter":
      return saidInFilter(step, path.slice(1));
    case "flags":
      return inner === undefined ? undefined : option(step, inner);
    case "onerror":
      return inner === undefined ? option(step, "onError") : undefined;
    case "routes":
      return inner === undefined ? undefined : named(routeOf(step, Number(inner))?.name);
    case "branches":
      return inner === undefined ? undefined : saidInBranch(step, Number(inner), rest);
    case "tools":
      return inner === undefined ? undefined : saidInTool(step, Number(inner), rest);
    case "suppress":
      return inner === undefined ? undefined : saidIn(option(step, place), inner);
    case "metadata":
      return inner === "designer" && rest[0] === "name" ? named(call.given[0]) : undefined;
    default:
      return undefined;
  }

  function saidIn(said: Said | undefined, key: string): Said | undefined {
    return said && saidAt(source, said, { path: [key], data: undefined });
  }

  function saidInTool(of: WrittenStep, index: number, [key]: readonly string[]): Said | undefined {
    const tools = option(of, "tools");
    const tool = tools && source.syntax.elementsOf(tools.value)?.[index];
    const made = tool && callTo(source, tool, ["tool"]);
    const members = made?.given[2] && source.syntax.membersOf(made.given[2]);
    return (key === "description" && members ? saidBy(members, key, true) : undefined) ?? named(made?.given[0]);
  }
}

/** A handler such as `onError.retry({ … })`, given to a step or to `flow.end`. A function may end in any. */
export function saidInHandler(
  { source, data }: Pick<PrintedModule, "source" | "data">,
  handler: Piece,
  [place, key = "", ...rest]: readonly string[],
): Said | undefined {
  const { syntax, names } = source;
  if (syntax.isArrow(handler)) return undefined;
  const call = syntax.callOf(handler);
  const [input] = call?.given ?? [];
  const whole = { value: handler };
  if (call === undefined || input === undefined || place !== "mapper") return whole;
  const [from, , kind = ""] = names.meaningOf(call);
  if (from !== "cyanotype") return whole;
  const members = syntax.membersOf(input);
  const said = members && saidBy(members, kind === "retry" ? (RETRY.get(key) ?? key) : key);
  return said ? saidAt(source, said, { path: rest, data: at(at(data, place), key) }) : whole;
}
const RETRY: ReadonlyMap<string, string> = new Map([
  ["count", "attempts"],
  ["interval", "everyMinutes"],
]);

const named = (name: Piece | undefined): Said | undefined => name && { value: name };

/** The call that an expression is, if it surely calls this of the package. */
function callTo(source: Source, piece: Piece, functions: readonly string[]): Call | undefined {
  const call = source.syntax.callOf(piece);
  const [from, name = ""] = call ? source.names.meaningOf(call) : [];
  return from === "cyanotype" && functions.includes(name) ? call : undefined;
}

const optionsOf = ({ call }: WrittenStep): Piece | undefined =>
  call.given[METHODS[methodOf(call)]?.options ?? Number.POSITIVE_INFINITY];

export const methodOf = ({ callee }: Call): string => callee.at(-1) ?? "";

/** An option of a step, where the options are written there. */
function option(step: WrittenStep, name: string): Said | undefined {
  const options = optionsOf(step);
  const members = options && step.source.syntax.membersOf(options);
  const said = members && saidBy(members, name, true);
  return said && { ...said, isExact: true };
}

/** Whether an object may have a property that is not seen in it. */
const mayHave = (source: Source, object: Piece | undefined, name: string): boolean =>
  object !== undefined &&
  (source.syntax.membersOf(object)?.some((member) => member.name === undefined || member.name === name) ?? true);

function saidOfValue(step: WrittenStep, path: readonly [string, string, ...string[]]): Said | undefined {
  const { call, source, data } = step;
  const [domain, key, ...rest] = path;
  const options = optionsOf(step);
  if (mayHave(source, options, domain)) {
    // What further values say goes before what the module's function writes.
    const further = option(step, domain);
    const members = further && source.syntax.membersOf(further.value);
    const said = members && saidBy(members, key, true);
    if (said) return saidAt(source, said, { path: rest, data: at(at(data, domain), key) });
    if (further === undefined || mayHave(source, further.value, key)) return undefined;
  }
  const within = (value: Piece | undefined): Said | undefined =>
    value && saidAt(source, { value }, { path: path.slice(1), data: at(data, domain) });
  const [, second, third] = call.given;
  switch (methodOf(call)) {
    case "iterate":
      return key === "array" ? named(second) : undefined;
    case "repeat":
      return option(step, key === "repeats" ? "times" : key);
    case "router":
    case "match":
      return key === "else" ? named(routeOf(step, Number(at(at(data, domain), key)))?.name) : undefined;
    case "returnOutputs":
      return within(second);
    case "collect":
    case "aggregate":
      if (key === "feeder") return named(second);
      if (key === "target") return option(step, key);
      if (methodOf(call) === "collect") return domain === "mapper" ? within(third) : undefined;
  }
  const module = call.given[METHODS[methodOf(call)]?.module ?? Number.POSITIVE_INFINITY];
  return module && saidInModule(step, module, path);
}

interface WrittenRoute {
  readonly name: Piece;
  readonly when?: SaidCondition | undefined;
}

/** A route of a router, or of a match. */
function routeOf({ call, source, data }: WrittenStep, index: number): WrittenRoute | undefined {
  const { syntax } = source;
  const [, second, third] = call.given;
  if (methodOf(call) === "match") {
    const first = at(at(at(at(data, "routes"), String(index)), "flow"), "0");
    const answer = at(at(first, "filter"), "name");
    const members = (third && syntax.membersOf(third)) ?? [];
    if (second === undefined || !members.every(({ name }) => name !== undefined)) return undefined;
    const isFallback = at(at(data, "parameters"), "else") === index;
    const { key } = members.find(({ name }) => name === (isFallback ? "fallback" : answer)) ?? {};
    return key && { name: key, ...(isFallback ? {} : { when: matchCondition(second, key) }) };
  }
  const element = second && syntax.elementsOf(second)?.[index];
  const made = element && callTo(source, element, ["route", "always", "fallback"]);
  const [name, when, more] = made?.given ?? [];
  if (made === undefined || name === undefined) return undefined;
  const isRoute = source.names.meaningOf(made)[1] === "route";
  const condition = isRoute ? when : more && optionIn(source, more, "when")?.value;
  return { name, when: condition && conditionOf(source, condition) };
}

function optionIn(source: Source, options: Piece, name: string): Said | undefined {
  const members = source.syntax.membersOf(options);
  return members && saidBy(members, name, true);
}

/** The filter in front of a step: its own condition, that of the route which it begins, or both. */
function saidInFilter(step: WrittenStep, [part, ...path]: readonly string[]): Said | undefined {
  const { source, data, around } = step;
  const route = around && routeOf(around.router, around.route);
  const when = option(step, "when");
  // Only what is seen is certain.
  if ((around && route === undefined) || (when === undefined && mayHave(source, optionsOf(step), "when")))
    return undefined;
  const [label, asked] = (when && source.syntax.elementsOf(when.value)) ?? [undefined, when?.value];
  const own = asked && conditionOf(source, asked);
  if (part === "name") return named(route?.when ? route.name : (label ?? when?.value));
  const conditions = own && route?.when ? bothOf(route.when, own) : (own ?? route?.when);
  if (part === undefined) return route?.when ? named(conditions?.whole) : when;
  if (part !== "conditions" || conditions === undefined) return undefined;
  return named(saidInCondition(conditions, path, at(at(data, "filter"), part)));
}

function saidInBranch(
  { call, source, data }: WrittenStep,
  index: number,
  [part, ...path]: readonly string[],
): Said | undefined {
  const [, branches] = call.given;
  const element = branches && source.syntax.elementsOf(branches)?.[index];
  const [name, when] = (element && callTo(source, element, ["branch"])?.given) ?? [];
  if (part !== "conditions" || when === undefined) return named(name);
  const conditions = at(at(at(data, "branches"), String(index)), part);
  return named(saidInCondition(conditionOf(source, when), path, conditions));
}
