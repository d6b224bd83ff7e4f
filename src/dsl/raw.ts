// The ways out, for what the DSL has no words for. They are visible in the source, and typed as unknown.

import type { DataObject, JsonObject } from "../blueprint/blueprint.ts";
import { encodeData, InputError } from "../catalog/encode.ts";
import type { Action, ModuleDeclaration, Trigger } from "../catalog/module.ts";
import { parseTemplate } from "../iml/parse.ts";
import { printExpression } from "../iml/print.ts";
import { type Expr, expr, isExpr } from "../model/expression.ts";
import { asExpression } from "./ref.ts";

/** A module as a blueprint has it: any app, any version, any keys. */
export interface RawModule {
  /** `app:Module`. */
  readonly module: string;
  readonly version: number;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly mapper?: Readonly<Record<string, unknown>>;
  readonly metadata?: JsonObject;
}

/**
 * Mapping text as it is, for what the language can say and the DSL cannot. Values may be put in:
 * raw`{{myFunction(${order.id}; "x")}}`.
 */
function text(strings: TemplateStringsArray, ...values: readonly unknown[]): Expr<unknown> {
  // A value inside of the braces becomes mapping text; the steps it refers to are found again by parsing the whole.
  const whole = strings.reduce((written, string, position) => {
    const value = values[position - 1];
    return `${written}${isExpr(value) ? printExpression(asExpression(value)) : String(value)}${string}`;
  });
  const { template, problems } = parseTemplate(whole);
  const [problem] = problems;
  if (problem) throw new InputError(`Mapping text \`${whole}\`: ${problem.message}`, problem.help);
  return expr(...template.parts);
}

function call<Role extends string>(role: Role, { module, version, parameters = {}, mapper = {}, metadata }: RawModule) {
  const declaration: ModuleDeclaration = {
    module,
    version,
    app: module.slice(0, Math.max(module.indexOf(":"), 0)),
    label: module,
    summary: "",
    kind: role === "trigger" ? "polling trigger" : "action",
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
    mapper: encodeData(mapper) as DataObject<Expr<unknown>>,
    ...(metadata ? { metadata } : {}),
  };
  return { role, declaration, input: {}, form };
}

/** Writes modules and mappings as blueprints have them. */
export const raw = {
  text,
  /** Any module that is no trigger. */
  module: <Out = unknown>(module: RawModule): Action<Out> => call("action", module),
  /** Any trigger. */
  trigger: <Out = unknown>(module: RawModule): Trigger<Out> => call("trigger", module),
};
