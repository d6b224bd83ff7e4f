// An export of Make's editor, as a project begins with it: decompiled, and with everything that its source needs.

import { statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { planDecompiled } from "../decompile/write-decompiled.ts";
import type { FileToWrite } from "../write-files.ts";
import { ENVIRONMENT_SCHEMA } from "./example-environment.ts";

/** The files that an export becomes in a project in `folder`, which is empty; paths are those in the project. */
export async function exportFiles(path: string, env: string, folder: string): Promise<readonly FileToWrite[]> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ProblemError([
      {
        path,
        message: "This is a folder, not an export",
        help: "Give one export; `cyanotype decompile` takes folders",
      },
    ]);
  }
  const { written, problems } = await planDecompiled([path], { folder: join(folder, "scenarios"), env, force: false });
  if (problems.length > 0) throw new ProblemError(problems);
  if (written.some(({ scenario }) => scenario?.isFragment)) {
    throw new ProblemError([
      {
        path,
        message: "These are copied modules, not a scenario",
        help: "`cyanotype decompile` writes them as a fragment",
      },
    ]);
  }
  return written.map(({ path: file, text }) => ({
    path: relative(folder, file).split(sep).join("/"),
    text: file.endsWith(".yaml") ? `${ENVIRONMENT_SCHEMA}${text}` : text,
  }));
}
