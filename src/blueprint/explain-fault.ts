// What is wrong at the place where a text stops being JSON, in the words of someone who knows blueprints.

import { quote } from "../util/quote.ts";
import { type Expectation, type JsonFault, MAX_DEPTH } from "./scan-json.ts";

/** One thing that is wrong, from `start` to `end` in the text. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help?: string;
  /** What to read in its place to find what else is wrong; absent when there is no telling. No longer than the slip. */
  readonly readAs?: "" | "0";
}

export interface Fault extends JsonFault {
  readonly text: string;
  readonly lineOf: (offset: number) => number;
}

/** Recognises what people and programs do to blueprints: templates, comments, commas left behind, cut-off copies. */
export function explainFault(fault: Fault): Slip {
  const { expected } = fault;
  if (expected === "depth") return explainDepth(fault);
  if (expected === "text") return explainText(fault);
  return (
    explainEnd(fault) ??
    explainComment(fault) ??
    explainPlaceholder(fault) ??
    explainEllipsis(fault) ??
    explainComma(fault) ??
    explainQuote(fault) ??
    explainWord(fault) ??
    explainRest(fault) ??
    explainMismatch(fault, expected)
  );
}

function explainDepth({ offset }: Fault): Slip {
  return {
    start: offset,
    end: offset + 1,
    message: `The JSON is nested more than ${MAX_DEPTH.toLocaleString("en")} levels deep`,
    help: "Export the scenario again: what Make writes stays far below that",
  };
}

function explainText({ offset, start, text, lineOf }: Fault): Slip {
  const char = text[offset];
  if (char === undefined) {
    return {
      start,
      end: start + 1,
      message: "The text that begins here is never closed",
      help: 'Add the missing `"`, or export the file again',
    };
  }
  if (char === "\n" || char === "\r") {
    return {
      start: offset,
      end: offset,
      message: "A line ends inside of a text",
      help: `Close the text that begins on line ${lineOf(start)}, or write the line break as \`\\n\``,
    };
  }
  if (char === "\\") {
    const sequence = matchAt(/\\u[\da-fA-F]{0,3}|\\[\s\S]?/y, text, offset) ?? char;
    return {
      start: offset,
      end: offset + sequence.length,
      message: `${quote(sequence)} is no escape of JSON`,
      help: "Write a backslash as `\\\\`",
      readAs: "",
    };
  }
  const code = char.charCodeAt(0).toString(16).padStart(4, "0");
  return {
    start: offset,
    end: offset + 1,
    message:
      char === "\t"
        ? "A tab stands inside of a text"
        : `The control character U+${code.toUpperCase()} stands inside of a text`,
    help: `Write it as \`${char === "\t" ? "\\t" : `\\u${code}`}\``,
    readAs: "",
  };
}

function explainEnd({ offset, text, open, lineOf }: Fault): Slip | undefined {
  if (offset < text.length) return undefined;
  const innermost = open.at(-1);
  const help =
    innermost === undefined ? "" : `: the \`${text[innermost]}\` on line ${lineOf(innermost)} is never closed`;
  return {
    start: offset,
    end: offset,
    message: "The file ends before its JSON does",
    help: `Copy or export it again${help}`,
  };
}

function explainComment({ offset, text }: Fault): Slip | undefined {
  const comment = matchAt(/\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y, text, offset);
  if (comment === undefined) return undefined;
  const end = offset + comment.length;
  return { start: offset, end, message: "JSON has no comments", help: "Remove the comment", readAs: "" };
}

// The first brace passes as the beginning of an object, so the fault is at the second one.
function explainPlaceholder({ offset, text }: Fault): Slip | undefined {
  const placeholder = matchAt(/\{\{[^{}\r\n]*\}\}/y, text, offset - 1);
  if (placeholder === undefined) return undefined;
  return {
    start: offset - 1,
    end: offset - 1 + placeholder.length,
    message: `${quote(placeholder)} stands outside of quotation marks`,
    help: "Fill in the value, or put double quotes around it",
    readAs: "0",
  };
}

function explainEllipsis({ offset, expected, text }: Fault): Slip | undefined {
  const dots = matchAt(/\.{3}|…/y, text, offset);
  if (dots === undefined) return undefined;
  return {
    start: offset,
    end: offset + dots.length,
    message: `\`${dots}\` stands for something that was left out`,
    help: "Fill in what is missing",
    readAs: expected === "value" || expected === "item" ? "0" : "",
  };
}

