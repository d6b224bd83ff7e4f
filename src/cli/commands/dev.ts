import { Command, InvalidArgumentError, Option } from "commander";
import { notEmpty } from "../flag-values.ts";
import type { ExitCode, Io } from "../io.ts";
import { configOption, presetOption } from "../lint-flags.ts";
import { envOption, outOption } from "../print-flags.ts";
import type { DevFlags } from "../run/dev.ts";

const EXAMPLES = `
Examples:
  cyanotype dev                on http://127.0.0.1:4747
  cyanotype dev --open         and open the page in a browser
  cyanotype dev exports        blueprints, drawn and checked on each save
  cyanotype dev scenarios/orders.scenario.ts --env production --port 0

The page lists all scenarios, with pictures that show what the linter finds.
What does not compile is shown with its place, beside the last picture. As with
\`compile\`, blueprints are written as soon as all scenarios compile. Only this
machine gets an answer, unless --host says otherwise.

Exit codes: 0 ended with Ctrl-C · 2 wrong usage, or the port is taken
`;

export const devCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("dev")
    .description("Compile and check on each save, and show the scenarios in a browser")
    .argument("[files...]", "blueprints (*.json), scenarios (*.scenario.ts), folders or patterns (default: scenarios)")
    .option("--port <number>", "where to serve; 0 takes any port that is free", portNumber, 4747)
    .option("--host <name>", "the address to serve on", notEmpty, "127.0.0.1")
    .option("--open", "open the page in a browser")
    .addOption(envOption())
    .addOption(presetOption())
    .addOption(configOption())
    .addOption(outOption())
    .addOption(new Option("--build", "one build, for the process that asked for it").hideHelp())
    .addHelpText("after", EXAMPLES)
    .action(async (files: readonly string[], flags: DevFlags) => {
      const { buildOnce, dev } = await import("../run/dev.ts");
      setCode(await (flags.build ? buildOnce(files, flags, io) : dev(files, flags, io)));
    });

function portNumber(value: string): number {
  if (/^\d{1,5}$/u.test(value) && Number(value) < 65_536) return Number(value);
  throw new InvalidArgumentError("Give it a number from 0 to 65535.");
}
