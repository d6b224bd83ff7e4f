// Modules in the making. While an author writes, a filter is still a condition, because a route may add its own.

import type { Conditions, FilterObject } from "../blueprint/blueprint.ts";
import { encodeConditions } from "../catalog/encode.ts";
import type { FilePosition } from "../diagnostics/diagnostic.ts";
import type { AuthoredModule, AuthoredNote } from "../model/authored.ts";
import type { Condition } from "../model/conditions.ts";
import type { Expr } from "../model/expression.ts";
import type { Mistakes } from "./mistakes.ts";

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

export type Draft = { -readonly [Key in keyof AuthoredModule]: AuthoredModule[Key] } & {
  when?: readonly [name: string, condition: Condition];
};

/** Conditions become filters, and drafts become modules for good. */
export function finish(drafts: readonly Draft[], mistakes: Mistakes): readonly AuthoredModule[] {
  const finishFlow = <Holder extends { readonly flow: readonly AuthoredModule[] }>(holder: Holder): Holder => ({
    ...holder,
    flow: finish(holder.flow, mistakes),
  });
  return drafts.map(({ when, routes, branches, onerror, tools, ...module }) => ({
    ...module,
    ...(when ? { filter: filterOf(module, when, mistakes) } : {}),
    ...(routes ? { routes: routes.map(finishFlow) } : {}),
    ...(branches ? { branches: branches.map(finishFlow) } : {}),
    ...(tools ? { tools: tools.map(finishFlow) } : {}),
    ...(onerror ? { onerror: finish(onerror, mistakes) } : {}),
  }));
}

const filterOf = (
  { name = "", position }: AuthoredModule,
  [label, condition]: readonly [string, Condition],
  mistakes: Mistakes,
): FilterObject<Expr<unknown>> => ({ name: label, conditions: writeConditions(condition, name, position, mistakes) });

/** Conditions as a blueprint has them. What asks nothing would let everything through. */
export function writeConditions(
  condition: Condition,
  step: string,
  position: FilePosition | undefined,
  mistakes: Mistakes,
): Conditions<Expr<unknown>> {
  if (condition.groups.length === 0 || condition.groups.some((group) => group.length === 0)) {
    mistakes.add(
      `A condition of \`${step}\` asks nothing, so that everything would fit`,
      position,
      "Give all(), any() and isOneOf() at least one thing to ask",
    );
  }
  const write = () => encodeConditions(condition) as unknown as Conditions<Expr<unknown>>;
  return mistakes.attempt(step, position, write, []);
}
