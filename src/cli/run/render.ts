import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { readScenarios } from "../../load/read-scenarios.ts";
import { formatOutline } from "../../render/outline.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

/** Prints the outline of each scenario. */
export async function render(files: readonly string[], env: string | undefined, io: Io): Promise<ExitCode> {
  const { scenarios, problems } = await readScenarios(files, { cwd: io.cwd, ...(env === undefined ? {} : { env }) });
  io.stdout(scenarios.map(formatOutline).join("\n"));
  if (problems.length > 0) throw new ProblemError(problems);
  return EXIT.ok;
}
