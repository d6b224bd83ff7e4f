// A text as all features see it: read, and with the tree of its scenario. While a text does not parse, the tree has
// whatever can be read of it.

import { findBlueprint } from "../blueprint/find-blueprint.ts";
import { createLineIndex } from "../blueprint/line-index.ts";
import { createLocator } from "../blueprint/locate.ts";
import { type BlueprintDocument, readBlueprint } from "../blueprint/read.ts";
import type { ReadProblem } from "../blueprint/read-problem.ts";
import type { JsonPlace, Span } from "../diagnostics/diagnostic.ts";
import type { Scenario } from "../model/scenario.ts";
import { scenarioOf } from "../model/scenario-of.ts";
import { isObject } from "../util/is-object.ts";
import { readTolerantly } from "./tolerant-json.ts";

export interface Analysis {
  /** As long as the editor's text, so that offsets are the same. */
  readonly text: string;
  /** Why this is no blueprint as it stands. */
  readonly problems: readonly ReadProblem[];
  /** The blueprint, unless there are problems. */
  readonly document: BlueprintDocument | undefined;
  /** Also there for most texts with problems. */
  readonly scenario: Scenario | undefined;
  readonly locate: (place: JsonPlace) => Span;
  readonly spanOf: (start: number, end: number) => Span;
}

export function analyse(source: string): Analysis {
  // A byte order mark is no part of JSON, but it counts in the editor's columns.
  const text = source.replace(/^\ufeff/u, " ");
  const spanOf = createLineIndex(text);
  const result = readBlueprint(text);
  if (result.ok) {
    const { document } = result;
    return {
      text,
      problems: [],
      document,
      scenario: scenarioOf(document),
      locate: createLocator(text, document.tape),
      spanOf,
    };
  }
  return { text, problems: result.problems, document: undefined, spanOf, ...readHalf(text) };
}

const NOWHERE: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function readHalf(text: string): Pick<Analysis, "scenario" | "locate"> {
  const json = readTolerantly(text);
  if (json === undefined) return { scenario: undefined, locate: () => NOWHERE };
  const value = withWholeModules(json.value);
  const found = findBlueprint(value);
  if ("misfits" in found) return { scenario: undefined, locate: json.locate };
  return { scenario: scenarioOf(found), locate: json.locate };
}

/** A module whose type is not written yet must not hide the others. */
function withWholeModules(json: unknown): unknown {
  if (!isObject(json)) return json;
  const { flow, subflows, blueprint, response } = json;
  return {
    ...json,
    ...(Array.isArray(flow) ? { flow: flow.map(wholeModule) } : {}),
    ...(Array.isArray(subflows) ? { subflows: subflows.map(withWholeModules) } : {}),
    ...(blueprint === undefined ? {} : { blueprint: withWholeModules(blueprint) }),
    ...(response === undefined ? {} : { response: withWholeModules(response) }),
  };
}

const wholeModule = (item: unknown): unknown => {
  if (!isObject(item)) return { module: "" };
  return "module" in item ? item : { ...item, module: "" };
};
