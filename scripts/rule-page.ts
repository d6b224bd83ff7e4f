// What the pages in docs/rules take from the rules themselves: the facts under the title, what the linter says about the
// bad example, and the index.

import { createLocator } from "../src/blueprint/locate.ts";
import { readBlueprint } from "../src/blueprint/read.ts";
import { formatText } from "../src/lint/formats/text.ts";
import { type Finding, lint } from "../src/lint/linter.ts";
import { type ListedRule, listedRules } from "../src/lint/listed-rules.ts";
import { createProject } from "../src/lint/project.ts";
import { createReport, locateFindings } from "../src/lint/report.ts";
import { CATEGORIES, PRESETS, type Rule, severityIn } from "../src/lint/rule.ts";
import { rules } from "../src/lint/rules.generated.ts";
import { maskSecrets } from "../src/lint/secrets.ts";
import { scenarioOf } from "../src/model/scenario-of.ts";
import { lintSource, shownSeverity, sourceOf } from "./example-source.ts";

const GENERATED = /<!-- generated:start -->.*?<!-- generated:end -->/s;
const BAD_EXAMPLE = /(```json bad\n(.*?)\n```\n)(?:\n```text\n.*?```\n)?/s;

/** The last file of an example that is a source. */
const BAD_SOURCE = /(```(?:ts|yaml) bad\n(?:(?!```).)*\n```\n)(?!\n```\w+ bad)(?:\n```text\n.*?```\n)?/s;

/** The file of the examples, as the output on the pages calls it. */
const EXAMPLE = "blueprint.json";

/** The page with its generated parts made anew; the prose stays. */
export async function renderRulePage(rule: ListedRule, page: string): Promise<string> {
  const source = sourceOf(page, "bad");
  const printed = source && (await lintSource(rule, source)).text;
  return page
    .replace(GENERATED, () => generated(`${facts(rule)}\n\n${rule.summary}.`))
    .replace(BAD_EXAMPLE, (_, block: string, json: string) => withOutput(block, output(rule, json, besideOf(page))))
    .replace(BAD_SOURCE, (_, block: string) => withOutput(block, printed ?? ""));
}

const withOutput = (block: string, printed: string): string => `${block}\n\`\`\`text\n${printed}\`\`\`\n`;

/** The index with its table made anew. */
export const renderRuleIndex = (page: string): string =>
  page.replace(GENERATED, () => generated([...CATEGORIES, "suppressions" as const].map(table).join("\n\n")));

/** The example on a page that is marked `bad` or `good`. */
export const exampleOf = (page: string, mark: "bad" | "good"): string | undefined =>
  new RegExp(`\`\`\`json ${mark}\n(.*?)\n\`\`\``, "s").exec(page)?.[1];

/** The other scenarios that both examples are checked with: those on a page that are marked `beside`. */
export const besideOf = (page: string): readonly string[] =>
  [...page.matchAll(/```json beside\n(.*?)\n```/gs)].map(([, text = ""]) => text);

/** What a rule says about an example, also when no preset turns it on. */
export function lintExample({ id }: ListedRule, text: string, beside: readonly string[] = []): readonly Finding[] {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) return [];
  const project = createProject([rule]);
  const [found = []] = [...beside, text]
    .map((example) => lint(readExample(example), { rules: [rule], severityOf: shownSeverity, project }))
    .slice(-1);
  const between = project.check().filter(({ scenario }) => scenario === beside.length);
  return [...found, ...between.map(({ finding, severity }) => ({ ...finding, severity }))];
}

function readExample(text: string) {
  const read = readBlueprint(text);
  if (!read.ok) throw new SyntaxError(read.problems.map(({ message }) => message).join("\n"));
  return { scenario: scenarioOf(read.document), json: read.document.blueprint };
}

function output(rule: ListedRule, text: string, beside: readonly string[]): string {
  const report = createReport(
    [locateFindings({ path: EXAMPLE, findings: lintExample(rule, text, beside), locate: createLocator(text) })],
    1,
  );
  return formatText(report, { textOf: () => maskSecrets(text, readExample(text).scenario) });
}

const generated = (content: string): string => `<!-- generated:start -->\n${content}\n<!-- generated:end -->`;

const FIXES = { safe: "mended by `--fix`", suggested: "mended by `--fix=all`" } as const;

function facts(rule: ListedRule | Rule): string {
  const { category, severity, since, fixable } = rule;
  const options = "options" in rule ? rule.options : {};
  const inPresets = PRESETS.slice(1).filter((preset) => preset !== "publish" || severity.publish !== undefined);
  const others = inPresets.map((preset) => `${preset}: ${severityIn(preset, severity)}`).join(", ");
  const settings = Object.entries(options).map(
    ([name, option]) => `\n* option \`${name}\`: ${option.summary} (from ${option.minimum}, default ${option.default})`,
  );
  return `${category} · ${severity.recommended} (${others}) · since ${since}${fixable === undefined ? "" : ` · ${FIXES[fixable]}`}${settings.length > 0 ? `\n${settings.join("")}` : ""}`;
}

function table(category: ListedRule["category"]): string {
  const rows = listedRules
    .filter((rule) => rule.category === category)
    .map(
      ({ id, summary, severity }) =>
        `| [${id}](${id}.md) | ${PRESETS.map((preset) => severityIn(preset, severity)).join(" | ")} | ${summary} |`,
    );
  const title = `## ${category.charAt(0).toUpperCase()}${category.slice(1)}`;
  return [
    title,
    "",
    `| rule | ${PRESETS.join(" | ")} | what is wrong |`,
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
