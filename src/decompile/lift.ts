// What stands in a module becomes values with typed expressions in them.

import type { Data, DataObject, Json } from "../blueprint/blueprint.ts";
import type { FieldSpec } from "../catalog/field.ts";
import { parseTemplate } from "../iml/parse.ts";
import { templateReferences } from "../iml/references.ts";
import type { Condition } from "../model/conditions.ts";
import { type Expr, expr, isExpr, verbatim, verbatimOf } from "../model/expression.ts";
import type { Viewpoint } from "../model/visibility.ts";
import { isObject } from "../util/is-object.ts";
import { type Code, callCode, dataCode, listCode, longTextCode, objectCode } from "./code.ts";
import { conditionCode } from "./conditions.ts";
import type { Context } from "./context.ts";
import { coerced, type Scope, templateValue, type Written } from "./expressions.ts";
import { inputType, NEVER, type Type, UNKNOWN } from "./type.ts";

/** Reads and writes the values of one place of a scenario. */
export interface Values {
  /** Texts with mappings become expressions; those that cannot be said stay what they are, word by word. */
  lift(value: unknown): Data<Expr<unknown>>;
  /** The code of a lifted value in a field. */
  code(value: unknown, spec?: FieldSpec): Code;
  /** What a lifted expression is in the source. */
  written(value: unknown): Written | undefined;
}

export function createValues(context: Context, from: Viewpoint): Values {
  const { imports, bindings, counts } = context;
  const scope: Scope = { source: (id, name) => context.source(from, id, name), inputs: context.inputs() };
  const writtenOf = new WeakMap<object, Written>();

  function liftText(text: string): Data<Expr<unknown>> {
    if (!text.includes("{{")) return text;
    const { template, problems } = parseTemplate(text);
    const references = templateReferences(template).filter(({ root }) => root.kind === "module").length;
    const written = problems.length > 0 ? undefined : templateValue(template, text, scope, imports);
    if (written === undefined) {
      counts.references.raw += references;
      return verbatim(text);
    }
    counts.references.typed += references;
    const value = expr<unknown>(...template.parts);
    writtenOf.set(value as object, written);
    return value;
  }

  function lift(value: unknown): Data<Expr<unknown>> {
    if (isExpr(value)) return value;
    if (typeof value === "string") return liftText(value);
    if (Array.isArray(value)) return value.map(lift);
    if (isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lift(item)])) as DataObject<
        Expr<unknown>
      >;
    }
    return value as Json;
  }

  function code(value: unknown, spec?: FieldSpec): Code {
    if (isExpr(value)) {
      const known = written(value);
      return known ? coerced(known, spec ? inputType(spec) : UNKNOWN, imports) : "undefined";
    }
    if (isCondition(value)) return conditionCode(value, values, imports);
    if (Array.isArray(value)) return listCode(value.map((item) => code(item, spec?.item)));
    if (isObject(value)) {
      const byName = new Map(
        spec?.type === "collection"
          ? Object.entries(spec.fields ?? {}).map(([key, field]) => [field.name ?? key, field] as const)
          : [],
      );
      return objectCode(Object.entries(value).map(([name, item]) => ({ name, value: code(item, byName.get(name)) })));
    }
    return typeof value === "string" ? longTextCode(value) : dataCode(value);
  }

  function written(value: unknown): Written | undefined {
    const symbol = bindings.codeOf(value, imports.use);
    if (symbol !== undefined) return { code: symbol, type: NEVER };
    const asItIs = verbatimOf(value);
    if (asItIs)
      return { code: callCode([imports.use("raw"), ".value"], [dataCode(asItIs.data)]), type: NEVER, isAny: true };
    return writtenOf.get(value as object);
  }

  const values: Values = { lift, code, written };
  return values;
}

const isCondition = (value: unknown): value is Condition =>
  isObject(value) && value.kind === "condition" && Array.isArray(value.groups);

/** The type of a lifted value in the source. */
export function typeOfValue(value: unknown, { written }: Values): Type {
  if (isExpr(value)) return written(value)?.type ?? UNKNOWN;
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return { kind: typeof value } as Type;
    default:
      return UNKNOWN;
  }
}
