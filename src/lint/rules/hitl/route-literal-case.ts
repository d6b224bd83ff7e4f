import { answerValue, findOption, type Option } from "../../../catalog/hitl/contract.ts";
import { defineAnswerRule, type LiteralTest, writeLiteral } from "../../review-links.ts";
import { quoted } from "../../review-wording.ts";

export const hitlRouteLiteralCase = defineAnswerRule({
  id: "hitl/route-literal-case",
  gravity: "risky",
  summary: "An answer is compared with the spelling that reviewers see rather than with the one that comes back",
  fixable: "suggested",

  messages: {
    spelling: (d: { literal: string; value: string }) =>
      `The option ${d.literal} comes back as ${d.value}, which this comparison tells apart`,
    lowered: (d: { literal: string }) => `A text in lower case is never ${d.literal}`,
  },

  check({ tests }, choice, report) {
    for (const test of tests) {
      const { literal, at } = test;
      if (test.lowered && !test.substitutes.includes(literal) && literal !== literal.toLowerCase()) {
        const meant = literal.toLowerCase();
        const fix = writeLiteral(test, meant);
        report("lowered", { at, data: { literal: quoted(literal) }, help: `Write ${quoted(meant)}`, fix });
        continue;
      }
      const value = meantBy(test, choice?.options ?? []);
      if (value === undefined) continue;
      report("spelling", {
        at,
        data: { literal: quoted(literal), value: quoted(value) },
        help: `Write ${quoted(value)}, and put the answer into lower case with \`lower\``,
        fix: writeLiteral(test, value),
      });
    }
  },
});

/** The value that comes back for the option a test names otherwise. */
function meantBy({ literal, ignoresCase, substitutes }: LiteralTest, options: readonly Option[]): string | undefined {
  const found = findOption(options, literal);
  if (found === undefined || substitutes.includes(literal)) return undefined;
  const value = answerValue(found.option);
  const isSame = ignoresCase ? value.toLowerCase() === literal.toLowerCase() : value === literal;
  return isSame ? undefined : value;
}
