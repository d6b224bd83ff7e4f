// `check` as people run it: one project after another, and what a person sees of it.

import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../lint/blueprints.ts";
import { ENVIRONMENT, type Project, project, scenarioFile } from "../load/project.ts";
import { type Ran, run, transcript } from "./command.ts";

const WAIT = 'flow.step("Wait", tools.sleep({ duration: 1 }), { onError: onError.ignore() });';
const TELL = 'flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }));';
const tell = (name: string): string => `${TELL.slice(0, -2).replace('"slack"', JSON.stringify(name))});`;

const exported = (...modules: readonly JsonObject[]): string =>
  JSON.stringify({ ...blueprint([webhook(), ...modules]), name: "Export" }, null, 2);
/** It has an error: what it reads is not there. */
const BROKEN = exported(setVariable(2, "{{9.x}}"));

const SOURCE = "scenarios/a.scenario.ts";
const PRINTED = "dist-blueprints/test/orders.blueprint.json";

/** A project whose blueprints are printed. */
function printed(files: Readonly<Record<string, string>> = {}): Project {
  const made = project({
    [SOURCE]: scenarioFile(WAIT),
    "scenarios/environments/test.yaml": ENVIRONMENT,
    ...files,
  });
  expect(run(made.folder, ["compile"]).code).toBe(0);
  return made;
}

const check = (files: Project, ...args: readonly string[]): Ran => run(files.folder, ["check", ...args]);
const shown = (files: Project, ...args: readonly string[]): string => transcript(check(files, ...args), files.folder);

describe("a green check", () => {
  test("is told in a few lines", () => {
    expect(shown(printed())).toMatchInlineSnapshot(`
      "✓ 1 scenario compiles for test
      · Types are not checked: there is no tsconfig.json for the scenarios; write one, as \`cyanotype init\` does
      ✓ 2 printed files are fresh
      ✓ 1 blueprint checked, nothing to report
      The check passed
      [exit code 0]"
    `);
  });

  test("is one of exports alone, too", () => {
    expect(shown(project({ "exports/a.json": exported(setVariable(2)) }))).toMatchInlineSnapshot(`
      "✓ 1 blueprint checked, nothing to report
      The check passed
      [exit code 0]"
    `);
  });

  test("is none when there is nothing to check", () => {
    expect(shown(project({ "package.json": "{}" }))).toMatchInlineSnapshot(`
      "✗ 1 problem: nothing was checked
      The check could not be completed
      [stderr]
      .  error  The folder holds nothing to check
        help    Expected *.json or *.scenario.ts
      [exit code 2]"
    `);
  });

  test("counts environments, and needs no folder with a certain name", () => {
    const files = project({
      "flows/a.scenario.ts": scenarioFile(WAIT),
      "flows/environments/live.yaml": ENVIRONMENT,
      "flows/environments/test.yaml": ENVIRONMENT,
    });
    expect(run(files.folder, ["compile", "flows", "--out", "printed"]).code).toBe(0);
    expect(shown(files, "flows", "--out", "printed")).toMatch(
      /^✓ 1 scenario compiles for 2 environments: live, test\n/u,
    );
  });
});

