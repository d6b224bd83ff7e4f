// What a field with mappings says by itself, whatever bundle comes: the texts around its mappings and those that are
// written in them, put together as `+` does.

import type { Expression } from "../iml/ast.ts";
import { parseOnce } from "../iml/parse-once.ts";

export interface SpokenText {
  /** A NUL stands for each thing that only a bundle tells. */
  readonly text: string;
  /** Where the pieces of it were written, in its order. */
  readonly pieces: readonly Piece[];
  /** One of the texts that a function chooses from, or works on. */
  readonly isChoice: boolean;
}

interface Piece {
  /** Its offset in what is said. */
  readonly at: number;
  /** Offsets in what is written. */
  readonly start: number;
  readonly end: number;
}

const UNKNOWN = "\0";

/** The text of the field, and those that functions in it choose from. */
export function spokenTexts(written: string): readonly SpokenText[] {
  const spoken: SpokenText[] = [];
  const choices: Expression[] = [];
  const field = createSpeaker(written, choices);
  for (const part of parseOnce(written).template.parts) {
    if (part.kind === "text") field.say(part.range);
    else if (part.expression) field.sayExpression(part.expression);
  }
  spoken.push(field.said(false));
  for (let choice = choices.pop(); choice !== undefined; choice = choices.pop()) {
    const speaker = createSpeaker(written, choices);
    speaker.sayExpression(choice);
    spoken.push(speaker.said(true));
  }
  return spoken;
}

function createSpeaker(written: string, choices: Expression[]) {
  let text = "";
  const pieces: Piece[] = [];
  const say = (range: { readonly start: number; readonly end: number } | undefined): void => {
    if (range === undefined) return;
    pieces.push({ at: text.length, ...range });
    text += written.slice(range.start, range.end);
  };
  const sayExpression = (expression: Expression): void => {
    const { kind, range } = expression;
    if (kind === "string" && range) say({ start: range.start + 1, end: range.end - 1 });
    else if (kind === "group") sayExpression(expression.expression);
    else if (kind === "binary" && expression.operator === "+") {
      sayExpression(expression.left);
      sayExpression(expression.right);
    } else {
      text += UNKNOWN;
      if (kind === "call") for (const choice of chosenFrom(expression.name, expression.args)) choices.push(choice);
    }
  };
  return { say, sayExpression, said: (isChoice: boolean): SpokenText => ({ text, pieces, isChoice }) };
}

/** The arguments that a function gives back, as they are or written otherwise. */
function chosenFrom(name: string, args: readonly (Expression | { readonly kind: "empty" })[]): readonly Expression[] {
  const isChosen = CHOSEN.get(name);
  return args.filter(
    (argument, index): argument is Expression => argument.kind !== "empty" && isChosen?.(index, args.length) === true,
  );
}

const CHOSEN = new Map<string, (index: number, count: number) => boolean>([
  ["if", (index) => index > 0],
  ["ifempty", () => true],
  // The value, pairs of a value and what it gives, and perhaps what everything else gives.
  ["switch", (index, count) => index > 0 && (index % 2 === 0 || index === count - 1)],
  ...["base64", "encodeURL", "toBinary", "toString", "trim"].map((name): [string, (index: number) => boolean] => [
    name,
    (index) => index === 0,
  ]),
]);
