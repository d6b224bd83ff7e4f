// Flows as statements: one for each module, in the order in which they run.

import { type Flow, type Module, next } from "../model/scenario.ts";
import { aggregatorCode } from "./aggregators.ts";
import {
  type Code,
  callCode,
  functionCode,
  listCode,
  longTextCode,
  objectCode,
  type Property,
  textCode,
} from "./code.ts";
import { type Context, refuse } from "./context.ts";
import { directiveCode } from "./directives.ts";
import { filterOf, whenCode } from "./filters.ts";
import { ifElseCode, routerCode } from "./junctions.ts";
import { isNothing } from "./same-meaning.ts";
import { iterateCode, repeatCode, stepCode } from "./steps.ts";

/** The steps of a flow. `end` writes the directive that it ends in. */
export function flowCode(context: Context, flow: Flow, end = endStatement): readonly Code[] {
  const statements: Code[] = [];
  for (const module of flow.modules) {
    const directive = isLast(module) ? directiveCode(context, module) : undefined;
    if (directive !== undefined) statements.push(...end(directive));
    else if (!isMergeOf(module)) statements.push(moduleStatement(context, module));
  }
  return statements;
}

const endStatement = (directive: Code): readonly Code[] => [[callCode("flow.end", [directive]), ";"]];

function moduleStatement(context: Context, module: Module): Code {
  const options: StepOptionsCode = (further) => optionsCode(context, module, further);
  const control =
    junctionCode(context, module, options) ??
    iterateCode(context, module, options) ??
    repeatCode(context, module, options);
  const aggregator = control === undefined ? aggregatorCode(context, module, options) : undefined;
  const { flags, outputs, filters } = module.source;
  if (aggregator === undefined && !isNothing(flags))
    refuse(context, module, "has flags that only an aggregator behind its source can have");
  if (!isNothing(outputs) || !isNothing(filters))
    refuse(context, module, "has outputs or filters that only a merge behind an if-else can have");
  return control ?? aggregator ?? stepCode(context, module, options);
}

const isLast = ({ flow, position }: Module): boolean => position === flow.modules.length - 1;

/** A module from which several flows go on. */
function junctionCode(context: Context, module: Module, options: StepOptionsCode): Code | undefined {
  const { routes, branches, handler, type } = module;
  if (routes.length > 0) {
    if (type !== "builtin:BasicRouter" || branches.length > 0) refuse(context, module, "has routes, but is no router");
    if (handler) refuse(context, module, "has an error handler, but a router cannot fail");
    if (!isLast(module)) refuse(context, module, "has modules behind its routes, which Make never runs");
    return routerCode(context, module, options);
  }
  if (branches.length > 0) {
    if (type !== "builtin:BasicIfElse") refuse(context, module, "has branches, but is no if-else");
    if (handler) refuse(context, module, "has an error handler, but an if-else cannot fail");
    const behind = next(module);
    if (behind !== undefined && !isMergeOf(behind))
      refuse(context, module, "has modules behind its branches, which Make never runs");
    return ifElseCode(context, module, options);
  }
  return undefined;
}

/** Whether a module brings the branches in front of it together. */
const isMergeOf = ({ type, flow, position }: Module): boolean =>
  type === "builtin:BasicMerge" && (flow.modules[position - 1]?.branches.length ?? 0) > 0;

/** What is said of a step besides its module; `further` stands between the filter and the error route. */
export type StepOptionsCode = (further?: readonly Property[]) => readonly Property[];

function optionsCode(context: Context, module: Module, further: readonly Property[] = []): readonly Property[] {
  const isFirstOfRoute = module.flow.kind === "route" && module.position === 0;
  // A route's condition is the filter of its first module.
  const filter = isFirstOfRoute ? undefined : filterOf(context, module);
  const note = context.noteOf(module);
  return [
    ...(filter ? [{ name: "when", value: whenCode(context, filter) }] : []),
    ...further,
    ...(module.tools.length > 0
      ? [{ name: "tools", value: listCode(module.tools.map((tool) => toolCode(context, module, tool))) }]
      : []),
    ...(note === undefined ? [] : [{ name: "note", value: note }]),
    ...(module.handler && module.routes.length + module.branches.length === 0
      ? [{ name: "onError", value: handlerCode(context, module, module.handler) }]
      : []),
  ];
}

function toolCode(context: Context, agent: Module, tool: Flow): Code {
  const { name, description } = tool.source ?? {};
  if (tool.modules.length === 0) refuse(context, agent, "has a tool without modules");
  const steps = flowCode(context, tool);
  const inputs = context.toolInputs(agent, tool);
  const type = inputs?.type;
  const callee = context.imports.use("tool");
  const argument = type === undefined ? [] : ["<", context.typeCode(type, `${String(name)} inputs`), ">"];
  return callCode(
    [callee, ...argument],
    [
      textCode(typeof name === "string" ? name : ""),
      functionCode(["flow", ...(inputs === undefined ? [] : [inputs.name])], steps),
      ...(typeof description === "string"
        ? [objectCode([{ name: "description", value: longTextCode(description) }])]
        : []),
    ],
  );
}

/** An error route: its directive alone, or a function whose steps end in it. */
function handlerCode(context: Context, owner: Module, flow: Flow): Code {
  const ends: Code[] = [];
  const statements = flowCode(context, flow, (directive) => {
    ends.push(directive);
    return [];
  });
  const [directive] = ends;
  const error = context.errorNameOf(owner);
  if (directive !== undefined && statements.length === 0)
    return error === undefined ? directive : [`(_flow, ${error}) => `, directive];
  return functionCode(
    ["flow", ...(error === undefined ? [] : [error])],
    directive === undefined ? statements : [...statements, ["return ", directive, ";"]],
  );
}
