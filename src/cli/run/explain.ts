import { findRule, type ListedRule } from "../../lint/listed-rules.ts";
import { readRulePage } from "../../load/rule-page.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { pageText } from "../page-text.ts";
import { painter } from "../paint.ts";

/** Shows a rule's page. */
export function explain(id: string, io: Io): ExitCode {
  const rule = findRule(id);
  io.stdout(pageText(readRulePage(rule.id) ?? shortPage(rule), painter(io.colors)));
  return EXIT.ok;
}

/** What is known of a rule without a page. */
const shortPage = ({ id, category, severity, since, summary }: ListedRule): string =>
  `# ${id}\n\n${category} · ${severity.recommended} (strict: ${severity.strict}) · since ${since}\n\n${summary}.\n`;
