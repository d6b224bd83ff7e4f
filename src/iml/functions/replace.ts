import { defineFunction, type ImlFunction } from "../define-function.ts";
import { MAX_SIZE, tooLarge } from "../limits.ts";
import { parseSearch, replaceMatches } from "../regular-expression.ts";

/** Emoji of several characters, such as flags and skin tones, are found whole with the flag `v`. */
const EMOJI = String.raw`\p{RGI_Emoji}`;

export const replaceFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "replace",
    group: "text",
    summary: "Puts one text in the place of another, or of what a regular expression `/…/flags` finds",
    params: [
      { name: "text", type: "text" },
      { name: "search", type: "text" },
      { name: "replacement", type: "text", orNothing: true },
    ],
    returns: "text",
    examples: [
      ['replace("Hello World"; "Hello"; "Hi")', "Hi World"],
      ['replace("a 187 b 23"; "/\\d+/g"; "X")', "a X b X"],
      ['replace("Phone number is 777111222"; "/ is (\\d+)/"; ": +420$1")', "Phone number: +420777111222"],
    ],
    note: "Whether a plain search text is replaced once or everywhere is not documented; nor is an empty replacement",
    evaluate: ([text, search, replacement], { budget }) => {
      if (replacement === undefined || search === "") return text;
      const pattern = parseSearch(search);
      return pattern === undefined
        ? joinWithin(text.split(search), replacement)
        : replaceMatches(text, pattern, replacement, budget);
    },
  }),
  defineFunction({
    name: "replaceEmojiCharacters",
    group: "text",
    summary: "Removes emoji, or puts a text in their place",
    params: [
      { name: "text", type: "text" },
      { name: "replacement", type: "text", optional: true },
    ],
    returns: "text",
    examples: [
      ['replaceEmojiCharacters("Hi 👋🏽!")', "Hi !"],
      ['replaceEmojiCharacters("1️⃣ 🇨🇿"; "*")', "* *"],
    ],
    note: "The replacement is named in a single official list",
    evaluate: ([text, replacement = ""]) => joinWithin(text.split(new RegExp(EMOJI, "v")), replacement),
  }),
];

/** Refuses to make what is too large, before it is made. */
function joinWithin(parts: readonly string[], separator: string): string {
  const separators = (parts.length - 1) * separator.length;
  if (parts.reduce((length, part) => length + part.length, separators) > MAX_SIZE) throw tooLarge();
  return parts.join(separator);
}
