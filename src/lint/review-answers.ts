// What a scenario asks of an answer: every comparison of a review's state or answer with a fixed value, in filters and
// branches, in the operators and functions of mappings, and in a Switch.

import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import type { Call, Expression, Segment, Template } from "../iml/ast.ts";
import { parseOnce } from "../iml/parse-once.ts";
import { hasMapping } from "../iml/scan.ts";
import { walkTemplate } from "../iml/walk.ts";
import { connectedModules } from "../model/connected-modules.ts";
import { templateOf } from "../model/expression.ts";
import { type MappedText, mappings } from "../model/mappings.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { asText } from "../util/as-text.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import { decisions, type PlacedComparison } from "./comparisons.ts";
import { type AnswerSource, fieldOf, reviewFlow } from "./review-flow.ts";

/** A value that comes out as a field of an answer, whatever was done about its spelling. */
export interface AnswerValue {
  readonly source: AnswerSource;
  /** `response_data`, `status`, `event`, … */
  readonly field: string;
  /** Everything that is read of the field: `selected_value` and the field itself for `ifempty(x.selected_value; x)`. */
  readonly paths: readonly (readonly Segment[])[];
  /** It was put into lower case. */
  readonly lowered: boolean;
  /** Fixed texts that may come out instead: the default of a timeout. */
  readonly substitutes: readonly string[];
}

export interface AnswerTest extends AnswerValue {
  /** The module that asks. */
  readonly module: Module;
  /** `no`: equal to false, which a missing answer is, too. */
  readonly how: "equal" | "notequal" | "no" | "contain" | "exist" | "notexist" | "other";
  /** What it is compared with; nothing when that is mapped, or when nothing is. */
  readonly literal: string | undefined;
  readonly ignoresCase: boolean;
  /** The fixed value, or the comparison when it has none. */
  readonly at: JsonPlace;
  /** Which decision of the module it belongs to, as `decisions` counts them; nothing inside of mappings. */
  readonly decision: number | undefined;
}

const cache = new WeakMap<Scenario, readonly AnswerTest[]>();

/** Every test of an answer, in reading order. */
export function answerTests(scenario: Scenario): readonly AnswerTest[] {
  let tests = cache.get(scenario);
  if (tests === undefined) {
    const hasSource = reviewFlow(scenario).sources.length > 0;
    tests = hasSource ? connectedModules(scenario).flatMap((module) => testsOf(module, scenario)) : [];
    cache.set(scenario, tests);
  }
  return tests;
}

function testsOf(module: Module, scenario: Scenario): readonly AnswerTest[] {
  const inFilters = decisions(module).flatMap((groups, decision) =>
    groups.flatMap(({ comparisons }) =>
      comparisons.flatMap((comparison) => comparisonTest(comparison, decision, module, scenario) ?? []),
    ),
  );
  return [
    ...inFilters,
    ...mappings(module).flatMap((text) => expressionTests(text, module, scenario)),
    ...switchTests(module, scenario),
  ];
}

function comparisonTest(
  comparison: PlacedComparison,
  decision: number,
  module: Module,
  scenario: Scenario,
): AnswerTest | undefined {
  const value = answerIn(comparison.a, scenario);
  if (value === undefined || typeof comparison.o !== "string") return undefined;
  const { b, o } = comparison;
  const isUnary = o === "exist" || o === "notexist";
  const isFixed =
    !isUnary && (typeof b === "boolean" || typeof b === "number" || (typeof b === "string" && !hasMapping(b)));
  return {
    ...value,
    module,
    how: howOf(o, b),
    literal: isFixed ? asText(b) : undefined,
    ignoresCase: o.endsWith(":ci") || value.lowered,
    at: { pointer: isFixed ? pointer(comparison.pointer, "b") : comparison.pointer },
    decision,
  };
}

function howOf(operator: string, operand: unknown): AnswerTest["how"] {
  if (operator === "exist" || operator === "notexist") return operator;
  const [group, name] = operator.split(":");
  if (group === "boolean" && name === "equal" && asText(operand).toLowerCase() !== "true") return "no";
  return name === "equal" || name === "notequal" || name === "contain" ? name : "other";
}

