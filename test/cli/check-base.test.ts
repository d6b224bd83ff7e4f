// `check --base` in real repositories: what a branch has changed.

import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../lint/blueprints.ts";
import { ENVIRONMENT, type Project, scenarioFile } from "../load/project.ts";
import { commit, git, repository } from "../load/repository.ts";
import { COMMAND, run, transcript } from "./command.ts";

const SOURCE = "scenarios/a.scenario.ts";
const step = (value: string, onError = ""): string =>
  `  flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: ${JSON.stringify(value)} })${onError});`;
const HANDLED = ", { onError: onError.ignore() }";

const exported = (...modules: readonly JsonObject[]): string =>
  JSON.stringify({ ...blueprint([webhook(), ...modules]), name: "Export" }, null, 2);
const reading = (id: number): JsonObject => setVariable(id, "{{9.x}}");

interface BaseOf {
  readonly scenarios: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly newFindings: number;
    readonly goneFindings: number;
    readonly modules: readonly { readonly kind: string }[];
  }[];
  readonly newFindings: readonly { readonly rule: string; readonly path: string }[];
  readonly goneFindings: readonly { readonly rule: string }[];
  readonly suppressedBefore: number;
  readonly problems: readonly { readonly message: string; readonly path?: string }[];
}

/** A repository with these files, and what they print, on `main`; a branch of it is checked out. */
function branched(files: Readonly<Record<string, string>>): Project {
  const made = repository({ "scenarios/environments/test.yaml": ENVIRONMENT, ...files });
  if (files[SOURCE] !== undefined) expect(run(made.folder, ["compile"]).code).toBe(0);
  commit(made);
  git(made, "switch", "-q", "-c", "feature");
  return made;
}
const checkBase = (files: Project, ...args: readonly string[]) =>
  run(files.folder, ["check", "--base", "main", ...args]);
/** What has changed, for machines. */
function base(files: Project, ...args: readonly string[]): BaseOf {
  const { stdout, stderr } = checkBase(files, "--format", "json", ...args);
  expect(stderr).not.toContain("This is a bug");
  return (JSON.parse(stdout) as { readonly base: BaseOf }).base;
}
/** Each scenario that is different: its states, and how many findings came and went. */
const changes = (files: Project, ...args: readonly string[]): readonly string[] =>
  base(files, ...args).scenarios.map(
    ({ before, after, newFindings, goneFindings }) => `${before} ${after} +${newFindings} -${goneFindings}`,
  );

