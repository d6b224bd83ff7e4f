// Filters and conditions, in words.

import { describeConditions } from "../model/describe-conditions.ts";
import type { Flow, Module } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { type Change, change } from "./change.ts";
import { type Comparison, compareValues } from "./compare-values.ts";
import { type ModuleWord, replaceModules } from "./references.ts";

/** The filter in front of a module. That of a route's first module decides on the whole route, and is told there. */
export const ownFilter = ({ source, flow, position }: Module): unknown =>
  flow.kind === "route" && position === 0 ? undefined : source.filter;

/** What decides whether a flow runs: of a route, the filter of its first module; of a branch, its own conditions. */
export const flowFilter = ({ kind, modules, source }: Flow): unknown =>
  kind === "route" ? modules[0]?.source.filter : kind === "branch" ? source : undefined;

/** `Large orders: Order.total greater than 500`; nothing of a filter that is none. */
function describeFilter(filter: unknown, word: ModuleWord): string | undefined {
  const { name } = asFilter(filter);
  const words = describeAsked(filter, word);
  if (words === undefined) return name === "" ? undefined : name;
  return name === "" ? words : `${name}: ${words}`;
}

/** The same without its name. */
export function describeAsked(filter: unknown, word: ModuleWord): string | undefined {
  const { conditions } = asFilter(filter);
  return conditions === undefined ? undefined : describeConditions(conditions, (text) => replaceModules(text, word));
}

/** The difference of two filters. */
export function compareFilters(
  label: string,
  before: unknown,
  after: unknown,
  comparison: Comparison,
): readonly Change[] {
  const [was, is] = [asFilter(before), asFilter(after)];
  const differences = compareValues(was, is, [label], { ...comparison, kind: "filter" });
  if (differences.length === 0) return [];
  const describe = was.name === is.name ? describeAsked : describeFilter;
  const { words } = comparison;
  const [wasWords, isWords] = [describe(before, words.before.shown), describe(after, words.after.shown)];
  // Where words do not tell, the values do.
  return wasWords === isWords ? differences : [change("filter", label, wasWords, isWords)];
}

function asFilter(filter: unknown): { readonly name: string; readonly conditions: unknown } {
  const { name, conditions } = isObject(filter) ? filter : {};
  const isEmpty = conditions === null || (Array.isArray(conditions) && conditions.length === 0);
  return { name: typeof name === "string" ? name : "", conditions: isEmpty ? undefined : conditions };
}
