import type { Expression } from "./ast.ts";
import { readNumber } from "./coerce.ts";
import { isDateText } from "./dates.ts";
import type { Parameter, Signature, ValueType } from "./define-function.ts";
import { inferType, type OutputType } from "./infer-type.ts";
import type { ImlProblem } from "./problem.ts";

/** Whether a value of this type can ever become what the parameter needs. */
export function checkArgument(
  name: string,
  argument: Expression,
  param: Parameter,
  { signature }: Signature,
  outputType?: OutputType,
): readonly ImlProblem[] {
  const { range } = argument;
  const [wanted = "any", ...others] = [param.type].flat();
  const given = inferType(argument, outputType);
  if (range === undefined || others.includes(given) || fits(given, wanted, argument)) return [];
  const expected = [wanted, ...others].map((type) => WITH_ARTICLE[type]).join(" or ");
  const found = given === "text" && argument.kind === "string" ? "this text is none" : `gets ${WITH_ARTICLE[given]}`;
  return [
    {
      code: "wrong-argument-type",
      message: `\`${name}\` takes ${expected} as its ${param.name}, and ${found}`,
      help: wanted === "date" && given === "text" ? READ_DATE : `Call it as \`${signature}\``,
      range,
    },
  ];
}

const READ_DATE = 'Write the day as `YYYY-MM-DD`, or read it with `parseDate(text; "…")`; keywords have no quotes';

function fits(given: ValueType, wanted: ValueType, argument: Expression): boolean {
  if (given === "text" && argument.kind === "string") {
    if (wanted === "number") return readNumber(argument.value) !== undefined;
    if (wanted === "date") return isDateText(argument.value);
  }
  return given === "any" || given === wanted || CONVERTIBLE[wanted].includes(given);
}

/** What else each type is made of. */
const CONVERTIBLE: Readonly<Record<ValueType, readonly ValueType[]>> = {
  any: ["array", "boolean", "buffer", "collection", "date", "number", "text"],
  array: [],
  boolean: ["array", "buffer", "collection", "date", "number", "text"],
  buffer: ["boolean", "date", "number", "text"],
  collection: [],
  date: ["number", "text"],
  number: ["text"],
  text: ["array", "boolean", "buffer", "collection", "date", "number"],
};

const WITH_ARTICLE: Readonly<Record<ValueType, string>> = {
  any: "any value",
  array: "an array",
  boolean: "a boolean",
  buffer: "a buffer",
  collection: "a collection",
  date: "a date",
  number: "a number",
  text: "a text",
};
