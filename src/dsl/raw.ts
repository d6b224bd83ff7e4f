// The ways out, for what the DSL has no words for. They are visible in the source, and typed as unknown.

import type { DataObject, Json, JsonObject } from "../blueprint/blueprint.ts";
import { encodeData } from "../catalog/encode.ts";
import type { Action, Aggregator, ModuleDeclaration, Trigger } from "../catalog/module.ts";
import type { Expression, Part } from "../iml/ast.ts";
import { parseTemplate } from "../iml/parse.ts";
import { rewriteTemplate } from "../iml/rewrite.ts";
import { type Condition, comparison } from "../model/conditions.ts";
import { type Expr, expr, isExpr, templateOf, type Value, verbatim } from "../model/expression.ts";
import { quote } from "../util/quote.ts";
import { refuse } from "./mistakes.ts";
import { asExpression } from "./ref.ts";

/** A module as a blueprint has it: any app, any version, any keys. */
export interface RawModule {
  /** `app:Module`. */
  readonly module: string;
  readonly version: number;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** `null`: the module has no mapper at all, like a router. */
  readonly mapper?: Readonly<Record<string, unknown>> | null;
  readonly metadata?: JsonObject;
}

/**
 * Mapping text as it is, for what the language can say and the DSL cannot. Values may be put in, inside of the braces
 * and outside: raw.text`{{myFunction(${order.id}; "x")}}`.
 */
function text(strings: TemplateStringsArray, ...values: readonly unknown[]): Expr<unknown> {
  const whole = strings.reduce((written, string, position) => {
    const value = values[position - 1];
    return `${written}${isExpr(value) ? standIn(position - 1) : String(value)}${string}`;
  });
  const { template, problems } = parseTemplate(whole);
  const [problem] = problems;
  const shown = quote(strings.join("…"));
  if (problem) refuse(`Mapping text ${shown}: ${problem.message}`, problem.help);
  const filled = new Set<number>();
  const { parts } = rewriteTemplate({ parts: template.parts.flatMap(fillText) }, fill);
  if (filled.size < values.filter(isExpr).length) {
    refuse(
      `In the mapping text ${shown}, a value stands where none can be put in`,
      `Put values in place of whole operands, and join them to text with +: "text" + \${value}`,
    );
  }
  return expr(...parts);

  function take(position: number): unknown {
    filled.add(position);
    return values[position];
  }

  function fillText(part: Part): readonly Part[] {
    if (part.kind !== "text") return [part];
    return part.text.split(STAND_IN).flatMap((piece, position): readonly Part[] => {
      if (position % 2 === 1) return templateOf(take(Number(piece)))?.parts ?? [];
      return piece === "" ? [] : [{ kind: "text", text: piece }];
    });
  }

  function fill(expression: Expression): Expression {
    if (expression.kind !== "reference" || expression.root.kind !== "name") return expression;
    const [, position] = STAND_IN.exec(expression.root.name) ?? [];
    if (position === undefined) return expression;
    const value = asExpression(take(Number(position)));
    if (expression.path.length === 0) return value;
    if (value.kind !== "reference") return { kind: "member", object: value, path: expression.path };
    return { ...value, path: [...value.path, ...expression.path] };
  }
}

/** What stands for a value while mapping text is parsed: a name that nobody uses. */
const standIn = (position: number): string => `cyanotype_value_${position}_`;
const STAND_IN = /cyanotype_value_(\d+)_/u;

function call<Role extends string>(role: Role, { module, version, parameters = {}, mapper = {}, metadata }: RawModule) {
  const declaration: ModuleDeclaration = {
    module,
    version,
    app: module.slice(0, Math.max(module.indexOf(":"), 0)),
    label: module,
    summary: "",
    kind: role === "trigger" ? "polling trigger" : role === "aggregator" ? "aggregator" : "action",
    parameters: {},
    mapper: {},
    output: {},
    canFail: true,
    writes: true,
    repeatable: false,
    transactional: false,
    evidence: { level: "weak", why: "the scenario's author wrote it" },
  };
  const form = {
    module,
    version,
    parameters: encodeData(parameters) as DataObject<Expr<unknown>>,
    mapper: encodeData(mapper) as DataObject<Expr<unknown>> | null,
    ...(metadata ? { metadata } : {}),
  };
  return { role, declaration, input: {}, form };
}

/** Writes modules and mappings as blueprints have them. */
export const raw = {
  text,
  /** What stands in the blueprint, as it is: it fits every field, and texts in it may hold mappings that nobody checks. */
  // biome-ignore lint/suspicious/noExplicitAny: it is to fit where nothing else does.
  value: (data: Json): any => verbatim(data),
  /** A comparison by Make's operator code, of any operands. */
  condition: (operator: string, a: Value<unknown>, b?: Value<unknown>): Condition => comparison(operator, a, b),
  /** Any module that is no trigger. */
  module: <Out = unknown>(module: RawModule): Action<Out> => call("action", module),
  /** Any aggregator; `flow.aggregate` says which bundles it collects. */
  aggregator: <Out = unknown>(module: RawModule): Aggregator<Out> => call("aggregator", module),
  /** Any trigger. */
  trigger: <Out = unknown>(module: RawModule): Trigger<Out> => call("trigger", module),
};
