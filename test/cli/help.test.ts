// What the help of each command says, and whether it is true.

import { spawn, spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blueprint, setVariable, webhook } from "../lint/blueprints.ts";
import { ENVIRONMENT, type Project, project, scenarioFile } from "../load/project.ts";
import { COMMAND, run } from "./command.ts";
import { runActor } from "./exports.ts";

const helpOf = (...command: readonly string[]): string =>
  run(".", [...command, "--help"], { env: { COLUMNS: "80" } }).stdout;

const MAIN = helpOf();
const COMMANDS: readonly (readonly string[])[] = [
  ...[...MAIN.matchAll(/^ {2}([a-z]+) (?:\S.*)?$/gmu)]
    .map(([, name = ""]) => [name])
    .filter(([name]) => name !== "help"),
  ["modules", "learn"],
];
const HELP = new Map(COMMANDS.map((command) => [command.join(" "), helpOf(...command)]));
const NAMES = [...HELP.keys()];

describe("the help", () => {
  test("of the whole lists the commands by what they are for", () => {
    expect(MAIN).toMatch(/^Usage: cyanotype \[options\] \[command\]\n/u);
    for (const heading of ["Write scenarios:", "Check them", "Look at them:", "Know more", "Exit codes:"])
      expect(MAIN).toContain(`\n${heading}`);
    expect(NAMES.length).toBeGreaterThan(12);
  });

  test.for(["", ...NAMES])("of `%s` fits into 80 columns", (name) => {
    const help = name === "" ? MAIN : (HELP.get(name) ?? "");
    expect(help.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  // A server for editors and a script have no run that could be shown.
  test.for(NAMES.filter((name) => name !== "lsp"))("of `%s` has examples", (name) => {
    expect(examplesIn(HELP.get(name) ?? "").length).toBeGreaterThan(0);
  });

  test("says the same of a flag wherever it means the same", () => {
    const said = new Map<string, Set<string>>();
    for (const help of HELP.values()) {
      for (const [flag, words] of flagsIn(help)) said.set(flag, (said.get(flag) ?? new Set()).add(words));
    }
    const different = [...said].filter(([, words]) => words.size > 1).map(([flag, words]) => [flag, words.size]);
    expect(Object.fromEntries(different)).toEqual(EXPECTED_TO_DIFFER);
  });
});

/** Flags that mean another thing in another command, and how many things. */
const EXPECTED_TO_DIFFER: Readonly<Record<string, number>> = {
  // All environments, one of them, the one that gets the ids of exports, and that of a new project.
  "--env": 4,
  // A report, a check, a change, a picture.
  "--format": 4,
  // Blueprints, scenarios, learnt modules.
  "--out": 3,
  // Reports beside what is printed, one picture or many, a change.
  "--output": 3,
  // One to print, one to begin with.
  "--scenario": 2,
  // A blueprint, a source.
  "--stdout": 2,
};

/** Each flag with its words, without the choices and the default. */
function flagsIn(help: string): readonly (readonly [flag: string, words: string])[] {
  const [, block = ""] = /\nOptions:\n([\s\S]*?)\n(?:\n|$)/u.exec(help) ?? [];
  return block
    .split(/\n(?= {2}-)/u)
    .map((option) => option.replace(/\s+/gu, " ").trim())
    .map((option) => /^(?:-\w, )?(--[\w-]+)(?: [<[][^>\]]*[>\]])? (.*)$/u.exec(option))
    .flatMap((match) =>
      match ? [[match[1] ?? "", (match[2] ?? "").replace(/ \((?:choices|default):.*$/u, "")] as const] : [],
    );
}

/** The commands of the examples, without what is said of them. */
function examplesIn(help: string): readonly string[] {
  const [, block = ""] = /\nExamples:\n([\s\S]*?)(?:\n\n|$)/u.exec(help) ?? [];
  return block
    .replaceAll(/\\\n\s*/gu, "")
    .split("\n")
    .flatMap((line) => /^ {2}((?:\w+ \| )?cyanotype(?: \S.*?)?)(?: {2,}.*)?$/u.exec(line)?.[1] ?? []);
}

const named = (name: string, ...modules: Parameters<typeof blueprint>[0]): string =>
  JSON.stringify({ ...blueprint(modules), name });
const ORDERS = named("Orders", webhook(), setVariable(2, "x"));
const REFUNDS = named("Refunds", webhook(), setVariable(2, "y"), runActor(3));
const SCENARIO = scenarioFile('flow.step("Wait", tools.sleep({ duration: 1 }), { onError: onError.ignore() });');

/** What somebody has who begins: exports, and the command with what examples call beside it. */
const beginning = (): Project => {
  const files = project({
    "orders.blueprint.json": ORDERS,
    "orders.json": ORDERS,
    "exports/orders.json": ORDERS,
    "exports/refunds.json": REFUNDS,
    "bundles.json": '{ "1": { "customer": { "name": "Ada" } } }',
    "expressions.txt": "1 + 1\n",
    "bin/cyanotype": `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`,
    "bin/pbpaste": "#!/bin/sh\ncat exports/orders.json\n",
    "bin/xdg-open": "#!/bin/sh\n",
    ".gitignore": "bin\n",
  });
  for (const name of ["cyanotype", "pbpaste", "xdg-open"]) chmodSync(files.path(`bin/${name}`), 0o755);
  return files;
};

/** What somebody has who has worked for a while: scenarios, what was learnt, and a history. */
function grown(): Project {
  const files = beginning();
  files.write({
    "old.blueprint.json": ORDERS,
    "new.blueprint.json": REFUNDS,
    "new.json": REFUNDS,
    "scenarios/orders.scenario.ts": SCENARIO,
    "scenarios/environments/production.yaml": ENVIRONMENT,
  });
  run(files.folder, ["compile"]);
  run(files.folder, ["modules", "learn", "exports", "-o", "scenarios/modules"]);
  const git = (...args: readonly string[]): void => {
    spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: files.folder });
  };
  git("init", "--initial-branch=main");
  git("add", ".");
  git("commit", "--message=first");
  git("tag", "v1");
  git("update-ref", "refs/remotes/origin/main", "main");
  files.write({ "exports/orders.json": REFUNDS });
  git("commit", "--all", "--message=second");
  git("tag", "v2");
  return files;
}

/** Runs a line in a shell. What serves is interrupted when it has built. */
function runLine({ folder, path }: Project, line: string): Promise<{ code: number | null; said: string }> {
  const shell = spawn("sh", ["-c", line.includes(" | ") ? line : `exec ${line}`], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", PATH: `${path("bin")}:${process.env.PATH}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.on("data", (text: Buffer) => {
      said += text.toString();
      if (/^Serving [\s\S]*^\d\d:\d\d:\d\d {2}/mu.test(said)) shell.kill("SIGINT");
    });
  }
  return new Promise((done) => shell.once("close", (code) => done({ code, said })));
}

/** Commands that write what is there in a project that has grown. */
const BEGIN = ["init", "decompile"];

describe("each example", () => {
  test.for(NAMES.filter((name) => name !== "lsp"))("of `%s` works as it is printed", async (name) => {
    const files = BEGIN.includes(name) ? undefined : grown();
    const failed: string[] = [];
    for (const line of examplesIn(HELP.get(name) ?? "")) {
      // Some other program may have the port that is the default.
      const portless = name === "dev" && !line.includes("--port") ? `${line} --port 0` : line;
      const { code, said } = await runLine(files ?? beginning(), portless);
      // Findings and differences are what many are there to show.
      if (code !== 0 && code !== 1) failed.push(`${line}\n${said}[${code}]`);
    }
    expect(failed).toEqual([]);
  });
});
