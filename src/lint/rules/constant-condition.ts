import type { Expression, NumberLiteral } from "../../iml/ast.ts";
import { findFunction } from "../../iml/functions.ts";
import { findOperator } from "../../iml/operators.ts";
import { parseOnce } from "../../iml/parse-once.ts";
import { hasMapping } from "../../iml/scan.ts";
import { childrenOf } from "../../iml/walk.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import type { Scenario } from "../../model/scenario.ts";
import { asText } from "../../util/as-text.ts";
import { decisions } from "../comparisons.ts";
import { defineRule, type Fix } from "../rule.ts";

/** A condition that looks at no bundle: both of its sides are fixed, or they are the same. */
export const constantCondition = defineRule({
  id: "constant-condition",
  category: "conditions",
  summary: "A condition comes out the same for every bundle",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    fixed: () => "This condition compares two fixed values, so it comes out the same for every bundle",
    fixedOne: () => "This condition looks at a fixed value, so it comes out the same for every bundle",
    same: (d: { value: string }) => `This condition compares \`${d.value}\` with itself`,
  },

  check({ scenario, report }) {
    const isFixed = (operand: unknown): boolean =>
      typeof operand === "string"
        ? !hasMapping(operand) || isComputed(operand, scenario)
        : typeof operand === "number" || typeof operand === "boolean";
    for (const module of connectedModules(scenario)) {
      for (const { a, o, b, pointer } of decisions(module).flatMap((groups) =>
        groups.flatMap(({ comparisons }) => comparisons),
      )) {
        const operator = typeof o === "string" ? findOperator(o) : undefined;
        if (operator === undefined) continue;
        const at = { pointer };
        if (isFixed(a) && (operator.unary || isFixed(b))) {
          const lost = Object.entries(operator.unary ? { a } : { a, b }).flatMap(([key, operand]) => {
            const value = lostMapping(operand, scenario);
            return value === undefined ? [] : [{ path: `${pointer}/${key}`, value }];
          });
          const [mapping] = lost;
          const advice =
            mapping === undefined
              ? { help: "Map the value to look at, or remove the condition" }
              : { help: `Write it in braces: \`${mapping.value}\``, fix: fixOf(mapping) };
          report(operator.unary ? "fixedOne" : "fixed", { at, ...advice });
        } else if (!operator.unary && typeof a === "string" && a === b && !UNPREDICTABLE.test(a)) {
          report("same", { at, data: { value: a }, help: "Compare it with another value, or remove the condition" });
        }
      }
    }
  },
});

/**
 * Whether the mappings of a text only compute with what they say themselves: `{{1 + 1}}`, `{{lower("A")}}`. That a number
 * alone, `{{1}}`, is no module is told by another rule.
 */
function isComputed(text: string, scenario: Scenario): boolean {
  const { template, problems } = parseOnce(text);
  const isKnown = (expression: Expression): boolean =>
    saysItAll(expression, scenario) && childrenOf(expression).every(isKnown);
  const isWhole = (expression: Expression | undefined): boolean =>
    expression !== undefined && expression.kind !== "number" && isKnown(expression);
  return problems.length === 0 && template.parts.every((part) => part.kind === "text" || isWhole(part.expression));
}

function saysItAll(expression: Expression, scenario: Scenario): boolean {
  switch (expression.kind) {
    case "string":
    case "unary":
    case "binary":
    case "group":
      return true;
    case "number":
      // `1.12` may be meant for the column 12 of module 1.
      return (
        !/^\d+\./.test(asWritten(expression)) || scenario.find(Number.parseInt(asWritten(expression), 10)) === undefined
      );
    case "call":
      return expression.name !== "shuffle" && findFunction(expression.name) !== undefined;
    case "reference":
      return expression.root.kind === "name" && expression.path.length === 0 && CONSTANTS.has(expression.root.name);
    default:
      return false;
  }
}

const asWritten = ({ raw, value }: NumberLiteral): string => raw ?? String(value);

/** Keywords that are the same in every run. */
const CONSTANTS: ReadonlySet<string> = new Set([
  "null",
  "true",
  "false",
  "pi",
  "emptystring",
  "emptyarray",
  "space",
  "nbsp",
  "tab",
  "newline",
  "carriagereturn",
]);

/** What gives something else each time. */
const UNPREDICTABLE = /\b(?:random|uuid|now|timestamp)\b/;

/** A reference without braces: `4.impact`, `length(5.rows)`. */
const REFERENCE = /^(?:\w+\()*(\d+)\.[\w.`[\]]+\s*\)*$/;
const LONGEST_REFERENCE = 200;

/** The mapping that is meant. */
function lostMapping(operand: unknown, scenario: Scenario): string | undefined {
  const text = asText(operand).trim();
  const id = text.length > LONGEST_REFERENCE ? undefined : REFERENCE.exec(text)?.[1];
  if (id === undefined || scenario.find(Number(id)) === undefined) return undefined;
  return `{{${text}}}`;
}

const fixOf = ({ path, value }: { readonly path: string; readonly value: string }): Fix => ({
  safety: "suggested",
  patch: [{ op: "replace", path, value }],
});
