import { isObject } from "../util/is-object.ts";
import { checkOptions } from "./check-options.ts";
import type { AggregateOptions, StepOptions } from "./flow.ts";
import { type Handler, onError } from "./handlers.ts";
import { ANYTHING, LIST, OBJECT, type OptionKind, objectOf, required, SWITCH, TEXT } from "./option-kinds.ts";

const isCondition = (value: unknown): boolean => isObject(value) && value.kind === "condition";

/** A condition, with or without the name that the canvas shows. */
const CONDITION: OptionKind = {
  words: 'a condition: text.equals(order.state, "open")',
  fits: (value) =>
    isCondition(value) || (Array.isArray(value) && value.length === 2 && TEXT.fits(value[0]) && isCondition(value[1])),
};

export const isHandler = (value: unknown): value is Handler<unknown> => isObject(value) && value.kind === "handler";

/** A function of `onError` that needs options, and was not called, is no route. */
const UNCALLED: readonly unknown[] = [onError.retry, onError.resume];

const HANDLER: OptionKind = {
  words: "a handler such as onError.ignore(), or a route: (flow) => { … }",
  fits: (value) => isHandler(value) || (typeof value === "function" && !UNCALLED.includes(value)),
};

const NOTE: OptionKind = {
  words: 'a text, or { text: "…", onFilter: true }',
  fits: (value) => TEXT.fits(value) || OBJECT.fits(value),
  options: { text: required(TEXT), color: TEXT, onFilter: SWITCH },
};

/** What may be said of a step; the last three of an aggregator. */
const OPTIONS: Readonly<Record<keyof AggregateOptions<unknown>, OptionKind>> = {
  when: CONDITION,
  onError: HANDLER,
  note: NOTE,
  suppress: ANYTHING,
  tools: LIST,
  parameters: OBJECT,
  mapper: OBJECT,
  metadata: OBJECT,
  groupBy: ANYTHING,
  stopIfEmpty: SWITCH,
  target: objectOf({ step: required(TEXT), field: required(TEXT) }, "the field of a later step: { step, field }"),
};

/** Complains about what cannot be said of a step. Gives the options that can. */
export function checkStepOptions(
  name: string,
  given: unknown,
  complain: (message: string, help: string) => void,
): StepOptions {
  const misplaced = isCondition(given) ? "when" : isHandler(given) ? "onError" : undefined;
  if (misplaced !== undefined) {
    const bare = misplaced === "when" ? "condition" : "handler";
    complain(`The options of the step \`${name}\` are a bare ${bare}`, `Write { ${misplaced}: … }`);
    return {};
  }
  checkOptions(`the step \`${name}\``, given, OPTIONS, complain);
  if (!isObject(given)) return {};
  const kinds = OPTIONS as Readonly<Record<string, OptionKind>>;
  return Object.fromEntries(Object.entries(given).filter(([key, value]) => kinds[key]?.fits(value)));
}