/** Comparisons inside of mappings: `1.status = "timeout"`, `switch(1.status; "timeout"; …)`. */
function expressionTests({ template, place }: MappedText, module: Module, scenario: Scenario): readonly AnswerTest[] {
  const tests: AnswerTest[] = [];
  const add = (value: Expression, literal: Expression | undefined, how: "equal" | "notequal"): void => {
    if (literal?.kind !== "string") return;
    const answer = answerOf(value, scenario);
    if (answer === undefined) return;
    const { range } = literal;
    const at = range ? { pointer: place.pointer, range } : place;
    const ignoresCase = answer.lowered;
    tests.push({ ...answer, module, how, literal: literal.value, ignoresCase, at, decision: undefined });
  };
  walkTemplate(template, (expression) => {
    if (expression.kind === "binary" && /^!?={1,3}$/.test(expression.operator)) {
      const how = expression.operator.startsWith("!") ? "notequal" : "equal";
      add(expression.left, expression.right, how);
      add(expression.right, expression.left, how);
    }
    if (expression.kind === "call" && expression.name === "switch") {
      const [value, ...cases] = expression.args;
      if (value === undefined || value.kind === "empty") return;
      cases.forEach((argument, index) => {
        const isCase = index % 2 === 0 && index + 1 < cases.length;
        if (isCase && argument.kind !== "empty") add(value, argument, "equal");
      });
    }
  });
  return tests;
}

/** The cases of Tools > Switch, unless they are regular expressions. */
function switchTests(module: Module, scenario: Scenario): readonly AnswerTest[] {
  const mapper: unknown = module.source.mapper;
  if (module.type !== "util:Switcher" || !isObject(mapper) || mapper.useRegExpMatch === true) return [];
  const value = answerIn(mapper.input, scenario);
  if (value === undefined || !Array.isArray(mapper.casesTable)) return [];
  return mapper.casesTable.flatMap((row: unknown, index): readonly AnswerTest[] => {
    if (!isObject(row) || typeof row.pattern !== "string" || hasMapping(row.pattern)) return [];
    const at = { pointer: pointer(module.pointer, "mapper", "casesTable", index, "pattern") };
    return [
      { ...value, module, how: "equal", literal: row.pattern, ignoresCase: value.lowered, at, decision: undefined },
    ];
  });
}

/** The answer that a field's value comes out as: one mapping with nothing around it. */
function answerIn(value: unknown, scenario: Scenario): AnswerValue | undefined {
  const template = typeof value === "string" ? parsed(value) : templateOf(value);
  const [part, ...others] = template?.parts.filter((one) => one.kind === "mapping" || one.text.trim() !== "") ?? [];
  if (part?.kind !== "mapping" || part.expression === undefined || others.length > 0) return undefined;
  return answerOf(part.expression, scenario);
}

const parsed = (text: string): Template | undefined => (hasMapping(text) ? parseOnce(text).template : undefined);

/** The answer that an expression comes out as. */
export function answerOf(expression: Expression, scenario: Scenario): AnswerValue | undefined {
  switch (expression.kind) {
    case "group":
      return answerOf(expression.expression, scenario);
    case "call":
      return answerOfCall(expression, scenario);
    case "reference": {
      const { root, path } = expression;
      const source = root.kind === "module" ? reviewFlow(scenario).sourceOf(scenario.find(root.id)) : undefined;
      const { field, rest } = fieldOf(path);
      if (source === undefined || field === "") return undefined;
      return { source, field, paths: [rest], lowered: false, substitutes: [] };
    }
    default:
      return undefined;
  }
}

function answerOfCall({ name, args }: Call, scenario: Scenario): AnswerValue | undefined {
  const values = args.flatMap((argument) => (argument.kind === "empty" ? [] : [argument]));
  switch (name) {
    case "lower":
    case "trim":
    case "toString":
    case "replace": {
      const value = values[0] && answerOf(values[0], scenario);
      return value && name === "lower" ? { ...value, lowered: true } : value;
    }
    case "ifempty":
      return oneOf(values, scenario);
    case "if":
      return oneOf(values.slice(1), scenario);
    default:
      return undefined;
  }
}

/** One of several values comes out: answers of one field, or fixed texts. */
function oneOf(values: readonly Expression[], scenario: Scenario): AnswerValue | undefined {
  const substitutes = values.flatMap((value) => (value.kind === "string" ? [value.value] : []));
  const answers = values.flatMap((value) => answerOf(value, scenario) ?? []);
  const [first] = answers;
  if (first === undefined || answers.length + substitutes.length < values.length) return undefined;
  if (answers.some(({ source, field }) => source !== first.source || field !== first.field)) return undefined;
  return {
    ...first,
    paths: answers.flatMap(({ paths }) => paths),
    lowered: answers.every(({ lowered }) => lowered),
    substitutes: [...substitutes, ...answers.flatMap((answer) => answer.substitutes)],
  };
}
