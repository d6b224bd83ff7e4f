import { listedRules, searchRules } from "../../lint/listed-rules.ts";
import { ownRules } from "../../load/lint/own-rules.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { painter } from "../paint.ts";
import { ruleTable } from "../rule-table.ts";

export interface RulesFlags {
  readonly format: "text" | "json";
}

/** Lists rules, those of the project among them. */
export async function listRules(words: readonly string[], { format }: RulesFlags, io: Io): Promise<ExitCode> {
  const found = searchRules(words, [...listedRules, ...(await ownRules(io.cwd))]);
  if (format === "text") io.stdout(ruleTable(found, painter(io.colors)));
  else {
    const rules = found.map(({ id, category, summary, severity, since, fixable }) => ({
      id,
      category,
      summary,
      severity,
      since,
      ...(fixable === undefined ? {} : { fixable }),
    }));
    io.stdout(`${JSON.stringify({ version: 1, rules }, null, 2)}\n`);
  }
  return EXIT.ok;
}
