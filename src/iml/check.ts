// What can be read, but fails or goes wrong when Make runs it.

import type { Expression, IndexSegment, Member, Part, Segment } from "./ast.ts";
import { checkCall } from "./check-call.ts";
import { checkName } from "./check-name.ts";
import type { CustomFunction } from "./custom-functions.ts";
import { findFunction } from "./functions.ts";
import type { OutputType } from "./infer-type.ts";
import { type ParsedTemplate, parseTemplate } from "./parse.ts";
import type { ImlProblem } from "./problem.ts";
import { walkTemplate } from "./walk.ts";

export interface CheckOptions {
  /** The organization's own functions: their names, or also how each is called. */
  readonly customFunctions?: ReadonlySet<string> | ReadonlyMap<string, CustomFunction>;
  /** What modules give out. Without it, only what a text says of itself is known. */
  readonly outputType?: OutputType;
}

/** Everything that is wrong with a field's text, as far as the text alone can tell, in reading order. */
export const checkTemplate = (text: string, options: CheckOptions = {}): readonly ImlProblem[] =>
  checkParsed(parseTemplate(text), options);

/** The same for a text that was parsed already. */
export function checkParsed({ template, problems }: ParsedTemplate, options: CheckOptions = {}): readonly ImlProblem[] {
  const found = [...problems, ...template.parts.flatMap(checkPart)];
  let positions = 0;
  walkTemplate(template, (expression) => {
    found.push(...checkExpression(expression, options));
    if ("path" in expression) positions += expression.path.filter(isPosition).length;
  });
  // Who counts from 0 means the second by `[1]`: beside other positions it is not enough to change this one.
  const isCounted = (problem: ImlProblem): boolean => problem.code === "index-zero" && positions > 0;
  return found.map((problem) => (isCounted(problem) ? withoutEdits(problem) : problem)).sort(byPlace);
}

const byPlace = (a: ImlProblem, b: ImlProblem): number => a.range.start - b.range.start;

const withoutEdits = ({ edits: _, ...problem }: ImlProblem): ImlProblem => problem;

function checkPart(part: Part): readonly ImlProblem[] {
  if (part.kind === "text" || part.expression?.kind !== "number" || part.range === undefined) return [];
  const { value } = part.expression;
  if (!Number.isInteger(value)) return [];
  return [
    {
      code: "bare-module-number",
      message: `\`{{${value}}}\` is the number ${value}, not what module ${value} gave out`,
      help: `Name a field, such as \`{{${value}.id}}\`, or put the number in backticks for the whole bundle`,
      range: part.range,
    },
  ];
}

function checkExpression(expression: Expression, options: CheckOptions): readonly ImlProblem[] {
  switch (expression.kind) {
    case "call":
      return checkCall(expression, options);
    case "reference":
      return [...checkName(expression), ...expression.path.flatMap(checkSegment)];
    case "member":
      return [...checkMember(expression), ...expression.path.flatMap(checkSegment)];
    case "binary": {
      const { operator, operatorRange: range } = expression;
      if (range === undefined || (operator !== "==" && operator !== "===" && operator !== "!==")) return [];
      const instead = operator === "!==" ? "!=" : "=";
      return [
        {
          code: "double-equals",
          message: `\`${operator}\` belongs to custom apps, and scenarios compare with \`${instead}\``,
          help: `Write \`${instead}\``,
          range,
          edits: [{ range, text: instead }],
        },
      ];
    }
    case "string": {
      const { value, range } = expression;
      if (range === undefined || !value.includes("}}")) return [];
      return [
        {
          code: "braces-in-text",
          message: "`}}` inside a text may end the mapping, since Make looks for the first one",
          help: 'Keep the braces apart: `"}" + "}"`',
          range,
        },
      ];
    }
    default:
      return [];
  }
}

/** Exports hold such paths, and reports differ on what comes out of them. */
function checkMember({ object, path }: Member): readonly ImlProblem[] {
  const range = path[0]?.range;
  if (object.kind !== "call" || findFunction(object.name) === undefined || range === undefined) return [];
  return [
    {
      code: "member-of-call",
      message: `What \`${object.name}\` gives may be handed on whole, without a look at the path behind it`,
      help: `Write \`get(${object.name}(…); "path")\``,
      range,
    },
  ];
}

function checkSegment(segment: Segment): readonly ImlProblem[] {
  if (segment.kind === "property" || segment.range === undefined || !isZero(segment)) return [];
  const { range } = segment.index ?? {};
  return [
    {
      code: "index-zero",
      message: "Array positions begin at 1, so nothing stands at `[0]`",
      help: "Write `[1]` for the first item, `[-1]` for the last",
      range: segment.range,
      ...(range && { edits: [{ range, text: "1" }] }),
    },
  ];
}

const isPosition = (segment: Segment): boolean =>
  segment.kind === "index" && segment.index?.kind === "number" && segment.index.value !== 0;

const isZero = ({ index }: IndexSegment): boolean => index?.kind === "number" && index.value === 0;
