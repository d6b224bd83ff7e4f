import type { ImlProblem } from "./problem.ts";

const PATTERN = /^\/(?<source>.+)\/(?<flags>[dgimsuvy]*)$/s;

/** A search text of the form `/…/flags` is a regular expression of JavaScript; any other is taken literally. */
export function checkSearchPattern(search: string): Omit<ImlProblem, "range"> | undefined {
  const { source, flags } = PATTERN.exec(search)?.groups ?? {};
  if (source === undefined) return undefined;
  // Seen in production: the call fails although the expression is a good one.
  if (/(?<!\\)\(\?<(?![=!])/.test(source)) {
    return {
      code: "invalid-regex",
      message: "`replace` fails on a regular expression that has named groups",
      help: "Leave out the names and write `$1` in the replacement",
    };
  }
  try {
    new RegExp(source, flags);
    return undefined;
  } catch (error) {
    const reason = String(error).replace(/^SyntaxError: (?:Invalid regular expression: .*: )?/s, "");
    return {
      code: "invalid-regex",
      message: `The regular expression \`${search}\` does not compile: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
      help: "Correct it, or put a backslash before each sign that is meant literally",
    };
  }
}