describe("printed files", () => {
  test("are told when they are stale, missing or left over, with what mends them", () => {
    const files = printed({ "scenarios/b.scenario.ts": scenarioFile(WAIT, { name: "Other" }) });
    files.write({
      [SOURCE]: scenarioFile(WAIT.replace("duration: 1", "duration: 2")),
      "dist-blueprints/test/gone.blueprint.json": files.read(PRINTED),
      "dist-blueprints/elsewhere/orders.deploy.json": "{}",
    });
    rmSync(files.path("dist-blueprints/test/other.blueprint.json"));
    expect(shown(files)).toMatchInlineSnapshot(`
      "scenarios/b.scenario.ts:6:99  warning  The scenario \`Orders\` has the webhook 2 already
        6 | …te: string }>({ webhook: webhook("orders") }));
          |                           ^^^^^^^^^^^^^^^^^
        in      dist-blueprints/test/other.blueprint.json:9:17  /flow/0/parameters/hook
        help    Create a webhook for this scenario
        rule    shared-hook

      stale      dist-blueprints/test/orders.blueprint.json
      missing    dist-blueprints/test/other.blueprint.json
      left over  dist-blueprints/elsewhere/orders.deploy.json
      left over  dist-blueprints/test/gone.blueprint.json

      ✓ 2 scenarios compile for test
      · Types are not checked: there is no tsconfig.json for the scenarios; write one, as \`cyanotype init\` does
      ✗ Printed files: 1 stale, 1 missing, 2 left over
        help    Run \`cyanotype compile\`, delete what is left over, look at the change, and commit it
      ✓ 1 warning in 2 blueprints
      The check failed
      [exit code 1]"
    `);
    expect(run(files.folder, ["compile"]).code).toBe(0);
    rmSync(files.path("dist-blueprints/test/gone.blueprint.json"));
    rmSync(files.path("dist-blueprints/elsewhere"), { recursive: true });
    expect(check(files).code).toBe(0);
  });

  test.for<[folder: string, command: string]>([
    ["scenarios", "cyanotype compile"],
    ["flows", "cyanotype compile flows/a.scenario.ts"],
    ["it's", "cyanotype compile 'it'\\''s/a.scenario.ts'"],
  ])("of %j are printed by a command that can be copied", ([folder, command]) => {
    const files = project({
      [`${folder}/a.scenario.ts`]: scenarioFile(WAIT),
      [`${folder}/environments/test.yaml`]: ENVIRONMENT,
    });
    const { code, stdout } = check(files);
    expect(code).toBe(1);
    expect(stdout).toContain(`Run \`${command}\`, look at the change, and commit it`);
    const args = command
      .replace(/'(.*)'$/u, (_, quoted: string) => quoted.replace("'\\''", "'"))
      .split(" ")
      .slice(1);
    expect(run(files.folder, args).code).toBe(0);
    expect(check(files).code).toBe(0);
  });

  test("of other scenarios are not left over where only some are checked", () => {
    const files = printed({ "scenarios/b.scenario.ts": scenarioFile(WAIT, { name: "Other" }) });
    expect(shown(files, SOURCE)).toContain("\n✓ 2 printed files are fresh\n");
    expect(check(files, "--env", "test").code).toBe(0);
  });

  test("are checked once: through the scenario", () => {
    const files = printed({ [SOURCE]: scenarioFile(TELL) });
    const { lint } = JSON.parse(check(files, "--format", "json").stdout) as {
      readonly lint: {
        readonly files: number;
        readonly findings: readonly { readonly source?: { readonly path: string } }[];
      };
    };
    expect(lint.files).toBe(1);
    expect(lint.findings.length).toBeGreaterThan(0);
    expect(lint.findings.map(({ source }) => source?.path)).toEqual(lint.findings.map(() => SOURCE));
  });
});

