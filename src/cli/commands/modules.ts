import { Command, Option } from "commander";
import { collect } from "../flag-values.ts";
import type { ExitCode, Io } from "../io.ts";
import type { LearnFlags, ModulesFlags } from "../run/modules.ts";

const EXAMPLES = `
Examples:
  cyanotype modules                   all that are known
  cyanotype modules gmail             those of an app
  cyanotype modules send email        those with both words in id, app or label
  cyanotype modules slack.createMessage          what one takes and gives
  cyanotype modules --learnt scenarios/modules   with those that were learnt
`;

const LEARN_EXAMPLES = `
Examples:
  cyanotype modules learn 'exports/**/*.json' -o scenarios/modules
  cyanotype modules learn new.json -o scenarios/modules    others stay there
  cyanotype modules learn exports -o scenarios/modules \\
    --environment scenarios/environments/production.yaml

In a scenario: import * as apify from "./modules/apify.ts";
`;

export function modulesCommand(io: Io, setCode: (code: ExitCode) => void): Command {
  const learn = new Command("learn")
    .description("Write typed declarations of modules that are not known, from exports that have them")
    .argument("<exports...>", "blueprints of any form (*.json), folders or patterns; - reads stdin")
    .requiredOption("-o, --out <folder>", "where to write them, a file for each app")
    .option(
      "--environment <file>",
      "environment (*.yaml) that gets the real ids of modules which are assumed otherwise",
    )
    .addHelpText("after", LEARN_EXAMPLES)
    .action(async (exports: readonly string[], flags: LearnFlags) => {
      const run = await import("../run/modules.ts");
      setCode(await run.learn(exports, flags, io));
    });
  return new Command("modules")
    .description("List the modules that are known, or learn others from exports")
    .argument("[search...]", "words to look for in id, app and label (default: list all)")
    .addOption(new Option("--format <name>", "how to print").choices(["text", "json"]).default("text"))
    .option("--learnt <folder>", "list what was learnt there, too; may be repeated", collect)
    .addHelpText("after", EXAMPLES)
    .action(async (search: readonly string[], flags: ModulesFlags) => {
      const { listModules } = await import("../run/modules.ts");
      setCode(await listModules(search, flags, io));
    })
    .addCommand(learn);
}
