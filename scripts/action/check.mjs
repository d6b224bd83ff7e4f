// Runs `cyanotype check` as the inputs of the action say, and tells the steps behind it where the reports are.

import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { tell } from "./github.mjs";

const { env } = process;
const action = fileURLToPath(new URL("../../", import.meta.url));

if (env.GITHUB_EVENT_NAME === "pull_request_target") {
  tell(
    "error",
    "A scenario is a program. With `pull_request_target` a stranger's would run with a token that may write: use `pull_request`.",
  );
  process.exit(2);
}
if (!/^[\w.+^~-]*$/.test(env.INPUT_VERSION ?? "")) {
  tell("error", `The input \`version\` is no version: ${env.INPUT_VERSION}`);
  process.exit(2);
}

const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), "cyanotype-"));
const report = join(folder, "report.sarif");
const summary = join(folder, "summary.md");
const [program, ...before] = command();
const { status, error } = spawnSync(program, [...before, ...options(), "--", ...files()], { stdio: "inherit" });
if (error) tell("error", `The check did not start: ${error.message}`);

const outputs = Object.entries({ report, summary }).filter(([, path]) => existsSync(path));
if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, outputs.map(([name, path]) => `${name}=${path}\n`).join(""));
process.exitCode = status ?? 2;

/** The version that was asked for, the package that this is a part of, the project's, or the one that goes with this. */
function command() {
  if (env.INPUT_VERSION) return npx(env.INPUT_VERSION);
  const built = [join(action, "dist/cli.js"), resolve("node_modules/cyanotype/dist/cli.js")].find(existsSync);
  if (built) return [process.execPath, built];
  return npx(JSON.parse(readFileSync(join(action, "package.json"), "utf8")).version);
}

function npx(version) {
  return ["npx", "--yes", `cyanotype@${version}`];
}

function options() {
  const base = env.INPUT_BASE || (env.GITHUB_BASE_REF ? `origin/${env.GITHUB_BASE_REF}` : "");
  return [
    "check",
    "--format=github",
    `--output=sarif=${report}`,
    `--output=markdown=${summary}`,
    ...(base ? [`--base=${base}`] : []),
    ...(env.INPUT_PRESET ? [`--preset=${env.INPUT_PRESET}`] : []),
    ...(env.INPUT_FAIL_ON ? [`--fail-on=${env.INPUT_FAIL_ON}`] : []),
  ];
}

function files() {
  return (env.INPUT_FILES ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
