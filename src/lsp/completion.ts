// What can be written at a place.

import type { CompletionItem } from "vscode-languageserver";
import { type Catalog, catalog as declared } from "../catalog/catalog.ts";
import { moduleAt } from "../model/module-at.ts";
import { buildScenario, type Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { pointer, resolvePointer } from "../util/json-pointer.ts";
import type { Analysis } from "./analysis.ts";
import { completeFieldName, completeFieldValue, completeOperator } from "./complete-field.ts";
import { completeMapping } from "./complete-mapping.ts";
import { completeModule } from "./complete-module.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { inputFieldAt, inputFieldsAt } from "./input-field.ts";
import { mappedTextAt } from "./mapping-at.ts";
import { rangeOf } from "./position.ts";

export interface CompletionOptions {
  /** Whether the editor takes texts with places to go on at. */
  readonly withSnippets: boolean;
  readonly catalog?: Catalog;
  /** Functions that the organization made. */
  readonly customFunctions?: ReadonlySet<string>;
}

/** Works on texts that do not parse: most do not while somebody writes. */
export function completion(
  analysis: Analysis,
  offset: number,
  { withSnippets, catalog = declared, customFunctions = new Set() }: CompletionOptions,
): readonly CompletionItem[] {
  const { text, spanOf, locate } = analysis;
  const scenario = analysis.scenario ?? NO_SCENARIO;
  const cursor = cursorAt(text, offset);
  if (cursor === undefined) return [];
  const { path, isInName, string, token } = cursor;
  const range = rangeOf(spanOf(token?.start ?? offset, token?.end ?? offset));
  if (isInName) return ofName();
  return ofMapping() ?? (isModuleType(cursor) ? ofModule() : ofValue());

  function ofMapping(): readonly CompletionItem[] | undefined {
    const mapping = mappedTextAt(scenario, cursor as Cursor);
    if (mapping === undefined || string === undefined) return undefined;
    return completeMapping(
      {
        text: string.value,
        at: string.at,
        from: mapping.from,
        rangeOf: (start, end) => rangeOf(spanOf(string.offsets[start] ?? offset, string.offsets[end] ?? offset)),
        withSnippets,
        customFunctions,
      },
      scenario,
      catalog,
    );
  }

  function ofModule(): readonly CompletionItem[] {
    const module = moduleAt(scenario, pointer("", ...path.slice(0, -1)));
    const version = module?.source.version === undefined ? undefined : { pointer: `${module.pointer}/version` };
    const at = version && rangeOf(locate(version));
    return completeModule({ range, version: at, gap: gapBefore(text, token?.start ?? offset) }, catalog);
  }

  function ofName(): readonly CompletionItem[] {
    const parent = pointer("", ...path.slice(0, -1));
    const hasValue = /^\s*:/u.test(text.slice(token?.end ?? offset, (token?.end ?? offset) + MAX_BLANKS));
    const taken = new Set(namesAt(scenario, parent));
    taken.delete(String(path.at(-1)));
    return completeFieldName(inputFieldsAt(scenario, parent, catalog), { range, taken, hasValue, withSnippets });
  }

  function ofValue(): readonly CompletionItem[] {
    if (path.at(-1) === "o" && path.some((step) => step === "filter" || step === "conditions")) {
      return completeOperator(range);
    }
    const field = inputFieldAt(scenario, pointer("", ...path), catalog);
    return field ? completeFieldValue(field, range) : [];
  }
}

const MAX_BLANKS = 200;

const NO_SCENARIO: Scenario = buildScenario({ name: "", flows: [] });

/** `module` of an item: modules stand in lists. */
const isModuleType = ({ path }: Cursor): boolean => path.at(-1) === "module" && typeof path.at(-2) === "number";

/** What stands in front of a property that begins its line: a new line, as far in. */
function gapBefore(text: string, valueStart: number): string {
  const line = text.slice(Math.max(0, text.lastIndexOf("\n", valueStart - 1)), valueStart);
  return /^\n\s*(?=")/u.exec(line)?.[0] ?? " ";
}

function namesAt(scenario: Scenario, at: string): readonly string[] {
  const module = moduleAt(scenario, at);
  const object = module && resolvePointer(module.source, at.slice(module.pointer.length));
  return isObject(object) ? Object.keys(object) : [];
}
