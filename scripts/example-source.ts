// Examples of rules' pages that are a source: compiled and linted in a folder of their own, as an author's project is.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatProblem, type Severity } from "../src/diagnostics/diagnostic.ts";
import { formatText } from "../src/lint/formats/text.ts";
import { type ListedRule, listedRules } from "../src/lint/listed-rules.ts";
import type { Report } from "../src/lint/report.ts";
import { PRESETS, severityIn } from "../src/lint/rule.ts";
import { lintFiles } from "../src/load/lint/lint-files.ts";

/** What fences of these languages are called, as files, unless they have a name behind the mark. */
const FILES: Readonly<Record<string, string>> = { ts: "orders.scenario.ts", yaml: "cyanotype.config.yaml" };

/** The names that examples use. */
const ENVIRONMENT = `connections: { google: 1, hitl: 2, slack: 3 }
webhooks:
  answers: { id: 4, url: "https://hook.eu1.make.com/answers" }
  orders: { id: 5 }
dataStores: { orders: 6 }
values: { LOOP: 65f1234567890abcdef10001, SHEET: 1BxiMVs0-orders }
`;

/** The day on which examples are checked. */
const TODAY = "2027-01-31";

/** How severe a rule is where its page shows it, also when no preset turns it on. */
export const shownSeverity = ({ severity }: Pick<ListedRule, "severity">): Severity =>
  PRESETS.map((preset) => severityIn(preset, severity)).find((own) => own !== "off") ?? "info";

export type SourceExample = Readonly<Record<string, string>>;

/** The example on a page that is marked `bad` or `good`, by the names of its files; nothing when there is none. */
export function sourceOf(page: string, mark: "bad" | "good"): SourceExample | undefined {
  const fences = [...page.matchAll(new RegExp(`^\`\`\`(\\w+) ${mark}(?: (\\S+))?\n(.*?)\n\`\`\`$`, "gms"))];
  const files = fences.flatMap(([, language = "", name = FILES[language], text = ""]) =>
    name === undefined ? [] : [[name, `${text}\n`] as const],
  );
  return files.length === 0 ? undefined : Object.fromEntries(files);
}

/**
 * What the linter says of an example, and how it prints it. A rule is alone, also when no preset turns it on; what is found
 * in suppressions depends on the others.
 */
export async function lintSource(
  rule: ListedRule,
  example: SourceExample,
): Promise<{ readonly report: Report; readonly text: string }> {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), "cyanotype-example-")));
  try {
    const files = { "package.json": '{ "type": "module" }', "environments/production.yaml": ENVIRONMENT, ...example };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    const rules = rule.category === "suppressions" ? [] : onlyWith(rule);
    const options = { cwd, rules, today: TODAY, out: join(cwd, "dist-blueprints"), stdinFilename: "" };
    const { report, problems, textOf } = await lintFiles(
      Object.keys(example).filter((name) => !name.endsWith(".yaml")),
      options,
    );
    if (problems.length > 0) throw new Error(problems.map((problem) => formatProblem(problem)).join("\n"));
    return { report, text: formatText(report, { textOf }) };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

const onlyWith = (rule: ListedRule): readonly string[] =>
  listedRules.map(({ id }) => `${id}=${id === rule.id ? shownSeverity(rule) : "off"}`);
