import { adviceFor } from "./advice.ts";
import type { Call, Range, StringLiteral } from "./ast.ts";
import { findDateMistakes } from "./date-format.ts";
import type { ImlFunction } from "./define-function.ts";
import { findFunction } from "./functions.ts";
import type { ImlProblem } from "./problem.ts";
import { checkSearchPattern } from "./search-pattern.ts";

/** Whether Make can call the function with these arguments. */
export function checkCall(call: Call, customFunctions?: ReadonlySet<string>): readonly ImlProblem[] {
  if (customFunctions?.has(call.name) === true || call.nameRange === undefined) return [];
  const declaration = findFunction(call.name);
  if (declaration === undefined) {
    return [
      {
        code: "unknown-function",
        message: `Make has no function \`${call.name}\``,
        help: adviceFor(call.name, customFunctions),
        range: call.nameRange,
      },
    ];
  }
  return [...checkArgumentCount(call, declaration, call.nameRange), ...checkLiterals(call)];
}

function checkArgumentCount(
  call: Call,
  { signature, minimum, maximum }: ImlFunction,
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

function checkLiterals({ name, args }: Call): readonly ImlProblem[] {
  const second = args[1];
  if (second?.kind !== "string") return [];
  if (name === "formatDate" || name === "parseDate") {
    return findDateMistakes(second.value, name).map(({ start, end, message, help }) => ({
      code: "wrong-date-token",
      message,
      help,
      range: rangeInside(second, start, end),
    }));
  }
  const problem = name === "replace" ? checkSearchPattern(second.value) : undefined;
  return problem === undefined ? [] : [{ ...problem, range: rangeInside(second, 0, second.value.length) }];
}

/** Where a part of a literal's value stands in the template, quotes that are written twice included. */
function rangeInside({ value, quote, range }: StringLiteral, start: number, end: number): Range {
  const written = (offset: number) =>
    (range?.start ?? 0) + 1 + offset + (quote === "'" ? 0 : value.slice(0, offset).split('"').length - 1);
  return { start: written(start), end: written(end) };
}