describe("a branch", () => {
  test("that changes nothing", () => {
    const files = branched({ [SOURCE]: scenarioFile(step("Hi", HANDLED)) });
    expect(transcript(checkBase(files), files.folder)).toMatchInlineSnapshot(`
      "✓ 1 scenario compiles for test
      · Types are not checked: there is no tsconfig.json for the scenarios; write one, as \`cyanotype init\` does
      ✓ 2 printed files are fresh
      ✓ 1 blueprint checked, nothing to report
      · Since main: no scenario has changed
      The check passed
      [exit code 0]"
    `);
    files.write({ [SOURCE]: `// A remark.\n${files.read(SOURCE)}` });
    expect(changes(files)).toEqual([]);
  });

  test("that breaks a scenario and changes another one", () => {
    const files = branched({
      [SOURCE]: scenarioFile(step("Hi", HANDLED)),
      "exports/a.json": exported(setVariable(2, "a")),
      "exports/same.json": exported(reading(2)),
    });
    files.write({
      [SOURCE]: scenarioFile(`${step("Hello")}\n${step("Bye", HANDLED).replace('"Tell"', '"Part"')}`),
      "exports/a.json": exported(setVariable(2, "b")),
    });
    expect(transcript(checkBase(files, "--output", "s.md"), files.folder)).toMatchInlineSnapshot(`
      "exports/same.json:28:21  error  \`util:SetVariable2 (2)\` reads module \`9\`, which does not exist
        27 |         "scope": "roundtrip",
        28 |         "value": "{{9.x}}"
           |                     ^^^
        help    Map the value again, from a module that stands before this one
        rule    dangling-reference

      scenarios/a.scenario.ts:7:13  warning  \`Tell (2)\` changes something outside of Make and has no error handler
        6 |   const order = flow.trigger("Order arrives", webhooks.customWebhook<{ note: string }>({ webhook: we…
        7 |   flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hel…
          |             ^^^^^^
        in      dist-blueprints/test/orders.blueprint.json:22:17  /flow/1/module
        help    Add an error handler: Break keeps the bundle to be repaired, Ignore drops it, Resume goes on with a substitute
        rule    missing-error-handler

      stale      dist-blueprints/test/orders.blueprint.json

      Changed since main:
        exports/a.json  1 module changed
          1–2 credits a run
        scenarios/a.scenario.ts  1 module added, 1 changed, 1 error handler removed
          1 new finding; 1–2 → 1–3 credits a run

      ✓ 1 scenario compiles for test
      · Types are not checked: there is no tsconfig.json for the scenarios; write one, as \`cyanotype init\` does
      ✗ Printed files: 1 stale
        help    Run \`cyanotype compile\`, look at the change, and commit it
      ✗ 1 error, 1 warning in 3 blueprints
        help    Mend what the linter has found; \`cyanotype explain <rule>\` tells more
      · Since main: 2 scenarios changed, 1 new finding
      The check failed
      [exit code 1]"
    `);
    expect(files.read("s.md")).toMatchSnapshot();
    expect(run(files.folder, ["compile"]).code).toBe(0);
    rmSync(files.path("exports/same.json"));
    commit(files);
    expect(checkBase(files).code).toBe(0);
  });

  test("that changes a setting is drawn without a diagram, in which nothing would be different", () => {
    const files = branched({ "a.json": exported(setVariable(2, "a")) });
    files.write({ "a.json": files.read("a.json").replace('"maxErrors": 3', '"maxErrors": 4') });
    const { stdout } = checkBase(files, "--format", "markdown");
    expect(stdout).toContain("| `a.json` | 1 change of the scenario itself |  | 1–2 a run |");
    expect(stdout).toContain("number of consecutive errors (maxErrors): 3 → 4");
    expect(stdout).not.toMatch(/mermaid|left out/u);
  });

  test("that renames, adds and removes", () => {
    const files = branched({
      [SOURCE]: scenarioFile(step("Hi")),
      "exports/old.json": exported(reading(2)),
      // Unlike any other, or Git takes it for one that was renamed.
      "exports/gone.json": JSON.stringify(blueprint([webhook(), reading(2), reading(3)])),
    });
    renameSync(files.path(SOURCE), files.path("scenarios/renamed.scenario.ts"));
    renameSync(files.path("exports/old.json"), files.path("exports/moved.json"));
    rmSync(files.path("exports/gone.json"));
    files.write({
      "exports/new.json": exported(module(2, "slack:CreateMessage"), reading(3)),
      "scenarios/new.scenario.ts": scenarioFile(step("Hi"), { name: "Fresh" }),
    });
    git(files, "add", "-A");
    const found = base(files, "--rule", "shared-hook=off");
    expect(
      found.scenarios.map(({ before, after, newFindings, goneFindings }) => [before, after, newFindings, goneFindings]),
    ).toEqual([
      ["exports/gone.json", null, 0, 2],
      [null, "exports/new.json", 2, 0],
      [null, "scenarios/new.scenario.ts", 1, 0],
    ]);
    expect(found.newFindings).toHaveLength(3);
    expect(found.goneFindings).toHaveLength(2);
  });

  test("that renumbers and moves modules has no new finding", () => {
    const files = branched({ "a.json": exported(reading(2), reading(3)) });
    files.write({ "a.json": exported(reading(12), reading(13)).replace(/"x": 0/gu, '"x": 300') });
    const { newFindings, goneFindings } = base(files);
    expect([newFindings, goneFindings]).toEqual([[], []]);
  });

  test("is compared with where it parted, with what is committed and what is not", () => {
    const files = branched({ "a.json": exported(setVariable(2, "a")), "b.json": exported(setVariable(2, "b")) });
    files.write({ "a.json": exported(setVariable(2, "mine")) });
    commit(files);
    git(files, "switch", "-q", "main");
    files.write({ "b.json": exported(setVariable(2, "theirs")) });
    commit(files);
    git(files, "switch", "-q", "feature");
    files.write({ "c.json": exported(setVariable(2, "c")) });
    expect(changes(files)).toEqual(["a.json a.json +0 -0", "null c.json +0 -0"]);
  });

  test("that changes an environment changes the scenarios that are printed for it", () => {
    const files = branched({
      [SOURCE]: scenarioFile(step("Hi", HANDLED)),
      "scenarios/environments/first.yaml": ENVIRONMENT,
    });
    files.write({ "scenarios/environments/test.yaml": ENVIRONMENT.replace("slack: 1", "slack: 7") });
    expect(changes(files)).toEqual([`${SOURCE} ${SOURCE} +0 -0`]);
    expect(changes(files, "--env", "first")).toEqual([]);
  });

  test("that changes data which a scenario imports changes the scenario", () => {
    const source = scenarioFile(step("Hi", HANDLED)).replace('"#a"', "data.channel");
    const files = branched({
      [SOURCE]: `import data from "./data.json" with { type: "json" };\n${source}`,
      "scenarios/data.json": '{ "channel": "#a" }',
    });
    files.write({ "scenarios/data.json": '{ "channel": "#b" }' });
    expect(changes(files)).toEqual([`${SOURCE} ${SOURCE} +0 -0`]);
  });

  test("may have any names: none of them gets out of its place", () => {
    const name = "a\u001b[31m\n```\n## x\u202e<script>alert(1)</script> `b` ]]> | @team";
    const designer = { designer: { x: 0, y: 0, name } };
    const files = branched({ "a.json": exported(setVariable(2, "a", { metadata: designer })) });
    files.write({
      "a.json": exported(
        setVariable(2, `b${name}`, { metadata: designer }),
        module(3, "slack:CreateMessage", { metadata: designer }),
      ),
    });
    for (const format of ["text", "markdown", "json", "github"]) {
      const { code, stdout } = checkBase(files, "--format", format);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/[\u001b\u202e]/u);
      expect(stdout).not.toMatch(/^## x/mu);
    }
    const { stdout } = checkBase(files, "--format", "markdown");
    const outside = stdout.replace(/^(`{3,})(?:diff|mermaid)\n.*?\n\1$/gmsu, "").replace(/`[^`\n]*`/gu, "");
    expect(outside).toContain("<details>");
    expect(outside).not.toMatch(/<script|@team|```/u);
  });

  test("may tell of a part only, or from a folder", () => {
    const files = branched({
      "one/a.json": exported(setVariable(2, "a")),
      "two/b.json": exported(setVariable(2, "b")),
    });
    files.write({ "one/a.json": exported(reading(2)), "two/b.json": exported(reading(2)) });
    expect(changes(files, "one")).toEqual(["one/a.json one/a.json +1 -0"]);
    expect(changes(files, files.path("two"))).toEqual(["two/b.json two/b.json +1 -0"]);
    const { stdout } = run(files.path("one"), ["check", "--base", "main", "--format", "json"]);
    expect((JSON.parse(stdout) as { readonly base: BaseOf }).base.scenarios.map(({ after }) => after)).toEqual([
      "a.json",
    ]);
  });

  test("is judged by the configuration that it has, and its base by the one that was there", () => {
    const files = branched({
      "a.json": exported(reading(2)),
      "cyanotype.config.yaml": "rules: { dangling-reference: off }\n",
    });
    files.write({ "cyanotype.config.yaml": "rules: { dangling-reference: error }\n" });
    expect(base(files).newFindings.map(({ rule }) => rule)).toEqual(["dangling-reference"]);
    files.write({
      "cyanotype.config.yaml":
        "ignores: [nobody.json]\nsuppressions:\n  - { rule: dangling-reference, reason: Known }\n",
    });
    expect(base(files)).toMatchObject({ newFindings: [], goneFindings: [], suppressedBefore: 0 });
  });
});

describe("a base", () => {
  test("that does not compile is no fault of the branch, and compared with nothing", () => {
    const files = branched({ "exports/a.json": exported(setVariable(2)) });
    git(files, "switch", "-q", "main");
    files.write({ [SOURCE]: "nonsense(", "scenarios/b.scenario.ts": scenarioFile(step("Hi"), { name: "Other" }) });
    commit(files);
    git(files, "switch", "-q", "-C", "feature");
    files.write({ [SOURCE]: scenarioFile(step("Hi")), "exports/a.json": exported(reading(2)) });
    expect(run(files.folder, ["compile"]).code).toBe(0);
    const ran = checkBase(files);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(
      /^Not checked in the state of main, so not compared:\n\nmain:scenarios\/a\.scenario\.ts/u,
    );
    const found = base(files);
    expect(found.scenarios.map(({ after }) => after)).toEqual(["exports/a.json"]);
    expect(found.newFindings.map(({ rule }) => rule)).toEqual(["dangling-reference"]);
    expect(found.problems).toMatchObject([{ path: "main:scenarios/a.scenario.ts" }]);
  });

  test("whose configuration is wrong is compared with nothing", () => {
    const files = branched({ "a.json": exported(reading(2)), "cyanotype.config.yaml": "nope: 1\n" });
    rmSync(files.path("cyanotype.config.yaml"));
    const found = base(files);
    expect(found).toMatchObject({ scenarios: [], newFindings: [], goneFindings: [] });
    expect(found.problems).toHaveLength(1);
  });

  test("without any scenario makes all of them new", () => {
    const files = repository({ "README.md": "" });
    git(files, "switch", "-q", "-c", "feature");
    files.write({ "deep/a.json": exported(reading(2)) });
    expect(changes(files)).toEqual(["null deep/a.json +1 -0"]);
    const { stdout } = run(files.path("deep"), ["check", "--base", "main", "--format", "json"]);
    expect((JSON.parse(stdout) as { readonly base: BaseOf }).base.scenarios).toHaveLength(1);
  });

  test("that Git does not know is told with everything else", () => {
    const files = branched({ "a.json": exported(reading(2)) });
    const { code, stdout, stderr } = run(files.folder, ["check", "--base", "nobody"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error {2}Git knows no `nobody`\n {2}help .*fetched first/u);
    expect(stdout).toContain("dangling-reference");
  });
});

test.skipIf(process.platform === "win32").for(["SIGINT", "SIGTERM"] as const)(
  "%s leaves nothing of the earlier state behind",
  async (signal) => {
    const slow = `await new Promise((done) => setTimeout(done, 60_000));\n${scenarioFile(step("Hi", HANDLED))}`;
    const files = repository({ [SOURCE]: slow, "scenarios/environments/test.yaml": ENVIRONMENT });
    files.write({ [SOURCE]: scenarioFile(step("Hi", HANDLED)), "tmp/.keep": "" });
    const child = spawn(process.execPath, [COMMAND, "check", "--base", "main"], {
      cwd: files.folder,
      env: { ...process.env, TMPDIR: files.path("tmp") },
      stdio: "ignore",
    });
    const ended = new Promise((done) => child.once("exit", (_, by) => done(by)));
    const earlier = () => readdirSync(files.path("tmp")).filter((name) => name.startsWith("cyanotype-"));
    await expect
      .poll(() => earlier().some((name) => existsSync(files.path(`tmp/${name}/${SOURCE}`))), { timeout: 10_000 })
      .toBe(true);
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(earlier()).toEqual([]);
  },
);

describe("a scenario that does not compile now", () => {
  test("is not called gone, nor are its findings", () => {
    const files = branched({ [SOURCE]: scenarioFile(step("Hi")), "exports/a.json": exported(reading(2)) });
    files.write({
      [SOURCE]: scenarioFile(step("Hi").replace('"slack"', '"slak"')),
      "exports/a.json": exported(setVariable(2)),
    });
    const found = base(files);
    expect(found.scenarios.map(({ after }) => after)).toEqual(["exports/a.json"]);
    expect(found.goneFindings.map(({ rule }) => rule)).toEqual(["dangling-reference"]);
  });
});

test("the report of a change fits its schema", () => {
  const read = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")) as object;
  const validate = new Ajv()
    .addSchema(read("lint-report"))
    .addSchema(read("diff-report"))
    .compile(read("check-report"));
  const files = branched({ [SOURCE]: scenarioFile(step("Hi")), "a.json": exported(reading(2)) });
  rmSync(files.path("a.json"));
  files.write({ [SOURCE]: scenarioFile(step("Ho")), "b.json": exported(reading(2), reading(3)), "c.json": "{}" });
  const report = JSON.parse(checkBase(files, "--format", "json").stdout) as object;
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
});

test("a comment stays below GitHub's limit with names of any length", () => {
  const named = (text: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `${"`x`/".repeat(20)}${index}.json`,
        JSON.stringify({ ...blueprint([webhook(), setVariable(2, text)]), name: "`".repeat(5000) }),
      ]),
    );
  const files = branched(named("a"));
  files.write(named("{{9.b}}"));
  const { stdout } = checkBase(files, "--format", "markdown");
  expect(stdout.length).toBeGreaterThan(20_000);
  expect(stdout.length).toBeLessThan(65_536);
});

test("a comment stays below GitHub's limit, whatever has changed, and says what was left out", () => {
  const many = (text: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `exports/${String(index).padStart(2, "0")}.json`,
        exported(...Array.from({ length: 120 }, (__, at) => setVariable(at + 2, `${text} {{9.x}} ${at}`))),
      ]),
    );
  const files = branched(many("a"));
  files.write(many("b"));
  const { stdout } = checkBase(files, "--format", "markdown");
  expect(stdout.length).toBeGreaterThan(40_000);
  expect(stdout.length).toBeLessThan(65_536);
  expect(stdout).toMatch(
    /\nToo large for a comment, so left out: what has changed in `exports\/\d\d\.json`, .* and \d+ more; .*\.\n$/u,
  );
  expect(stdout.match(/<details>/gu)?.length).toBe(stdout.match(/<\/details>/gu)?.length);
  expect((stdout.match(/^```/gmu)?.length ?? 1) % 2).toBe(0);
});