function explainComma({ offset, expected, text }: Fault): Slip | undefined {
  const next = text[offset] ?? "";
  if (!(expected === "name" || expected === "item") || !",}]".includes(next)) return undefined;
  const comma = text.lastIndexOf(",", offset - 1);
  const message = `Nothing stands between this comma and the next \`${next}\``;
  return { start: comma, end: comma + 1, message, help: "Remove the comma, or fill in what is missing", readAs: "" };
}

function explainQuote({ offset, text }: Fault): Slip | undefined {
  if (matchAt(/[“”„‟‘’«»'`]/y, text, offset) === undefined) return undefined;
  const message = "This is not a quotation mark of JSON";
  return { start: offset, end: offset + 1, message, help: 'Use straight double quotes: `"`' };
}

/** What other languages write, and what JSON writes. */
const FOREIGN_WORDS: Readonly<Record<string, string>> = {
  True: "true",
  False: "false",
  None: "null",
  NaN: "null",
  Infinity: "null",
  "-Infinity": "null",
  undefined: "null",
};

function explainWord({ offset, expected, text }: Fault): Slip | undefined {
  if (expected === "name" || expected === "first name") {
    const name = matchAt(/[\p{L}_$][\p{L}\d_$-]*(?=\s*:)/uy, text, offset);
    if (name === undefined) return undefined;
    return {
      start: offset,
      end: offset + name.length,
      message: `The property name ${quote(name)} stands without quotation marks`,
      help: "Put double quotes around it",
    };
  }

  if (expected !== "value" && expected !== "item" && expected !== "first item") return undefined;
  const word = matchAt(/[^\s,:{}[\]"]+/y, text, offset) ?? "";
  const end = offset + word.length;
  if (/^[+-]?\.?\d/.test(word)) {
    return {
      start: offset,
      end,
      message: `${quote(word)} is not a number in JSON`,
      help: "Write it in plain decimal digits, or in double quotes to keep it as text",
      readAs: "0",
    };
  }
  if (!Object.hasOwn(FOREIGN_WORDS, word)) return undefined;
  const help = `Write \`${FOREIGN_WORDS[word]}\``;
  return { start: offset, end, message: `\`${word}\` is not a value in JSON`, help, readAs: "0" };
}

function explainRest({ offset, expected, text }: Fault): Slip | undefined {
  if (expected !== "end") return undefined;
  if (text[offset] === ":") {
    const start = text.search(/\S/);
    const message = "The file begins with a property instead of `{`";
    return { start, end: start + 1, message, help: "Add the `{` that is missing" };
  }
  const found = tokenAt(text, offset);
  return {
    start: offset,
    end: offset + found.length,
    message: `${quote(found)} stands behind the end of the JSON`,
    help: "Keep one JSON document in the file, and nothing else",
  };
}

const EXPECTED: Readonly<Record<Expectation, string>> = {
  value: "a value",
  "first item": "a value or `]`",
  item: "a value",
  "first name": "a property name in double quotes or `}`",
  name: "a property name in double quotes",
  colon: "`:`",
  "separator in object": "`,` or `}`",
  "separator in array": "`,` or `]`",
  end: "the end of the file",
};

function explainMismatch(fault: Fault, expected: Expectation): Slip {
  const { offset, text } = fault;
  const found = tokenAt(text, offset);
  const help = adviseOnMismatch(fault, found);
  return {
    start: offset,
    end: offset + found.length,
    message: `Expected ${EXPECTED[expected]}, found ${quote(found)}`,
    ...(help !== undefined && { help }),
  };
}

function adviseOnMismatch({ offset, expected, text, open, lineOf }: Fault, found: string): string | undefined {
  const innermost = open.at(-1);
  if (innermost !== undefined && (found === "}" || found === "]")) {
    return `Close the \`${text[innermost]}\` on line ${lineOf(innermost)} first`;
  }
  if (expected === "colon") return "Put `:` and a value behind the property name";
  if (found.startsWith("\\") || matchAt(/(?<="[ \t]*)[^\s:{}[\]"]/y, text, offset) !== undefined) {
    return 'Write a quotation mark inside of a text as `\\"`';
  }
  const next = expected === "separator in object" ? /"[^"\r\n]*"\s*:/y : /["{[\d]/y;
  const isSeparable = expected.startsWith("separator") && matchAt(next, text, offset) !== undefined;
  return isSeparable ? "Separate the two with a comma" : undefined;
}

/** The word, text or single sign at an offset, for a message. */
const tokenAt = (text: string, offset: number): string =>
  matchAt(/"[^"\r\n]*"?|[^\s,:{}[\]"]+|[\s\S]/uy, text, offset) ?? "";

/** What a sticky pattern matches at an offset. */
function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
