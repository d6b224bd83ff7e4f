import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { printable } from "../../diagnostics/code-frame.ts";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { count } from "../../lint/formats/shown.ts";
import { shownPath } from "../../load/find-files.ts";
import { type PlannedFile, planProject } from "../../load/init/plan-project.ts";
import type { CiService, ReferenceName } from "../../load/init/references.ts";
import { writeFiles } from "../../load/write-files.ts";
import { DEFAULTS, type InitAnswers } from "../init-answers.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { nextSteps } from "../next-steps.ts";

export interface InitFlags {
  readonly scenario?: ReferenceName;
  readonly from?: string;
  readonly env?: string;
  readonly ci?: CiService;
  readonly yes?: boolean;
}

/** Begins a project. Whatever is wrong is told before the first file is written. */
export async function init(folder: string | undefined, flags: InitFlags, io: Io): Promise<ExitCode> {
  const known = knownAnswers(folder, flags);
  const answers =
    io.terminal && process.stdin.isTTY && !flags.yes
      ? await (await import("../init-questions.ts")).askQuestions(known, {
          input: process.stdin,
          output: process.stderr,
        })
      : { ...DEFAULTS, ...known };
  if (answers === undefined) {
    io.stderr("Nothing was written\n");
    return EXIT.interrupted;
  }
  const { source, ...others } = answers;
  const path = resolve(io.cwd, answers.folder);
  refuseUnwritable(path);
  const plan = await planProject({
    ...others,
    folder: path,
    source: "export" in source ? { export: resolve(io.cwd, source.export) } : source,
    today: new Date().toISOString().slice(0, "2027-01-31".length),
  });
  writeFiles(plan.files.filter(({ state }) => state === "new"));
  for (const file of plan.files) io.stdout(`${describe(file, io)}\n`);
  if (plan.recorded > 0) {
    io.stdout(
      `\n${count(plan.recorded, "finding")} of the export recorded in cyanotype.baseline.json: from now on only new ones are told\n`,
    );
  }
  io.stdout(nextSteps(plan, { folder: path, env: answers.env, cwd: io.cwd, hasExamples: "reference" in source }));
  return EXIT.ok;
}

/** What the command line answers. */
const knownAnswers = (folder: string | undefined, { scenario, from, env, ci }: InitFlags): Partial<InitAnswers> => ({
  ...(folder === undefined ? {} : { folder }),
  ...(from === undefined ? {} : { source: { export: from } }),
  ...(scenario === undefined ? {} : { source: { reference: scenario } }),
  ...(env === undefined ? {} : { env }),
  ...(ci === undefined ? {} : { ci }),
});

/** A folder that is not there can be made in the nearest one that is. */
function refuseUnwritable(folder: string): void {
  let nearest = folder;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  if (!statSync(nearest).isDirectory()) {
    throw new ProblemError([
      {
        path: nearest,
        message: "This is a file, not a folder",
        help: "Give the name of a folder; it need not be there",
      },
    ]);
  }
  accessSync(nearest, constants.W_OK);
}

const describe = ({ path, state }: PlannedFile, io: Io): string =>
  `${state.padEnd(9)}  ${printable(shownPath(path, io.cwd))}${state === "left" ? "  (was there, and is as it was)" : ""}`;
