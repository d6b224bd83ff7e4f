// `--watch` as a process that lives, while files change under it.

import { type ChildProcess, spawn } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { blueprint, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { COMMAND, run } from "./command.ts";

const json = (value: string): string => JSON.stringify(blueprint([webhook(), setVariable(2, value)]));
const [GOOD, BAD] = [json("x"), json("{{9.x}}")];

interface Watching {
  /** What is said from the last change until it waits for the next one. */
  readonly next: () => Promise<string>;
  readonly isQuiet: (milliseconds: number) => Promise<boolean>;
  readonly interrupt: () => Promise<number | null>;
}

/** Begins to watch, and waits until the first check is done. */
async function watching(
  { folder }: Project,
  ...args: readonly string[]
): Promise<Watching & { readonly first: string }> {
  const child: ChildProcess = spawn(process.execPath, [COMMAND, "lint", "--watch", "--format", "compact", ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const DONE = "Watching for changes; Ctrl-C ends\n";
  const next = async (): Promise<string> => {
    for (let left = 150; left > 0 && !said.includes(DONE); left--) await wait(100);
    const end = said.indexOf(DONE);
    if (end < 0) throw new Error(`It does not wait: ${said}`);
    const text = said.slice(0, end);
    said = said.slice(end + DONE.length);
    return text;
  };
  return {
    first: await next(),
    next,
    isQuiet: async (milliseconds) => {
      await wait(milliseconds);
      return said === "";
    },
    interrupt: () =>
      new Promise((done) => {
        child.once("close", (code) => done(code));
        child.kill("SIGINT");
      }),
  };
}

describe("--watch", () => {
  test("checks again when a file changes, appears or vanishes, and ends with 0", async () => {
    const files = project({ "a.json": GOOD });
    const { first, next, isQuiet, interrupt } = await watching(files, ".");
    expect(first).not.toContain("dangling-reference");
    files.write({ "a.json": BAD });
    expect(await next()).toMatch(/^\n── a\.json changed ─+\n\n(?:.*\n)*a\.json:.*\[dangling-reference\]/u);
    files.write({ "sub/b.json": BAD });
    expect(await next()).toContain("sub/b.json:1:");
    rmSync(files.path("sub/b.json"));
    expect(await next()).not.toContain("sub/b.json:1:");
    // As editors save: another file takes its place.
    files.write({ "a.json~": GOOD });
    renameSync(files.path("a.json~"), files.path("a.json"));
    expect(await next()).not.toContain("dangling-reference");
    files.write({ "notes.md": "x" });
    expect(await isQuiet(800)).toBe(true);
    expect(await interrupt()).toBe(0);
  });

  test("checks again when the configuration or the baseline comes, changes or goes", async () => {
    const files = project({ "a.json": BAD });
    const { first, next } = await watching(files, "a.json");
    expect(first).toContain("dangling-reference");
    files.write({ "cyanotype.config.yaml": "rules: { dangling-reference: off }\n" });
    expect(await next()).not.toContain("[dangling-reference]");
    files.write({ "cyanotype.config.yaml": "rule: 1\n" });
    expect(await next()).toContain("`rule` is not a known key");
    rmSync(files.path("cyanotype.config.yaml"));
    expect(await next()).toContain("[dangling-reference]");
    run(files.folder, ["lint", "a.json", "--write-baseline"]);
    expect(await next()).not.toContain("[dangling-reference]");
  });

  test("checks a scenario again when a file that it imports changes", async () => {
    const steps = '  flow.step("Set", tools.setVariable({ name: NAME, value: "x" }));';
    const files = projectOf(scenarioFile(steps, { before: 'import { NAME } from "../lib/names.ts";' }), {
      "lib/names.ts": 'export const NAME = "n";\n',
    });
    const { first, next } = await watching(files, "scenarios");
    expect(first).not.toContain("error");
    files.write({ "lib/names.ts": "export const NAMES = 1;\n" });
    expect(await next()).toMatch(/── lib\/names\.ts changed[\s\S]*error/u);
  });

  test("checks again when a rule of one's own changes", async () => {
    const rule = (word: string): string => `
import { defineRule } from "cyanotype/lint";
export const a = defineRule({
  id: "own/a", category: "structure", summary: "A", severity: { recommended: "warning", strict: "error" }, since: "1",
  messages: { a: () => "It says ${word}" },
  check: ({ report }) => report("a", { at: { pointer: "" } }),
});
`;
    const files = project({
      "exports/a.json": GOOD,
      "rules/a.ts": rule("one"),
      "cyanotype.config.yaml": "plugins: [rules/a.ts]\n",
    });
    const { first, next } = await watching(files, "exports");
    expect(first).toContain("It says one");
    files.write({ "rules/a.ts": rule("two") });
    expect(await next()).toContain("It says two");
  });

  test("does not answer to its own reports", async () => {
    const files = project({ "a.json": BAD });
    const { isQuiet } = await watching(files, ".", "--output", "json=report.json");
    expect(await isQuiet(800)).toBe(true);
  });

  test.for([["-"], [".", "--fix"], [".", "--write-baseline"]])("refuses %j", (args) => {
    const { code, stderr } = run(project({ "a.json": GOOD }).folder, ["lint", "--watch", ...args]);
    expect(stderr).toContain("`--watch` only checks files");
    expect(code).toBe(2);
  });
});
