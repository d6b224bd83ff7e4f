import type { Expression } from "../../../iml/ast.ts";
import { childrenOf } from "../../../iml/walk.ts";
import type { MappedText } from "../../../model/mappings.ts";
import { describeModule } from "../../../model/module-place.ts";
import type { Module, Scenario } from "../../../model/scenario.ts";
import { modulesBehind } from "../../modules-behind.ts";
import { answerOf, answerTests } from "../../review-answers.ts";
import { defineFlowRule } from "../../review-flow-rule.ts";

/** Fields that tell how a review ended. */
const STATE = /^(?:status|event)$/;
/** Fields that are empty unless somebody answered: a condition that asks for one of them tells as much. */
const OF_THE_ANSWER = /^response_/;

export const hitlEventNotChecked = defineFlowRule({
  id: "hitl/event-not-checked",
  gravity: "risky",
  summary: "An answer is used without a look at whether there is one",

  messages: {
    callback: (d: { module: string }) =>
      `\`${d.module}\` uses the answer also when nobody answered: after a timeout or a cancellation it is empty`,
    status: (d: { module: string }) =>
      `\`${d.module}\` uses the answer also when there is none yet: until somebody answers it is empty`,
  },

  check({ reads, scenario, report }) {
    if (reads.length === 0) return;
    const negated = new Set(
      answerTests(scenario).flatMap(({ field, how, decision, module }) =>
        OF_THE_ANSWER.test(field) && decision !== undefined && /^no/.test(how) ? [module] : [],
      ),
    );
    const looking = new Set(
      reads.flatMap(({ field, reader, reference }) => {
        const asks = reference.in.domain === "filter" || reference.in.domain === "branch";
        return STATE.test(field) || (OF_THE_ANSWER.test(field) && asks && !negated.has(reader)) ? [reader] : [];
      }),
    );
    const checked = modulesBehind(scenario, (module) => looking.has(module) || isOtherwise(module, looking));

    const known = new Map<MappedText, ReadonlySet<Expression>>();
    const provided = (text: MappedText): ReadonlySet<Expression> => {
      const references = known.get(text) ?? providedIn(text, scenario);
      known.set(text, references);
      return references;
    };
    const told = new Set<Module>();
    for (const { of: source, field, reader, reference } of reads) {
      if (field !== "response_data" || checked.has(reader) || told.has(reader)) continue;
      if (reader.type === "util:Switcher" || provided(reference.in).has(reference.reference)) continue;
      told.add(reader);
      report(source.how, {
        at: reference.place,
        data: { module: describeModule(reader) },
        help: "Filter on `status` before: only `completed` has an answer",
      });
    }
  },
});

/** Whether a module begins the way for all that the other ways do not want, which look at the state. */
function isOtherwise({ flow, position }: Module, looking: ReadonlySet<Module>): boolean {
  const { owner } = flow;
  if (position > 0 || flow.kind !== "route" || flow.index !== owner?.source.parameters?.else) return false;
  return owner.routes.some(({ modules: [first] }) => first !== undefined && looking.has(first));
}

const CHOOSING: readonly string[] = ["if", "ifempty", "switch"];

/** The references for which a mapping itself says what is when they are missing: it compares, or has another value. */
function providedIn({ template, domain }: MappedText, scenario: Scenario): ReadonlySet<Expression> {
  const found = new Set<Expression>();
  if (domain === "filter" || domain === "branch") return found;
  for (const part of template.parts) {
    if (part.kind === "mapping" && part.expression !== undefined) visit(part.expression, false);
  }
  return found;

  function visit(expression: Expression, isProvided: boolean): void {
    if (isProvided && expression.kind === "reference") found.add(expression);
    const isInside = isProvided || providesFor(expression, scenario);
    for (const child of childrenOf(expression)) visit(child, isInside);
  }
}

function providesFor(expression: Expression, scenario: Scenario): boolean {
  if (expression.kind === "binary") return !/^[+*/%-]$/.test(expression.operator);
  if (expression.kind !== "call" || !CHOOSING.includes(expression.name)) return false;
  // Only another form of the same answer.
  return expression.name !== "ifempty" || answerOf(expression, scenario)?.substitutes.length !== 0;
}
