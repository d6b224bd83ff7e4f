import { Command, Option } from "commander";
import type { ExitCode, Io } from "../io.ts";
import type { RulesFlags } from "../run/rules.ts";

const EXAMPLES = `
Examples:
  cyanotype rules                  all rules, by category
  cyanotype rules filter router    those with both words in id or summary
  cyanotype rules --format json

Those of your project are listed, too: \`cyanotype rules own/\`.
\`cyanotype explain <rule>\` shows the page of a rule.
`;

export const rulesCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("rules")
    .description("List the rules of the linter, and how severe they are")
    .argument("[search...]", "words to look for (default: list all)")
    .addOption(new Option("--format <name>", "how to print").choices(["text", "json"]).default("text"))
    .addHelpText("after", EXAMPLES)
    .action(async (search: readonly string[], flags: RulesFlags) => {
      const { listRules } = await import("../run/rules.ts");
      setCode(await listRules(search, flags, io));
    });
