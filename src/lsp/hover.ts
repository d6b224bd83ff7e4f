// What the thing under the cursor is.

import type { Hover } from "vscode-languageserver";
import { type Catalog, catalog as declared } from "../catalog/catalog.ts";
import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import type { Segment } from "../iml/ast.ts";
import { findFunction, functionsOfCustomApps } from "../iml/functions.ts";
import { keywords, variableFamilies } from "../iml/keywords.ts";
import { findOperator } from "../iml/operators.ts";
import { moduleAt } from "../model/module-at.ts";
import { describeModule } from "../model/module-place.ts";
import type { Scenario } from "../model/scenario.ts";
import { type Visibility, visibility } from "../model/visibility.ts";
import type { Analysis } from "./analysis.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { inputFieldAt } from "./input-field.ts";
import { type MappedModule, type MappedName, mappedAt, mappedTextAt } from "./mapping-at.ts";
import { fieldAt, outputFields, readableFields } from "./output-fields.ts";
import { rangeOf } from "./position.ts";
import {
  code,
  describeEvidence,
  describeField,
  describeObstacle,
  describeOutput,
  describePlace,
  describeType,
  plain,
  sentence,
} from "./words.ts";

/** Paragraphs, and the place that they are about. */
interface Told {
  readonly text: readonly string[];
  readonly at: JsonPlace;
}

export function hover({ text, scenario, locate }: Analysis, offset: number, catalog: Catalog = declared): Hover | null {
  const cursor = scenario && cursorAt(text, offset);
  if (scenario === undefined || cursor === undefined) return null;
  const told =
    ofMapping(scenario, cursor, catalog) ?? ofModule(scenario, cursor, catalog) ?? ofField(scenario, cursor, catalog);
  if (told === undefined || told.text.length === 0) return null;
  return { contents: { kind: "markdown", value: told.text.join("\n\n") }, range: rangeOf(locate(told.at)) };
}

function ofMapping(scenario: Scenario, cursor: Cursor, catalog: Catalog): Told | undefined {
  const mapping = mappedTextAt(scenario, cursor);
  const mapped = mapping && mappedAt(mapping, cursor.string?.at ?? 0);
  if (mapping === undefined || mapped === undefined) return undefined;
  const at = { ...mapping.place, range: mapped.range };
  switch (mapped.kind) {
    case "call":
      return { at, text: describeFunction(mapped.name) };
    case "name":
      return { at, text: describeName(mapped) };
    case "module":
      return { at, text: describeRead(scenario, visibility(scenario, mapping.from, mapped.id), mapped, catalog) };
  }
}

function describeRead(scenario: Scenario, seen: Visibility, mapped: MappedModule, catalog: Catalog): readonly string[] {
  const obstacle = describeObstacle(seen, mapped.path, scenario);
  return [
    ...(seen.kind === "missing" ? [`**Module ${mapped.id}**`] : describeSource(seen, mapped.steps, catalog)),
    ...(obstacle === undefined ? [] : [`**Cannot be read here.** ${sentence(obstacle)}`]),
  ];
}

type Found = Exclude<Visibility, { readonly kind: "missing" }>;

/** A module and what it gives; what it gives is told of those that cannot be read, too. */
function describeSource(seen: Found, path: readonly Segment[], catalog: Catalog): readonly string[] {
  const { module } = seen;
  const declaration = catalog.find(module.type, module.version);
  const fields = seen.kind === "failed" ? readableFields(seen, catalog) : outputFields(module, catalog);
  const field = fieldAt(fields, path);
  const shown = fields.slice(0, MAX_FIELDS).map(({ name }) => code(name));
  const more = fields.length > MAX_FIELDS ? `, and ${fields.length - MAX_FIELDS} more` : "";
  return [
    `**${plain(describeModule(module))}** · ${code(module.type)}${declaration ? ` · ${plain(describeType(declaration))}` : ""}`,
    describePlace(module),
    ...(path.length === 0 && shown.length > 0 ? [`Gives ${shown.join(", ")}${more}.`] : []),
    ...(field ? [describeOutput(field), ...(field.help === undefined ? [] : [sentence(plain(field.help))])] : []),
  ];
}

const MAX_FIELDS = 12;

function describeFunction(name: string): readonly string[] {
  const found = findFunction(name) ?? functionsOfCustomApps.get(name);
  if (found === undefined) return [];
  const { signature, summary, returns, examples, note } = found;
  const [example] = examples;
  return [
    `${code(signature)}${typeof returns === "string" ? ` → ${returns}` : ""}`,
    sentence(summary),
    ...(example ? [`${code(`{{${example[0]}}}`)} gives ${code(JSON.stringify(example[1]))}`] : []),
    ...(note === undefined ? [] : [sentence(note)]),
  ];
}

function describeName({ name, path }: MappedName): readonly string[] {
  const [first] = path;
  if (name === "var" && first?.kind === "property") {
    const summary = variableFamilies.get(first.name);
    return summary === undefined ? [] : [code(`var.${first.name}`), sentence(summary)];
  }
  const keyword = path.length > 0 ? undefined : keywords.get(name);
  return keyword ? [`${code(keyword.name)} · ${keyword.type}`, sentence(keyword.summary)] : [];
}

/** On a module's type, or on its name `"module"`. */
function ofModule(scenario: Scenario, { pointer }: Cursor, catalog: Catalog): Told | undefined {
  const module = moduleAt(scenario, pointer);
  if (module === undefined || pointer !== `${module.pointer}/module`) return undefined;
  const declaration = catalog.find(module.type, module.version);
  const at = { pointer };
  if (declaration === undefined) return { at, text: [code(module.type), "The catalogue does not know this module."] };
  const { kind, summary, version, writes, canFail, repeatable, credits, evidence, replacedBy } = declaration;
  const others = module.version !== undefined && module.version !== version;
  const traits = [
    kind,
    writes ? "changes something outside of Make" : "changes nothing",
    canFail ? "can fail" : "cannot fail",
    ...(writes && repeatable ? ["may be repeated"] : []),
    ...(credits === undefined ? [] : [credits === 1 ? "1 credit" : `${credits} credits`]),
  ];
  return {
    at,
    text: [
      `**${plain(describeType(declaration))}** · ${code(module.type)}, version ${version}`,
      sentence(summary),
      sentence(capital(traits.join(", "))),
      `${sentence(describeEvidence(evidence))}${others ? ` Version ${module.version} is not known: this is what version ${version} is.` : ""}`,
      ...(replacedBy === undefined ? [] : [`Make calls it legacy: use ${code(replacedBy)}.`]),
    ],
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** On a value that somebody fills in, or on its name; and on the operator of a condition. */
function ofField(
  scenario: Scenario,
  { pointer, path, isInName, string, token }: Cursor,
  catalog: Catalog,
): Told | undefined {
  if (token === undefined) return undefined;
  const operator = path.at(-1) === "o" && string !== undefined ? findOperator(string.value) : undefined;
  if (operator) return { at: { pointer }, text: [`${code(operator.code)} · ${operator.group}: ${operator.label}`] };
  const field = inputFieldAt(scenario, pointer, catalog);
  if (field === undefined) return undefined;
  const { help, default: otherwise } = field;
  return {
    at: { pointer, key: isInName },
    text: [
      describeField(field),
      ...(help === undefined ? [] : [sentence(help)]),
      ...(otherwise === undefined ? [] : [`Without it: ${code(JSON.stringify(otherwise))}.`]),
    ],
  };
}
