import type { ImlProblem } from "./problem.ts";
import { hasNamedGroup, judgePattern, parseSearch } from "./regular-expression.ts";

/** Whether `replace` can search for the text. */
export function checkSearchPattern(search: string): Omit<ImlProblem, "range"> | undefined {
  const pattern = parseSearch(search);
  if (pattern === undefined) return undefined;
  if (hasNamedGroup(pattern)) {
    return {
      code: "invalid-regex",
      message: "`replace` fails on a regular expression that has named groups",
      help: "Leave out the names and write `$1` in the replacement",
    };
  }
  const verdict = judgePattern(pattern);
  switch (verdict.kind) {
    case "fine":
      return undefined;
    case "explosive":
      return {
        code: "slow-regex",
        message: "The regular expression may run forever: its repetitions can share a text in very many ways",
        help: "Let a repetition that stands inside of another one match nothing that the next round can begin with",
      };
    case "syntax": {
      const reason = verdict.reason.charAt(0).toLowerCase() + verdict.reason.slice(1);
      return {
        code: "invalid-regex",
        message: `The regular expression \`${search}\` does not compile: ${reason}`,
        help: "Correct it, or put a backslash before each sign that is meant literally",
      };
    }
  }
}
