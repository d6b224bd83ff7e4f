import { ProblemError } from "../../diagnostics/diagnostic.ts";
import type { LintSettingsOptions } from "../../load/lint/lint-settings.ts";
import { configAsYaml, configOf } from "../../load/lint/print-config.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

/** Prints what holds for a file. */
export async function printConfig(
  [file, ...others]: readonly string[],
  format: string,
  settings: LintSettingsOptions,
  io: Io,
): Promise<ExitCode> {
  if (file === undefined || others.length > 0) {
    throw new ProblemError([
      { message: "`--print-config` is for one file", help: "Give the file that you wonder about" },
    ]);
  }
  const config = await configOf(file, settings);
  io.stdout(format === "json" ? `${JSON.stringify(config, null, 2)}\n` : configAsYaml(config));
  return EXIT.ok;
}
