import { adviceFor, functionMeant } from "./advice.ts";
import type { Call, Range, StringLiteral } from "./ast.ts";
import type { CheckOptions } from "./check.ts";
import { checkArgument } from "./check-argument.ts";
import { findDateMistakes } from "./date-format.ts";
import type { Signature } from "./define-function.ts";
import { findFunction } from "./functions.ts";
import { keywords } from "./keywords.ts";
import type { ImlProblem } from "./problem.ts";
import { checkSearchPattern } from "./search-pattern.ts";

/** Whether Make can call the function with these arguments. */
export function checkCall(call: Call, { customFunctions, outputType }: CheckOptions): readonly ImlProblem[] {
  if (call.nameRange === undefined) return [];
  const isCustom = customFunctions?.has(call.name) === true;
  const signature = isCustom ? signatureIn(customFunctions, call.name) : findFunction(call.name);
  if (signature === undefined) {
    if (isCustom) return [];
    return [
      {
        code: "unknown-function",
        message: `Make has no function \`${call.name}\``,
        help: adviceFor(call.name, customFunctions?.keys()),
        range: call.nameRange,
        ...renaming(call, [...(customFunctions?.keys() ?? [])]),
      },
    ];
  }
  return [
    ...checkArgumentCount(call, signature, call.nameRange),
    ...call.args.flatMap((argument, position) => {
      const last = signature.params.at(-1);
      const param = signature.params[position] ?? (last?.rest === true ? last : undefined);
      if (param === undefined || argument.kind === "empty") return [];
      return checkArgument(call.name, argument, param, signature, outputType);
    }),
    ...(isCustom ? [] : checkMeaning(call)),
  ];
}

/** Under another name the call does what was meant, if that takes as many arguments. */
function renaming({ name, args, nameRange, range }: Call, custom: readonly string[]): Pick<ImlProblem, "edits"> {
  if (nameRange === undefined || range === undefined) return {};
  const keyword = args.length === 0 && keywords.has(name);
  if (keyword) return { edits: [{ range, text: name }] };
  const meant = functionMeant(name, custom);
  const signature = meant === undefined ? undefined : findFunction(meant);
  const fits = signature === undefined || (args.length >= signature.minimum && args.length <= signature.maximum);
  return meant !== undefined && fits ? { edits: [{ range: nameRange, text: meant }] } : {};
}

const signatureIn = (functions: NonNullable<CheckOptions["customFunctions"]>, name: string): Signature | undefined =>
  "get" in functions ? functions.get(name) : undefined;

function checkArgumentCount(
  call: Call,
  { signature, minimum, maximum }: Signature,
  range: Range,
): readonly ImlProblem[] {
  const given = call.args.length;
  if (given >= minimum && given <= maximum) return [];
  const expected =
    minimum === maximum ? count(minimum) : given < minimum ? `at least ${count(minimum)}` : `at most ${count(maximum)}`;
  return [
    {
      code: "wrong-argument-count",
      message: `\`${call.name}\` takes ${expected}, and has ${given}`,
      help: `Call it as \`${signature}\``,
      range,
    },
  ];
}

const count = (number: number): string => `${number} ${number === 1 ? "argument" : "arguments"}`;

/** What some functions ask of their arguments beyond a type. */
function checkMeaning({ name, args, nameRange: range }: Call): readonly ImlProblem[] {
  const [, second, third] = args;
  const problems: ImlProblem[] = [];
  if (name === "replace" && third?.kind === "empty" && range !== undefined) {
    problems.push({
      code: "empty-replacement",
      message: "`replace` leaves the text as it is when nothing is given to put in",
      help: 'Write `""` to remove what is found',
      range,
      ...(third.range && { edits: [{ range: third.range, text: '""' }] }),
    });
  }
  if (second?.kind !== "string") return problems;
  if (name === "formatDate" || name === "parseDate") {
    for (const { start, end, message, help, instead } of findDateMistakes(second.value, name)) {
      const range = rangeInside(second, start, end);
      const edits = instead === undefined ? {} : { edits: [{ range, text: instead }] };
      problems.push({ code: "wrong-date-token", message, help, range, ...edits });
    }
  }
  const problem = name === "replace" ? checkSearchPattern(second.value) : undefined;
  if (problem !== undefined) problems.push({ ...problem, range: rangeInside(second, 0, second.value.length) });
  return problems;
}

/** Where a part of a literal's value stands in the template, quotes that are written twice included. */
function rangeInside({ value, quote, range }: StringLiteral, start: number, end: number): Range {
  const written = (offset: number) =>
    (range?.start ?? 0) + 1 + offset + (quote === "'" ? 0 : value.slice(0, offset).split('"').length - 1);
  return { start: written(start), end: written(end) };
}