describe("what does not compile", () => {
  test("is told for all files and environments, and the others are checked all the same", () => {
    const files = printed({ "exports/a.json": BROKEN });
    files.write({
      [SOURCE]: scenarioFile(tell("slak")),
      "scenarios/environments/live.yaml": "connections: { slac: 1 }\nwebhooks: { orders: { id: 2 } }\n",
      "scenarios/syntax.scenario.ts": "export const = 1;\n",
      "scenarios/other.scenario.ts": scenarioFile(tell("slick"), { name: "Other" }),
    });
    expect(shown(files)).toMatchInlineSnapshot(`
      "exports/a.json:28:21  error  \`util:SetVariable2 (2)\` reads module \`9\`, which does not exist
        27 |         "scope": "roundtrip",
        28 |         "value": "{{9.x}}"
           |                     ^^^
        help    Map the value again, from a module that stands before this one
        rule    dangling-reference

      ✗ 5 problems: not everything could be checked
        help    Mend what cannot be read or compiled first: what depends on it was not checked
      · Types are not checked: there is no tsconfig.json for the scenarios; write one, as \`cyanotype init\` does
      ✗ 1 error in 1 blueprint
        help    Mend what the linter has found; \`cyanotype explain <rule>\` tells more
      The check could not be completed
      [stderr]
      scenarios/syntax.scenario.ts:1:14  error  Unexpected token
        1 | export const = 1;
          |              ^

      scenarios/a.scenario.ts:7:64  error  \`slak\` has no value under \`connections\` in scenarios/environments/live.yaml
        7 | …{ connection: connection("slak"), channel: "#a", text: "Hi" }));
          |                           ^^^^^^
        help    Did you mean \`slac\`? Otherwise add it to scenarios/environments/live.yaml

      scenarios/a.scenario.ts:7:64  error  \`slak\` has no value under \`connections\` in scenarios/environments/test.yaml
        7 | …{ connection: connection("slak"), channel: "#a", text: "Hi" }));
          |                           ^^^^^^
        help    Did you mean \`slack\`? Otherwise add it to scenarios/environments/test.yaml

      scenarios/other.scenario.ts:7:64  error  \`slick\` has no value under \`connections\` in scenarios/environments/live.yaml
        7 | …{ connection: connection("slick"), channel: "#a", text: "Hi" }));
          |                           ^^^^^^^
        help    Add it to scenarios/environments/live.yaml

      scenarios/other.scenario.ts:7:64  error  \`slick\` has no value under \`connections\` in scenarios/environments/test.yaml
        7 | …{ connection: connection("slick"), channel: "#a", text: "Hi" }));
          |                           ^^^^^^^
        help    Did you mean \`slack\`? Otherwise add it to scenarios/environments/test.yaml

      5 problems
      [exit code 2]"
    `);
  });

  test("keeps nothing that it printed before from being left over, or checked twice", () => {
    const files = printed({ "scenarios/b.scenario.ts": scenarioFile(WAIT, { name: "Other" }) });
    files.write({ [SOURCE]: "nonsense(" });
    const { code, stdout } = check(files);
    expect(code).toBe(2);
    expect(stdout).not.toContain("left over");
    expect(stdout).toContain("1 blueprint checked, nothing to report");
  });

  test("includes an environment that is wrong, beside one that is not", () => {
    const files = printed({ "scenarios/environments/live.yaml": ENVIRONMENT });
    files.write({ "scenarios/environments/live.yaml": "nonsense: 1\n" });
    const { code, stdout, stderr } = check(files);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^scenarios\/environments\/live\.yaml:1:1 {2}error/u);
    expect(stdout).toContain("2 printed files are fresh");
  });
});

describe("the exit code", () => {
  const warned = (): Project => printed({ [SOURCE]: scenarioFile(TELL) });

  test.for<[what: string, files: () => Project, args: string[], code: number]>([
    ["an error", () => project({ "a.json": BROKEN }), [], 1],
    ["a warning", warned, [], 0],
    ["a warning that fails", warned, ["--fail-on", "warning"], 1],
    ["a warning too many", warned, ["--max-warnings", "0"], 1],
    ["a rule that is off", () => project({ "a.json": BROKEN }), ["--rule", "dangling-reference=off"], 0],
    ["a file that is no blueprint", () => project({ "a.json": "{" }), ["a.json"], 2],
    ["nothing to check", () => project(), [], 2],
    ["a file that is not there", printed, ["nobody.json"], 2],
    ["a configuration that is wrong", () => printed({ "cyanotype.config.yaml": "nope: 1\n" }), [], 2],
    ["a configuration that ignores all", () => printed({ "cyanotype.config.yaml": 'ignores: ["**"]\n' }), [], 2],
    [
      "scenarios whose blueprints are ignored",
      () => printed({ "cyanotype.config.yaml": 'ignores: ["dist-blueprints/**"]\n' }),
      [],
      2,
    ],
    ["stdin", printed, ["-"], 2],
    ["an environment that is not there", printed, ["--env", "nope"], 2],
    ["a base without a repository", printed, ["--base", "main"], 2],
  ])("of %s", ([, make, args, code]) => {
    const ran = check(make(), ...args);
    expect(ran.stderr).not.toContain("This is a bug");
    expect(ran.code, ran.stderr).toBe(code);
    if (code === 2) expect(ran.stderr).toContain("error");
  });
});

