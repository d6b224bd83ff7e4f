import { Command, Option } from "commander";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

interface RenderFlags {
  readonly format: "text";
  readonly env?: string;
}

export const renderCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("render")
    .description("Show a scenario or a blueprint as an outline: what happens after what, and when")
    .argument("<files...>", "blueprints (*.json), scenarios (*.scenario.ts), folders or patterns")
    .addOption(new Option("--format <name>", "how to draw").choices(["text"]).default("text"))
    .option("--env <name>", "environment to print scenarios for (default: the first one beside them)")
    .action(async (files: readonly string[], { env }: RenderFlags) => {
      setCode(await run(files, env, io));
    });

async function run(files: readonly string[], env: string | undefined, io: Io): Promise<ExitCode> {
  const { readScenarios } = await import("../../load/read-scenarios.ts");
  const { formatOutline } = await import("../../render/outline.ts");
  const { scenarios, problems } = await readScenarios(files, { cwd: io.cwd, ...(env === undefined ? {} : { env }) });
  io.stdout(scenarios.map(formatOutline).join("\n"));
  if (problems.length > 0) throw new ProblemError(problems);
  return EXIT.ok;
}
