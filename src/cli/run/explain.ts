import { findRule, type ListedRule, listedRules } from "../../lint/listed-rules.ts";
import { isOwnRule, ownRules } from "../../load/lint/own-rules.ts";
import { readRulePage } from "../../load/lint/rule-page.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { pageText } from "../page-text.ts";
import { painter } from "../paint.ts";

/** Shows a rule's page. The project's own files are run for its own rules alone. */
export async function explain(id: string, io: Io): Promise<ExitCode> {
  const own = isOwnRule(id) ? await ownRules(io.cwd) : [];
  const rule = findRule(id, [...listedRules, ...own]);
  const page = isOwnRule(rule.id) ? undefined : readRulePage(rule.id);
  io.stdout(pageText(page ?? shortPage(rule), painter(io.colors)));
  return EXIT.ok;
}

/** What is known of a rule without a page. */
const shortPage = ({ id, category, severity, since, summary }: ListedRule): string =>
  `# ${id}\n\n${category} · ${severity.recommended} (strict: ${severity.strict}) · since ${since}\n\n${summary}.\n`;
