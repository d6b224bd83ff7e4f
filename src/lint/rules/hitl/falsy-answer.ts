import type { Expression } from "../../../iml/ast.ts";
import { walkTemplate } from "../../../iml/walk.ts";
import { connectedModules } from "../../../model/connected-modules.ts";
import { mappings } from "../../../model/mappings.ts";
import { type AnswerValue, answerOf } from "../../review-answers.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";
import { type PartialEdit, textFix } from "../../text-fix.ts";

/** Types whose answers may be `false` or `0`, which an operator takes for nothing. */
type Falsy = "boolean" | "number" | "rating";

export const hitlFalsyAnswer = defineFlowRule({
  id: "hitl/falsy-answer",
  gravity: "risky",
  summary: "An answer of `false` or 0 is taken for no answer",
  fixable: "suggested",

  messages: {
    replaced: (d: { answer: string; operator: string }) =>
      `The answer ${d.answer} counts as nothing for \`${d.operator}\`, which then gives the other value`,
    condition: (d: { answer: string }) => `The answer ${d.answer} counts as no, as if nobody had answered`,
  },

  check({ sources, scenario, report }) {
    if (sources.length === 0) return;
    for (const module of connectedModules(scenario)) {
      for (const { template, place, text } of mappings(module)) {
        walkTemplate(template, (expression) => {
          const use = falsyUse(expression);
          const value = use && answerOf(use.value, scenario);
          const type = value && typeOf(value);
          // A yes-or-no question is what `if` is for.
          if (use === undefined || type === undefined || (use.operator === "if" && type === "boolean")) return;
          const { range } = use.value;
          const at = range ? { pointer: place.pointer, range } : place;
          const answer = type === "boolean" ? "`false`" : "`0`";
          if (use.operator === "if") {
            report("condition", { at, data: { answer }, help: "Compare it: `if(… > 0; …; …)`" });
          } else {
            const help = "Write `ifempty`, for which only a missing value is empty";
            const fix = textFix("suggested", place.pointer, text, ifemptyFor(expression, text));
            report("replaced", { at, data: { answer, operator: use.operator }, help, fix });
          }
        });
      }
    }
  },
});

/** `ifempty(a; b)` in the place of `a || b`. */
function ifemptyFor(expression: Expression, text = ""): readonly PartialEdit[] {
  if (expression.kind !== "binary") return [];
  const { left, right, range } = expression;
  if (range === undefined || left.range === undefined || right.range === undefined) return [];
  const [value, other] = [left.range, right.range].map(({ start, end }) => text.slice(start, end));
  return [{ range, text: `ifempty(${value}; ${other})` }];
}

/** Where an expression only asks whether a value is there, which `false` and 0 are not. */
function falsyUse(expression: Expression): { readonly value: Expression; readonly operator: string } | undefined {
  if (expression.kind === "binary" && /^\|{1,2}$/.test(expression.operator)) {
    return { value: expression.left, operator: expression.operator };
  }
  if (expression.kind !== "call" || expression.name !== "if") return undefined;
  const [condition] = expression.args;
  return condition === undefined || condition.kind === "empty" ? undefined : { value: condition, operator: "if" };
}

/** The type of an answer, by the request or by what is read of it. */
function typeOf({ source, field, paths }: AnswerValue): Falsy | undefined {
  if (field !== "response_data") return undefined;
  const names = paths.flatMap(([first]) => (first?.kind === "property" ? [first.name] : []));
  return [source.request?.responseType, ...names].find(isFalsy);
}

const isFalsy = (name: string | undefined): name is Falsy =>
  name === "boolean" || name === "number" || name === "rating";
