// How the functions that write a scenario are called: a name first, then what belongs to it. A name that was forgotten
// would otherwise end in an error about the insides of this package.

import type { ModuleCall } from "../catalog/module.ts";
import { isExpr } from "../model/expression.ts";
import { isObject } from "../util/is-object.ts";
import { quote } from "../util/quote.ts";
import type { InputMistake } from "./check-input.ts";
import { refuse } from "./mistakes.ts";
import { inWords, LIST, OBJECT, type OptionKind } from "./option-kinds.ts";

interface Call {
  /** An example, as it is written. */
  readonly shape: string;
  /** What stands behind the name. */
  readonly takes: readonly OptionKind[];
}

const isKind =
  (kind: string) =>
  (value: unknown): boolean =>
    isObject(value) && value.kind === kind;
const moduleOf = (role: string, words: string): OptionKind => ({
  words,
  fits: (value) => isObject(value) && value.role === role,
});
const allOf = (kind: string, words: string): OptionKind => ({
  words,
  fits: (value) => Array.isArray(value) && value.every(isKind(kind)),
});

const CONDITION: OptionKind = { words: "a condition", fits: isKind("condition") };
const STEPS: OptionKind = { words: "a function with steps", fits: (value) => typeof value === "function" };
const OUTPUT: OptionKind = { words: "a step's output", fits: (value) => isExpr(value) || LIST.fits(value) };
const ROUTES: OptionKind = {
  words: "a function with steps for each answer",
  fits: (value) =>
    OBJECT.fits(value) && Object.values(value as object).every((steps) => steps === undefined || STEPS.fits(steps)),
};

const TIMES: OptionKind = {
  words: "an object with `times`",
  fits: (value) => isObject(value) && value.times !== undefined,
};

/** The methods of a flow. */
export const FLOW_CALLS: Readonly<Record<string, Call>> = {
  trigger: {
    shape: 'flow.trigger("Order arrives", webhooks.customWebhook({ … }))',
    takes: [moduleOf("trigger", "a trigger")],
  },
  step: {
    shape: 'flow.step("Tell the team", slack.createMessage({ … }))',
    takes: [moduleOf("action", "a module that is no trigger")],
  },
  router: {
    shape: 'flow.router("By size", [route("Large", condition, (flow) => { … }), fallback("Others", (flow) => { … })])',
    takes: [allOf("route", "a list of routes")],
  },
  match: { shape: 'flow.match("Decision", answer.answer, { approve: (flow) => { … } })', takes: [OUTPUT, ROUTES] },
  ifElse: {
    shape: 'flow.ifElse("By size", [branch("Large", condition, (flow) => { … })], (flow) => { … })',
    takes: [allOf("branch", "a list of branches")],
  },
  iterate: { shape: 'flow.iterate("Each line", order.lines)', takes: [OUTPUT] },
  repeat: { shape: 'flow.repeat("Three times", { times: 3 })', takes: [TIMES] },
  collect: { shape: 'flow.collect("All lines", line, { sku: line.sku })', takes: [OUTPUT, OBJECT] },
  aggregate: {
    shape: 'flow.aggregate("As one text", line, tools.textAggregator({ … }))',
    takes: [OUTPUT, moduleOf("aggregator", "an aggregator")],
  },
};

const PARTS = {
  route: {
    shape: 'route("Large", condition, (flow) => { … }), or always("All", (flow) => { … }) without a condition',
    takes: [CONDITION, STEPS],
  },
  always: { shape: 'always("All", (flow) => { … })', takes: [STEPS] },
  fallback: { shape: 'fallback("Others", (flow) => { … })', takes: [STEPS] },
  branch: { shape: 'branch("Large", condition, (flow) => { … })', takes: [CONDITION, STEPS] },
  tool: { shape: 'tool("Find the order", (flow, inputs) => { … })', takes: [STEPS] },
};

/** Refuses a part of a flow that is called in another way than it is meant. */
export function checkPart(what: keyof typeof PARTS, ...given: readonly unknown[]): void {
  const mistake = callMistake(what, PARTS[what], given);
  if (mistake) refuse(mistake.message, mistake.help);
}

/** What is wrong with how something is called, if it is. */
export function callMistake(
  what: string,
  { shape, takes }: Call,
  [name, ...given]: readonly unknown[],
): InputMistake | undefined {
  const help = `Write ${shape}`;
  if (typeof name !== "string") return { message: `\`${what}\` begins with a name`, help };
  const wrong = takes.findIndex(({ fits }, position) => !fits(given[position]));
  if (wrong < 0) return undefined;
  const { words } = takes[wrong] as OptionKind;
  return { message: `\`${what}\` of ${quote(name)} takes ${words}, and gets ${partInWords(given[wrong])}`, help };
}

/** Modules and their functions are told by their names. */
function partInWords(value: unknown): string {
  if (value === undefined) return "nothing";
  const { declaration, role, kind } = (value ?? {}) as Partial<ModuleCall<unknown>> & { readonly kind?: unknown };
  if (isExpr(value)) return inWords(value);
  if (declaration === undefined) return typeof kind === "string" ? `a ${kind}` : inWords(value);
  if (typeof value === "function") return `the function of ${quote(declaration.label)}, which is not called`;
  return `the ${role === "trigger" ? "trigger" : "module"} ${quote(declaration.label)}`;
}
