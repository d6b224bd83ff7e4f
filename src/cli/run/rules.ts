import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { listedRules, searchRules } from "../../lint/listed-rules.ts";
import { isOwnRule, ownRules } from "../../load/lint/own-rules.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { painter } from "../paint.ts";
import { formatProblems } from "../problems.ts";
import { ruleTable } from "../rule-table.ts";

export interface RulesFlags {
  readonly format: "text" | "json";
}

const OWN_HELP = "Files with some are named under `plugins` in its configuration";

/** Lists rules, those of the project among them. */
export async function listRules(words: readonly string[], { format }: RulesFlags, io: Io): Promise<ExitCode> {
  const problems: Problem[] = [];
  const own = await ownRules(io.cwd).catch((error: unknown) => {
    // Those that come with the linter are all the more of help when something is wrong.
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
    return [];
  });
  if (problems.length > 0) io.stderr(formatProblems(problems, io));
  else if (own.length === 0 && words.some(isOwnRule)) {
    throw new ProblemError([{ message: "This project has no rules of its own", help: OWN_HELP }]);
  }
  const found = searchRules(words, [...listedRules, ...own]);
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
  return problems.length > 0 ? EXIT.usage : EXIT.ok;
}
