// Flows as statements: one for each module, in the order in which they run.

import { describeModule } from "../model/module-place.ts";
import type { Flow, Module } from "../model/scenario.ts";
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
import type { Context } from "./context.ts";
import { directiveCode } from "./directives.ts";
import { filterOf, whenCode } from "./filters.ts";
import { ifElseCode, routerCode } from "./junctions.ts";
import { iterateCode, repeatCode, stepCode } from "./steps.ts";

/** The steps of a flow; `ending`: without the directive that it ends in, which is written by its owner. */
export function flowCode(context: Context, flow: Flow, { ending = true } = {}): readonly Code[] {
  const statements: Code[] = [];
  for (const module of flow.modules) {
    const directive = isLast(module) ? directiveCode(context, module) : undefined;
    if (directive !== undefined && ending) statements.push([callCode("flow.end", [directive]), ";"]);
    if (directive !== undefined || isMergeOf(module)) continue;
    const options: StepOptionsCode = (further) => optionsCode(context, module, further);
    statements.push(
      junctionCode(context, module, options) ??
        iterateCode(context, module, options) ??
        repeatCode(context, module, options) ??
        aggregatorCode(context, module, options) ??
        stepCode(context, module, options),
    );
  }
  return statements;
}

const isLast = ({ flow, position }: Module): boolean => position === flow.modules.length - 1;

/** A module from which several flows go on. */
function junctionCode(context: Context, module: Module, options: StepOptionsCode): Code | undefined {
  const { routes, branches, handler, type } = module;
  const refuse = (what: string): void =>
    context.problem({
      pointer: module.pointer,
      message: `\`${describeModule(module)}\` ${what}`,
      help: "Mend it in Make's editor and export it again",
    });
  if (routes.length > 0) {
    if (type !== "builtin:BasicRouter" || branches.length > 0) refuse("has routes, but is no router");
    if (handler) refuse("has an error handler, but a router cannot fail");
    if (!isLast(module)) refuse("has modules behind its routes, which Make never runs");
    return routerCode(context, module, options);
  }
  if (branches.length > 0) {
    if (type !== "builtin:BasicIfElse") refuse("has branches, but is no if-else");
    if (handler) refuse("has an error handler, but an if-else cannot fail");
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
      ? [{ name: "tools", value: listCode(module.tools.map((tool) => toolCode(context, tool))) }]
      : []),
    ...(note === undefined ? [] : [{ name: "note", value: note }]),
    ...(module.handler && module.routes.length + module.branches.length === 0
      ? [{ name: "onError", value: handlerCode(context, module, module.handler) }]
      : []),
  ];
}

function toolCode(context: Context, tool: Flow): Code {
  const { name, description } = tool.source ?? {};
  const steps = flowCode(context, tool);
  const inputs = context.toolInputs(tool);
  const type = inputs?.whole;
  const callee = context.imports.use("tool");
  const argument = type === undefined ? [] : ["<", context.typeCode(type, `${String(name)} inputs`), ">"];
  return callCode(
    [callee, ...argument],
    [
      textCode(typeof name === "string" ? name : ""),
      functionCode(["flow", ...(inputs === undefined ? [] : ["given"])], steps),
      ...(typeof description === "string"
        ? [objectCode([{ name: "description", value: longTextCode(description) }])]
        : []),
    ],
  );
}

/** An error route: its directive alone, or a function whose steps end in it. */
function handlerCode(context: Context, owner: Module, flow: Flow): Code {
  const last = flow.modules.at(-1) as Module;
  const directive = directiveCode(context, last);
  if (directive !== undefined && flow.modules.length === 1) return directive;
  const statements = flowCode(context, flow, { ending: false });
  const error = context.errorNameOf(owner);
  return functionCode(
    ["flow", ...(error === undefined ? [] : [error])],
    directive === undefined ? statements : [...statements, ["return ", directive, ";"]],
  );
}
