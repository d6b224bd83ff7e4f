import type { Expression } from "../../../iml/ast.ts";
import { walkTemplate } from "../../../iml/walk.ts";
import { connectedModules } from "../../../model/connected-modules.ts";
import { mappings } from "../../../model/mappings.ts";
import { type AnswerValue, answerOf, answerTests } from "../../review-answers.ts";
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
    exists: () => "The answer `false` exists as well as `true` does, and nothing else looks at it",
  },

  check({ sources, reads, scenario, report }) {
    if (sources.length === 0) return;
    for (const module of connectedModules(scenario)) {
      for (const { template, place, text } of mappings(module)) {
        walkTemplate(template, (expression) => {
          for (const { operator, value } of falsyUses(expression)) {
            const answer = isText(value) ? undefined : answerOf(value, scenario);
            const type = answer && typeOf(answer);
            const isDefault = operator.startsWith("|");
            // A yes-or-no question is what a condition is for.
            if (type === undefined || (!isDefault && type === "boolean")) continue;
            const at = value.range ? { pointer: place.pointer, range: value.range } : place;
            const shown = type === "boolean" ? "`false`" : "`0`";
            if (isDefault) {
              const help = "Write `ifempty`, for which only a missing value is empty";
              const fix = textFix("suggested", place.pointer, text, ifemptyFor(expression, text));
              report("replaced", { at, data: { answer: shown, operator }, help, fix });
            } else {
              report("condition", { at, data: { answer: shown }, help: "Compare it: `if(… > 0; …; …)`" });
            }
          }
        });
      }
    }
    for (const source of sources) {
      const tests = answerTests(scenario).filter((test) => test.source === source && typeOf(test) === "boolean");
      const existence = tests.filter(({ how }) => how === "exist" || how === "notexist");
      // Somebody else may tell the answers apart, and this only waits for one.
      const looks = reads.filter(({ of, field }) => of === source && (field === "response_data" || field === ""));
      if (looks.length > existence.reduce((sum, { paths }) => sum + paths.length, 0)) continue;
      for (const { how, at } of existence) {
        if (how === "exist")
          report("exists", { at, help: "Compare it with `true`, by the boolean operator “Equal to”" });
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

interface FalsyUse {
  readonly value: Expression;
  readonly operator: string;
}

/** Where an expression only asks whether values are there, which `false` and 0 are not. */
function falsyUses(expression: Expression): readonly FalsyUse[] {
  if (expression.kind === "unary" && expression.operator === "!") return [{ value: expression.operand, operator: "!" }];
  if (expression.kind === "binary") {
    const { operator, left, right } = expression;
    if (/^\|{1,2}$/.test(operator)) return [{ value: left, operator }];
    return /^&{1,2}$/.test(operator) ? [left, right].map((value) => ({ value, operator })) : [];
  }
  if (expression.kind !== "call" || expression.name !== "if") return [];
  const [condition] = expression.args;
  return condition === undefined || condition.kind === "empty" ? [] : [{ value: condition, operator: "if" }];
}

/** A text such as `"0"` is none of these. */
const isText = (value: Expression): boolean =>
  value.kind === "group" ? isText(value.expression) : value.kind === "call" && !/^if(?:empty)?$/.test(value.name);

/** The type of an answer, by the request or by what is read of it. */
function typeOf({ source, field, paths }: AnswerValue): Falsy | undefined {
  if (field !== "response_data") return undefined;
  const names = paths.flatMap(([first]) => (first?.kind === "property" ? [first.name] : []));
  return [source.request?.responseType, ...names].find(isFalsy);
}

const isFalsy = (name: string | undefined): name is Falsy =>
  name === "boolean" || name === "number" || name === "rating";