describe("reports", () => {
  test("are written to files, each in its format", () => {
    const files = printed({ "exports/a.json": BROKEN });
    files.write({ [SOURCE]: scenarioFile(WAIT.replace("duration: 1", "duration: 2")) });
    const outputs = ["r.sarif", "junit=r.xml", "r.md", "r.json", "r.txt"];
    const { code, stdout } = check(files, ...outputs.flatMap((name) => ["--output", name]));
    expect(code).toBe(1);
    expect(files.read("r.txt")).toBe(stdout);
    expect(files.read("r.md")).toMatch(/^### Cyanotype: ❌ failed\n/u);
    expect(files.read("r.xml")).toContain("stale-blueprint");
    const { runs } = JSON.parse(files.read("r.sarif")) as {
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
    };
    expect(runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(["dangling-reference", "stale-blueprint"]);
    expect((JSON.parse(files.read("r.json")) as { readonly verdict: string }).verdict).toBe("failed");
  });

  test("as JSON fit their schema, whatever was found", () => {
    const read = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")) as object;
    const validate = new Ajv()
      .addSchema(read("lint-report"))
      .addSchema(read("diff-report"))
      .compile(read("check-report"));
    const green = printed();
    const red = printed({ "exports/a.json": BROKEN });
    red.write({ "scenarios/b.scenario.ts": "nonsense(", [SOURCE]: scenarioFile(TELL) });
    for (const [files, verdict] of [
      [green, "passed"],
      [red, "trouble"],
      [project(), "trouble"],
    ] as const) {
      const report = JSON.parse(check(files, "--format", "json", "--max-warnings", "9").stdout) as object;
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      expect(report).toMatchObject({ verdict });
    }
  });

  test("for GitHub are annotations, and the summary of the job", () => {
    const files = printed({ "exports/a.json": BROKEN, "summary.md": "Before\n" });
    files.write({
      [SOURCE]: scenarioFile(WAIT.replace("duration: 1", "duration: 2")),
      "scenarios/b.scenario.ts": "nonsense(",
    });
    const env = { GITHUB_STEP_SUMMARY: files.path("summary.md") };
    const { stdout } = run(files.folder, ["check", "--format", "github"], { env });
    expect(stdout).toMatchInlineSnapshot(`
      "::error file=scenarios/b.scenario.ts,line=1,endLine=1,col=10,endColumn=11,title=cannot be checked::Unexpected token
      ::error file=exports/a.json,line=28,endLine=28,col=21,endColumn=24,title=dangling-reference::\`util:SetVariable2 (2)\` reads module \`9\`, which does not exist%0AMap the value again, from a module that stands before this one
      ::error file=scenarios/a.scenario.ts,line=5,endLine=5,col=32,endColumn=40,title=stale-blueprint::\`dist-blueprints/test/orders.blueprint.json\` is stale%0ARun \`cyanotype compile\`, look at the change, and commit it
      ✗ 1 problem: not everything could be checked
        Mend what cannot be read or compiled first: what depends on it was not checked
      · Types are not checked: there is no tsconfig.json for the scenarios; write one, as \`cyanotype init\` does
      ✗ Printed files: 1 stale
        Run \`cyanotype compile\`, look at the change, and commit it
      ✗ 1 error in 2 blueprints
        Mend what the linter has found; \`cyanotype explain <rule>\` tells more
      "
    `);
    expect(files.read("summary.md")).toMatch(/^Before\n### Cyanotype: ❌ could not be completed\n/u);
    expect(run(files.folder, ["check"], { env }).code).toBe(2);
    expect(files.read("summary.md").match(/### Cyanotype/gu)).toHaveLength(1);
  });

  test("that cannot be written are trouble, and the rest is told", () => {
    const files = printed();
    mkdirSync(files.path("folder"));
    const { code, stdout, stderr } = run(files.folder, ["check", "--format", "github"], {
      env: { GITHUB_STEP_SUMMARY: files.path("folder") },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^folder {2}error {2}This is a folder, not a file\n {2}help {4}It is named by/u);
    expect(stdout).toContain("2 printed files are fresh");
    expect(check(files, "--output", `text=${SOURCE}`).stderr).toContain("written over a file that was checked");
  });

  test("tell what somebody named without being steered by it", () => {
    const name = "a\u001b[31m\n::error::x\u202e<script>alert(1)</script> `b` ]]> | @team";
    const files = project({
      "a.json": JSON.stringify({
        ...blueprint([
          webhook(),
          module(2, "slack:CreateMessage", { mapper: { text: "{{9.x}}" }, metadata: { designer: { name } } }),
        ]),
        name,
      }),
    });
    for (const format of ["text", "github", "markdown", "json"]) {
      const { stdout } = check(files, "--format", format);
      expect(stdout.length).toBeGreaterThan(100);
      expect(stdout).not.toMatch(/[\u001b\u202e]/u);
      expect(stdout).not.toMatch(/^::error::x/mu);
      if (format === "markdown") expect(stdout.replace(/`[^`\n]*`/gu, "")).not.toMatch(/<script|@team/u);
    }
  });
});
