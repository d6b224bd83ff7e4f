// The way of a new user: a project, a first commit, a branch that breaks something, and the pull request for it.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { fakeGitHub, type GitHub } from "../ci/fake-github.ts";
import { runScript } from "../ci/run-script.ts";
import { type Project, project } from "../load/project.ts";
import { commit, git } from "../load/repository.ts";
import { run } from "./command.ts";
import { installed } from "./installed.ts";

const SCENARIO = "scenarios/google-forms-approval.scenario.ts";

/** The handlers of the first scenario keep nothing any more; an answer that can be given leads nowhere. */
function broken(source: string): string {
  const escalate = source.indexOf("          escalate: (flow) => {");
  const end = source.indexOf("        });\n      }),\n    ]);");
  expect([escalate > 0, end > escalate]).toEqual([true, true]);
  return `${source.slice(0, escalate).trimEnd()}\n${source.slice(end)}`.replace(
    "{ schedule: { every: { minutes: 15 } }, storeIncompleteExecutions: true }",
    "{ schedule: { every: { minutes: 15 } } }",
  );
}

/** Line and column of a text in a file, as editors count. */
function placeOf(text: string, source: string): string {
  const before = source.slice(0, source.indexOf(text)).split("\n");
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

/** Runs the steps of the action one after the other, as the runner does for a pull request to `main`. */
async function runAction({ folder }: Project, github: GitHub) {
  const runner = project({ "event.json": '{ "number": 12 }', output: "" });
  const step = (name: string, more: Readonly<Record<string, string>>) =>
    runScript(name, {
      cwd: folder,
      github,
      env: {
        GITHUB_BASE_REF: "main",
        GITHUB_EVENT_NAME: "pull_request",
        GITHUB_EVENT_PATH: runner.path("event.json"),
        GITHUB_OUTPUT: runner.path("output"),
        GITHUB_REF: "refs/pull/12/merge",
        GITHUB_SHA: "0".repeat(40),
        GITHUB_STEP_SUMMARY: runner.path("job-summary.md"),
        RUNNER_TEMP: runner.folder,
        ...more,
      },
    });
  const checked = await step("check.mjs", { INPUT_FAIL_ON: "error" });
  const [report = "", summary = ""] = [...runner.read("output").matchAll(/=(.*)/gu)].map(([, path = ""]) => path);
  const uploaded = await step("upload-sarif.mjs", { GITHUB_TOKEN: "token", REPORT: report });
  const commented = await step("comment.mjs", { GITHUB_TOKEN: "token", SUMMARY: summary });
  return {
    code: checked.code,
    said: `${checked.said}${uploaded.said}${commented.said}`,
    jobSummary: runner.read("job-summary.md").trim(),
  };
}

test("a new user begins a project, breaks it on a branch, is told what and where, and mends it", async () => {
  const files = project();
  const check = (...args: readonly string[]) => run(files.folder, ["check", ...args]);

  git(files, "init", "--quiet", "--initial-branch", "main");
  expect(run(files.folder, ["init", "--yes"]).code).toBe(0);
  installed(files);
  commit(files);
  git(files, "update-ref", "refs/remotes/origin/main", "main");
  const begun = check();
  expect(begun.stdout).toMatchInlineSnapshot(`
    "✓ 2 scenarios compile for production
    ✓ types hold
    ✓ 4 printed files are fresh
    ✓ 2 blueprints checked, nothing to report, 1 suppressed
    The check passed
    "
  `);
  expect(begun.code).toBe(0);

  git(files, "switch", "--quiet", "--create", "shorter");
  const whole = files.read(SCENARIO);
  const source = broken(whole);
  files.write({ [SCENARIO]: source });

  // What is printed must be committed with its scenario.
  expect(check("--base", "main").stdout.match(/^stale +dist-blueprints\/production\/\S+$/gmu)).toHaveLength(2);
  expect(run(files.folder, ["compile"]).code).toBe(0);
  commit(files);

  const red = check("--base", "main");
  expect(red.code).toBe(1);

  // What TypeScript says, and two findings, where the author wrote what they are about.
  const places = [
    ["TS2769", placeOf("{\n          approve:", source)],
    ["break-without-incomplete-executions", placeOf('"Google Forms approval: ask"', source)],
    ["hitl/route-missing-option", placeOf('"Decision"', source)],
  ] as const;
  const told = [...red.stdout.matchAll(/^(\S+):(\d+:\d+) {2}(?:error|warning) {2}/gmu)];
  expect(told.map(([, path, place]) => [path, place])).toEqual(places.map(([, place]) => [SCENARIO, place]));
  for (const [rule] of places) expect(red.stdout).toContain(`  rule    ${rule}\n`);

  // The pull request: annotations, the findings for code scanning, and one comment.
  const github = await fakeGitHub();
  const { code, said, jobSummary } = await runAction(files, github);
  expect(code).toBe(1);
  expect(said.match(/^::(?:error|warning) /gmu)).toEqual(["::error ", "::error ", "::warning "]);
  for (const [rule, place] of places) {
    const [line, column] = place.split(":");
    expect(said).toMatch(new RegExp(`^::\\w+ file=${SCENARIO},line=${line},.*col=${column},.*title=${rule}::`, "mu"));
  }
  const { body = "" } = github.comments[0] ?? {};
  expect(body).toContain("| `break-without-incomplete-executions` |");
  expect(body).toContain("!   store incomplete executions (dlq): true → false");
  expect(body).toContain('- Mark as escalated (21) · Google Sheets › Update a Row\n-   in route 3 of "Decision"');
  expect(body).toMatch(/```mermaid\n[\s\S]*Mark as escalated.*:::removed\n[\s\S]*```/u);
  expect(body).toContain(jobSummary);
  expect(run(files.folder, ["diff", "--git", "main", "scenarios", "--format", "svg", "-o", "changes/"]).code).toBe(1);
  const pictures = readdirSync(files.path("changes")).map((name) => files.read(`changes/${name}`));
  expect(pictures).toHaveLength(2);
  expect(pictures.filter((picture) => picture.includes("Mark as escalated"))).toHaveLength(1);

  files.write({ [SCENARIO]: whole });
  expect(run(files.folder, ["compile"]).code).toBe(0);
  commit(files);
  const green = await runAction(files, github);
  expect(green.code).toBe(0);
  expect(green.said).not.toMatch(/^::/mu);
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain("passed");
}, 60_000);

test("a project that begins with an export passes its own gate, whatever the export had before", () => {
  const files = project({
    "orders.json": JSON.stringify({
      name: "Orders",
      flow: [
        { id: 1, module: "gateway:CustomWebHook", version: 1, parameters: { hook: 7 }, mapper: {}, metadata: {} },
        { id: 2, module: "slack:CreateMessage", version: 4, parameters: {}, mapper: { text: "{{9.x}}" }, metadata: {} },
      ],
      metadata: { version: 1 },
    }),
  });
  expect(run(files.folder, ["lint", "orders.json"]).code).toBe(1);
  expect(run(files.folder, ["init", "automations", "--from", "orders.json"]).code).toBe(0);
  const { code, stdout } = run(files.path("automations"), ["check"]);
  expect(stdout).toMatchInlineSnapshot(`
    "✓ 1 scenario compiles for production
    · Types are not checked: TypeScript is not installed yet; \`npm install\` brings it
    ✓ 2 printed files are fresh
    ✓ 1 blueprint checked, nothing to report, 3 suppressed
    The check passed
    "
  `);
  expect(code).toBe(0);
});
