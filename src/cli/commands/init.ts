import { Command, Option } from "commander";
import { CI_SERVICES, REFERENCES, referenceNames } from "../../load/init/references.ts";
import { environmentName } from "../environment-name.ts";
import type { ExitCode, Io } from "../io.ts";
import type { InitFlags } from "../run/init.ts";

const HELP = `
Scenarios to begin with:
${referenceNames.map((name) => `  ${name.padEnd(24)}${REFERENCES[name]}`).join("\n")}

On a terminal it asks for what is not given; otherwise, and with --yes, the
defaults hold. Files that are there are left as they are.

Examples:
  cyanotype init                            asks; here
  cyanotype init automations --yes          a folder of its own, all defaults
  cyanotype init --scenario content-moderation --env staging --ci gitlab
  cyanotype init --from orders.blueprint.json   an export of Make's editor

Exit codes: 0 done · 130 Ctrl-C; nothing was written
            2 wrong usage, or something cannot be read, compiled or written;
              nothing was written
`;

export const initCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("init")
    .description("Begin a project: a scenario, an environment, a test, and the gate for pull requests")
    .argument("[folder]", "where (default: the current folder)")
    .addOption(
      new Option("--scenario <name>", `a scenario to begin with (default: ${referenceNames[0]})`).choices(
        referenceNames,
      ),
    )
    .addOption(new Option("--from <file>", "an export of Make's editor to begin with").conflicts("scenario"))
    .option("--env <name>", "the name of the environment (default: production)", environmentName)
    .addOption(new Option("--ci <service>", "where the gate runs (default: github)").choices(CI_SERVICES))
    .option("-y, --yes", "ask nothing")
    .addHelpText("after", HELP)
    .action(async (folder: string | undefined, flags: InitFlags) => {
      const { init } = await import("../run/init.ts");
      setCode(await init(folder, flags, io));
    });
