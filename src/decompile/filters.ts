import { decodeConditions, UNSAYABLE } from "../catalog/decode.ts";
import type { Condition } from "../model/conditions.ts";
import { describeModule } from "../model/module-place.ts";
import type { Module } from "../model/scenario.ts";
import { viewpoint } from "../model/visibility.ts";
import { isObject } from "../util/is-object.ts";
import { type Code, listCode, textCode } from "./code.ts";
import { conditionCode } from "./conditions.ts";
import type { Context } from "./context.ts";
import { createValues, type Values } from "./lift.ts";
import { isNothing } from "./same-meaning.ts";

/** What is asked in front of a module, a route or a branch. */
export interface Filter {
  readonly name: string;
  readonly condition: Condition;
  readonly values: Values;
}

/** The filter in front of a module, if it asks anything. */
export function filterOf(context: Context, module: Module): Filter | undefined {
  const { filter } = module.source;
  // The first module of a scenario is not asked; its filter is kept as the editor had it.
  if (module.flow.kind === "main" && module.position === 0) return undefined;
  if (!isObject(filter)) return undefined;
  return readFilter(context, module, filter.name, filter.conditions, `${module.pointer}/filter/conditions`);
}

/** Conditions as a filter; nothing where they ask nothing. */
export function readFilter(
  context: Context,
  module: Module,
  name: unknown,
  conditions: unknown,
  pointer: string,
): Filter | undefined {
  if (asksNothing(conditions)) return undefined;
  const values = createValues(context, viewpoint(module));
  const condition = decodeConditions(values.lift(conditions));
  if (condition !== UNSAYABLE)
    return { name: typeof name === "string" ? name : "", condition: condition as Condition, values };
  context.problem({
    pointer,
    message: `What is asked at \`${describeModule(module)}\` is no list of comparisons`,
    help: "Each comparison has `a` and `o`, and mostly `b`; mend it in Make's editor and export it again",
  });
  return undefined;
}

/** Make lets everything through where nothing is asked. */
export const asksNothing = (conditions: unknown): boolean =>
  isNothing(conditions) || (Array.isArray(conditions) && conditions.every(isNothing));

/** A condition, with its name where it has one. */
export function whenCode(context: Context, { name, condition, values }: Filter): Code {
  const code = conditionCode(condition, values, context.imports);
  return name === "" ? code : listCode([textCode(name), code]);
}
