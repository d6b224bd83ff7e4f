import { join } from "node:path";
import { printable } from "../diagnostics/code-frame.ts";
import { shownPath } from "../load/find-files.ts";
import type { ProjectPlan } from "../load/init/plan-project.ts";
import { shellWord } from "../util/shell-word.ts";

interface Place {
  /** Whether the values of the environment are examples, rather than those of an export. */
  readonly hasExamples: boolean;
  readonly folder: string;
  readonly env: string;
  readonly cwd: string;
}

/** What a person does after `cyanotype init`. */
export function nextSteps(
  { files, gaps, commitsPackages, repository }: ProjectPlan,
  { folder, env, cwd, hasExamples }: Place,
): string {
  const go = folder === cwd ? "" : `cd ${shellWord(printable(shownPath(folder, cwd)))} && `;
  const install =
    gaps && gaps.packages.length > 0 ? `npm install --save-dev ${gaps.packages.join(" ")}` : "npm install";
  const environment = printable(shownPath(join(folder, "scenarios/environments", `${env}.yaml`), folder));
  const lines = [
    `${go}${install}`,
    ...(gaps && gaps.settings.length > 0
      ? [`npm pkg set ${gaps.settings.map(([key, value]) => shellWord(`${key}=${value}`)).join(" ")}`]
      : []),
    ...(commitsPackages ? ["Add node_modules/ to .gitignore"] : []),
    ...(files.some(({ path, state }) => path.endsWith(".scenario.ts") && state === "left")
      ? ["npx cyanotype compile, which prints the scenario that was there"]
      : []),
    "npx cyanotype check, the gate: once it is green, commit everything",
    `${hasExamples ? `Put your own values into ${environment}` : "Change a step"}, run \`npx cyanotype compile\`, and import dist-blueprints/${printable(env)}/*.blueprint.json into Make`,
  ];
  const left =
    repository === undefined
      ? ""
      : `\nNo file for a CI service was written: services look for it at the top of the repository, ${printable(shownPath(repository, cwd))}\n`;
  return `${left}\nNext:\n${lines.map((line, index) => `  ${index + 1}. ${line}\n`).join("")}`;
}
