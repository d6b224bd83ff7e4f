import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../cli/command.ts";
import { project } from "../load/project.ts";
import { commit, git } from "../load/repository.ts";
import { actionlint, readYaml, type Step } from "./workflows.ts";

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, { readonly permissions: object; readonly steps: readonly Step[] }>>;
}

const page = readFileSync("docs/ci/README.md", "utf8");

describe("the workflow for GitHub", () => {
  const workflow = readYaml<Workflow>("docs/ci/github.yml");
  const { check } = workflow.jobs;

  test("is written by `cyanotype init`", () => {
    const files = project();
    run(files.folder, ["init", "--yes"]);
    expect(files.read(".github/workflows/cyanotype.yml")).toBe(readFileSync("docs/ci/github.yml", "utf8"));
  });

  test("has nothing that actionlint would tell", async () => {
    expect(await actionlint(readFileSync("docs/ci/github.yml", "utf8"))).toEqual([]);
  });

  test("may no more than the gate needs, and never runs a stranger's code with more", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(check?.permissions).toEqual({ contents: "read", "pull-requests": "write", "security-events": "write" });
    expect(workflow.on).toEqual({ pull_request: null, push: { branches: ["main"] } });
  });

  test("pins what it uses by commit, and the action by the lock file", () => {
    const used = check?.steps.flatMap(({ uses }) => uses ?? []) ?? [];
    expect(used).toContain("./node_modules/cyanotype");
    for (const name of used) expect(name).toMatch(/^(?:\.\/node_modules\/cyanotype|actions\/[a-z-]+@[0-9a-f]{40})$/u);
  });

  test("keeps no credentials for scenarios to find, and has the history that changes are seen from", () => {
    const checkout = check?.steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkout?.with).toEqual({ "fetch-depth": 0, "persist-credentials": false });
  });
});

test("actionlint looks: it finds an expression that anybody can put code into", async () => {
  const [found] = await actionlint(
    "on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.event.pull_request.title }}\n",
  );
  expect(found).toContain('"github.event.pull_request.title" is potentially untrusted');
});

describe("the pipeline for GitLab", () => {
  interface Pipeline {
    readonly cyanotype: {
      readonly script: readonly string[];
      readonly artifacts: { readonly paths: readonly string[]; readonly reports: { readonly junit: string } };
    };
  }
  const { script, artifacts } = readYaml<Pipeline>("docs/ci/gitlab.yml").cyanotype;
  const check = script.find((line) => line.includes("cyanotype check")) ?? "";
  /** What the shell makes of the line: one argument a line, without the command. */
  const argumentsWith = (env: Readonly<Record<string, string>>): readonly string[] =>
    execFileSync("sh", ["-c", check.replace("npx cyanotype", "printf '%s\\n'")], { encoding: "utf8", env })
      .trim()
      .split("\n");

  test("compares with where the merge request goes, and with nothing on the default branch", () => {
    const reports = ["--output", "junit=cyanotype.xml", "--output", "summary.md"];
    expect(argumentsWith({})).toEqual(["check", ...reports]);
    expect(argumentsWith({ CI_MERGE_REQUEST_DIFF_BASE_SHA: "abc" })).toEqual(["check", "--base", "abc", ...reports]);
  });

  test("is green in a new project, and keeps the reports that it writes", () => {
    const files = project();
    run(files.folder, ["init", "--ci", "gitlab"]);
    git(files, "init", "-q", "-b", "main");
    commit(files);
    const args = argumentsWith({ CI_MERGE_REQUEST_DIFF_BASE_SHA: "main" });
    expect(run(files.folder, args)).toMatchObject({ code: 0, stderr: "" });
    expect(artifacts).toMatchObject({ paths: ["summary.md"], reports: { junit: "cyanotype.xml" } });
    expect(files.read("summary.md")).toContain("passed");
    expect(files.read("cyanotype.xml")).toMatch(/^<\?xml /u);
  });
});

describe("the hooks for pre-commit", () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly files: string;
    readonly exclude?: string;
    readonly pass_filenames?: boolean;
  }
  const published = readYaml<readonly Hook[]>(".pre-commit-hooks.yaml");
  const example = readYaml<{ readonly repos: readonly { readonly hooks: readonly Hook[] }[] }>(
    "docs/ci/pre-commit-config.yaml",
  ).repos.flatMap(({ hooks }) => hooks);

  test("are the same in the example, which runs the project's own command", () => {
    const common = ({ id, files, exclude, pass_filenames }: Hook) => ({ id, files, exclude, pass_filenames });
    expect(example.map(common)).toEqual(published.map(common));
    for (const { id, entry } of published) {
      expect(example.find((hook) => hook.id === id)?.entry).toBe(`npx --no-install ${entry}`);
    }
  });

  test.for(published)(
    "$id is green in a new project, for the files that it is for",
    ({ entry, files, exclude, pass_filenames }) => {
      const made = project();
      run(made.folder, ["init", "--yes"]);
      const all = readdirSync(made.folder, { recursive: true, encoding: "utf8" });
      // As Python reads it: both languages know what the patterns use.
      const fitting = all.filter(
        (path) => new RegExp(files, "u").test(path) && !(exclude && new RegExp(exclude, "u").test(path)),
      );
      expect(fitting.length).toBeGreaterThan(0);
      const [command, ...args] = entry.split(" ");
      expect(command).toBe("cyanotype");
      expect(run(made.folder, [...args, ...(pass_filenames === false ? [] : fitting)])).toMatchObject({
        code: 0,
        stderr: "",
      });
    },
  );
});

describe("the page", () => {
  test("has every input of the action, with its default", () => {
    const { inputs } = readYaml<{ readonly inputs: Readonly<Record<string, { readonly default: string }>> }>(
      "action.yml",
    );
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| .* \| (.*) \|$/gmu)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]);
    expect(rows.map(([name]) => name)).toEqual(Object.keys(inputs));
    for (const [name = "", value] of rows) {
      const { default: own } = inputs[name] ?? { default: "" };
      if (own !== "") expect(value).toBe(`\`${own}\``);
    }
  });

  test("shows the line that switches the gate on as the workflow has it", () => {
    const [, line = ""] = /```yaml\n(.*)\n```/u.exec(page) ?? [];
    expect(readFileSync("docs/ci/github.yml", "utf8").split("\n")).toContain(line);
  });

  test("names commands and options that there are", () => {
    const commands = [...page.matchAll(/npx cyanotype (\w+)([^`\n]*)/gu)];
    expect(commands.length).toBeGreaterThan(2);
    for (const [, name = "", rest = ""] of commands) {
      const { stdout } = run(project().folder, [name, "--help"]);
      for (const [option] of rest.matchAll(/--[a-z-]+/gu)) expect(stdout).toContain(`${option} `);
    }
  });
});

test("every script of the action is one that Node reads", () => {
  for (const name of readdirSync("scripts/action")) {
    expect(spawnSync(process.execPath, ["--check", `scripts/action/${name}`]).status).toBe(0);
  }
});
