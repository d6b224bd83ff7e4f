import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { compileFiles, type PrintedScenario } from "../compile-files.ts";
import { isScenarioFile } from "../find-files.ts";
import { lintFiles } from "../lint/lint-files.ts";
import type { FileToWrite } from "../write-files.ts";
import { firstTest } from "./first-test.ts";
import type { ProjectWish } from "./plan-project.ts";

/**
 * Compiles what a project begins with in a temporary folder, beside the environments that are there, and lints an export.
 * Gives what follows from it: the printed files, the test and the baseline of an export.
 */
export async function tryOut(
  begun: readonly FileToWrite[],
  stage: string,
  { folder, source, env, today }: ProjectWish,
): Promise<{ readonly files: readonly FileToWrite[]; readonly recorded: number }> {
  for (const { path, text } of begun) {
    mkdirSync(dirname(join(stage, path)), { recursive: true });
    writeFileSync(join(stage, path), text);
  }
  copyEnvironments(join(folder, "scenarios/environments"), join(stage, "scenarios/environments"));
  const scenarios = begun.map(({ path }) => join(stage, path)).filter(isScenarioFile);
  const out = join(stage, "dist-blueprints");
  const printed = await compileFiles(scenarios, { out }).catch((error: unknown) => {
    throw error instanceof ProblemError ? inFolder(error, stage, folder) : error;
  });
  const files = printed.flatMap(({ path, text, deployment }) => [{ path, text }, ...(deployment ? [deployment] : [])]);
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const projectFiles = files.map(({ path, text }) => ({ path: relative(stage, path).split(sep).join("/"), text }));
  if ("reference" in source) return { files: projectFiles, recorded: 0 };
  const baseline = await recordFindings(scenarios, { stage, out, today });
  return {
    files: [...testsOf(printed, env), ...projectFiles, ...(baseline.recorded > 0 ? [baseline] : [])],
    recorded: baseline.recorded,
  };
}

function testsOf(printed: readonly PrintedScenario[], env: string): readonly FileToWrite[] {
  return printed.flatMap(({ blueprint, environment, scenario }) =>
    environment.name === env && "flow" in blueprint ? [firstTest(scenario.slug, blueprint, env)] : [],
  );
}

/** What is found in an export was there before: the gate tells what is new. */
async function recordFindings(
  scenarios: readonly string[],
  { stage, out, today }: { readonly stage: string; readonly out: string; readonly today: string },
): Promise<FileToWrite & { readonly recorded: number }> {
  const path = "cyanotype.baseline.json";
  const { baseline, problems } = await lintFiles(scenarios, {
    cwd: stage,
    out,
    today,
    stdinFilename: "",
    baseline: { write: path },
  });
  if (problems.length > 0) throw new ProblemError(problems);
  const recorded = typeof baseline?.recorded === "number" ? baseline.recorded : 0;
  return { path, text: readFileSync(join(stage, path), "utf8"), recorded };
}

/** Takes the environments that are there, and nothing else that lies beside them. */
function copyEnvironments(from: string, to: string): void {
  if (lstatSync(from, { throwIfNoEntry: false }) === undefined) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((file) => /\.ya?ml$/u.test(file))) {
    const path = join(from, name);
    if (!statSync(path).isFile())
      throw new ProblemError([{ path, message: "This is a folder or a device, not a file" }]);
    copyFileSync(path, join(to, name));
  }
}

/** Nobody knows the folder that it was tried in. */
function inFolder({ problems }: ProblemError, stage: string, folder: string): ProblemError {
  const inWords = (text: string): string => text.replaceAll(`${stage}${sep}`, `${folder}${sep}`);
  return new ProblemError([
    {
      path: join(folder, "scenarios/environments"),
      message: "The scenario does not compile with the environments that are there, so nothing was written",
      help: "Mend what is told below, or choose another folder",
    },
    ...[...new Map(problems.map((problem) => [problem.message, problem])).values()].map(
      ({ path = "", span, message, help }) => ({
        message: inWords(message),
        // The scenario is nowhere yet; an environment can be shown.
        ...(existsSync(inWords(path)) ? { path: inWords(path), ...(span ? { span } : {}) } : {}),
        ...(help === undefined ? {} : { help: inWords(help) }),
      }),
    ),
  ]);
}
