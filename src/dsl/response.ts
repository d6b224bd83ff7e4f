// What people can answer, and how an answer is read. HITL.sh's pages disagree on whether `response_data` is the bare
// value or an object around it, so each reader accepts both.

import { answerValue } from "../catalog/hitl/contract.ts";
import type { Expression } from "../iml/ast.ts";
import { call, literal, property, string } from "../iml/build.ts";
import { refuse } from "./mistakes.ts";
import { inWords } from "./option-kinds.ts";

/** The value that HITL.sh makes of an option's text: lower case, spaces to `_`. */
export type Answer<Option extends string> = Option extends `${infer Head} ${infer Tail}`
  ? `${Lowercase<Head>}_${Answer<Tail>}`
  : Lowercase<Option>;

/** A kind of answer: its configuration, and how the answer is read from what comes back. */
export interface ResponseType<in out A> {
  readonly type: "text" | "single_select" | "multi_select" | "rating" | "number" | "boolean";
  readonly config: Readonly<Record<string, unknown>>;
  /** The answers that there are, where they are a few texts. */
  readonly answers?: readonly string[];
  /** The answer, given the expression for `response_data`. */
  readonly read: (data: Expression) => Expression;
  /** The answer as the API takes it for `default_response`. */
  readonly toDefault: (answer: A) => unknown;
  /** The answer as an expression. */
  readonly toExpression: (answer: A) => Expression;
}

/** `data.field` where the answer is an object, `data` itself where it is not. */
const unwrapped =
  (field: string) =>
  (data: Expression): Expression =>
    call("ifempty", data.kind === "reference" ? { ...data, path: [...data.path, property(field)] } : data, data);

/** Both the option's text and the generated value are published as answers: this makes one of the two. */
const generated = (value: Expression): Expression => call("lower", call("replace", value, string("/ /g"), string("_")));

type Options = readonly [string, string, ...string[]];

/** Refuses what is no list of texts. */
function checkList(what: string, options: unknown): void {
  if (Array.isArray(options) && options.every((option) => typeof option === "string")) return;
  refuse(`\`${what}\` takes a list of texts, and gets ${inWords(options)}`, `Write ${what}(["Approve", "Reject"])`);
}

/** One of several options. The answer is the option in lower case with `_` for spaces: `needs_review`. */
export function singleSelect<const O extends Options>(options: O): ResponseType<Answer<O[number]>> {
  checkList("singleSelect", options);
  return {
    type: "single_select",
    config: { options, required: true },
    answers: options.map(answerValue),
    read: (data) => generated(unwrapped("selected_value")(data)),
    // The API compares the default with the options as they are written.
    toDefault: (answer) => options.find((option) => answerValue(option) === answer) ?? answer,
    toExpression: (answer) => string(answer),
  };
}

/** Any number of several options, `min` to `max` of them (default 0 to all). */
export function multiSelect<const O extends Options>(
  options: O,
  bounds: { readonly min?: number; readonly max?: number } = {},
): ResponseType<readonly Answer<O[number]>[]> {
  checkList("multiSelect", options);
  const { min = 0, max = options.length } = bounds;
  return {
    type: "multi_select",
    config: { options, min_selections: min, max_selections: max, required: min > 0 },
    read: unwrapped("selected_values"),
    toDefault: (answers) => options.filter((option) => (answers as readonly string[]).includes(answerValue(option))),
    // The language has no lists: an empty one is a keyword, others are split from a text.
    toExpression: (answers) =>
      answers.length === 0
        ? { kind: "reference", root: { kind: "name", name: "emptyarray" }, path: [] }
        : call("split", string(answers.join(",")), string(",")),
  };
}

/** A number on a scale. */
export const rating = ({
  min,
  max,
  step = 1,
}: {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}): ResponseType<number> => ({
  type: "rating",
  config: { scale_min: min, scale_max: max, scale_step: step, required: true },
  read: unwrapped("rating"),
  toDefault: (answer) => answer,
  toExpression: literal,
});

/** A number within bounds, with so many decimal places (default 0). */
export const numberAnswer = ({
  min,
  max,
  decimals = 0,
}: {
  readonly min: number;
  readonly max: number;
  readonly decimals?: number;
}): ResponseType<number> => ({
  type: "number",
  config: { min_value: min, max_value: max, decimal_places: decimals, allow_negative: min < 0, required: true },
  read: unwrapped("number"),
  toDefault: (answer) => answer,
  toExpression: literal,
});

/** Yes or no, with words of your own for the two. */
export const booleanAnswer = ({
  yes = "Yes",
  no = "No",
}: {
  readonly yes?: string;
  readonly no?: string;
} = {}): ResponseType<boolean> => ({
  type: "boolean",
  config: { true_label: yes, false_label: no, required: true },
  read: unwrapped("boolean"),
  toDefault: (answer) => answer,
  toExpression: literal,
});

/** Free text, up to `maxLength` characters (1 to 5,000). */
export const textAnswer = ({
  maxLength,
  minLength = 0,
  placeholder,
}: {
  readonly maxLength: number;
  readonly minLength?: number;
  readonly placeholder?: string;
}): ResponseType<string> => ({
  type: "text",
  config: {
    max_length: maxLength,
    min_length: minLength,
    ...(placeholder === undefined ? {} : { placeholder }),
    required: minLength > 0,
  },
  read: (data) => data,
  toDefault: (answer) => answer,
  toExpression: string,
});
