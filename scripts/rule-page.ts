// What the pages in docs/rules take from the rules themselves: the facts under the title, what the linter says about the
// bad example, and the index.

import { createLocator } from "../src/blueprint/locate.ts";
import { readBlueprint } from "../src/blueprint/read.ts";
import { formatText } from "../src/lint/formats/text.ts";
import { type Finding, lint } from "../src/lint/linter.ts";
import { createReport } from "../src/lint/report.ts";
import type { Rule, RuleCategory } from "../src/lint/rule.ts";
import { maskSecrets } from "../src/lint/secrets.ts";
import { scenarioOf } from "../src/model/scenario-of.ts";

const GENERATED = /<!-- generated:start -->.*?<!-- generated:end -->/s;
const BAD_EXAMPLE = /(```json bad\n(.*?)\n```\n)(?:\n```text\n.*?```\n)?/s;

/** The file of the examples, as the output on the pages calls it. */
const EXAMPLE = "blueprint.json";

/** The page with its generated parts made anew; the prose stays. */
export const renderRulePage = (rule: Rule, page: string): string =>
  page
    .replace(GENERATED, () => generated(`${facts(rule)}\n\n${rule.summary}.`))
    .replace(BAD_EXAMPLE, (_, block: string, json: string) => `${block}\n\`\`\`text\n${output(rule, json)}\`\`\`\n`);

/** The index with its table made anew. */
export const renderRuleIndex = (rules: readonly Rule[], page: string): string =>
  page.replace(GENERATED, () => generated(CATEGORIES.map((category) => table(category, rules)).join("\n\n")));

/** The example on a page that is marked `bad` or `good`. */
export const exampleOf = (page: string, mark: "bad" | "good"): string | undefined =>
  new RegExp(`\`\`\`json ${mark}\n(.*?)\n\`\`\``, "s").exec(page)?.[1];

/** What a rule says about an example, also when no preset turns it on. */
export function lintExample(rule: Rule, text: string): readonly Finding[] {
  const { scenario, json } = readExample(text);
  const severityOf = ({ severity: { recommended, strict } }: Rule) =>
    [recommended, strict].find((severity) => severity !== "off") ?? "info";
  return lint({ scenario, json }, { rules: [rule], severityOf });
}

function readExample(text: string) {
  const read = readBlueprint(text);
  if (!read.ok) throw new SyntaxError(read.problems.map(({ message }) => message).join("\n"));
  return { scenario: scenarioOf(read.document), json: read.document.blueprint };
}

function output(rule: Rule, text: string): string {
  const report = createReport([{ path: EXAMPLE, findings: lintExample(rule, text), locate: createLocator(text) }]);
  return formatText(report, { textOf: () => maskSecrets(text, readExample(text).scenario) });
}

const generated = (content: string): string => `<!-- generated:start -->\n${content}\n<!-- generated:end -->`;

const facts = ({ category, severity, since }: Rule): string =>
  `${category} · ${severity.recommended} (strict: ${severity.strict}) · since ${since}`;

const CATEGORIES: readonly RuleCategory[] = [
  "structure",
  "expressions",
  "conditions",
  "reliability",
  "configuration",
  "review",
];

function table(category: RuleCategory, rules: readonly Rule[]): string {
  const rows = rules
    .filter((rule) => rule.category === category)
    .map(
      ({ id, summary, severity }) =>
        `| [${id}](${id}.md) | ${severity.recommended} | ${severity.strict} | ${summary} |`,
    );
  const title = `## ${category.charAt(0).toUpperCase()}${category.slice(1)}`;
  return [title, "", "| rule | recommended | strict | what is wrong |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}
