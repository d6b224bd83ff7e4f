import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { referenceNames } from "../../src/load/init/references.ts";
import { type Project, project } from "../load/project.ts";
import { COMMAND, run, transcript } from "./command.ts";
import { message, named, orders } from "./exports.ts";
import { installed } from "./installed.ts";
import { canRunWithoutRights, WITHOUT_RIGHTS } from "./without-rights.ts";

const init = ({ folder }: Project, ...args: readonly string[]): string =>
  transcript(run(folder, ["init", ...args]), folder);

/** All files that are there, and none of the folders that stand for installed packages. */
const filesIn = ({ folder }: Project): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.includes("node_modules") && statSync(`${folder}/${path}`).isFile())
    .sort();

/** Runs the tests of a project as its author does. */
const testsIn = ({ folder }: Project): string =>
  spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", VITEST: undefined },
  }).stdout;

describe("init", () => {
  test("writes a project, and says what it wrote and what comes next", () => {
    expect(init(project(), "automations")).toMatchInlineSnapshot(`
      "new        automations/package.json
      new        automations/tsconfig.json
      new        automations/cyanotype.config.yaml
      new        automations/.gitignore
      new        automations/.vscode/settings.json
      new        automations/scenarios/google-forms-approval.scenario.ts
      new        automations/scenarios/google-forms-approval.test.ts
      new        automations/scenarios/environments/production.yaml
      new        automations/.github/workflows/cyanotype.yml
      new        automations/dist-blueprints/production/google-forms-approval-ask.blueprint.json
      new        automations/dist-blueprints/production/google-forms-approval-ask.deploy.json
      new        automations/dist-blueprints/production/google-forms-approval-act.blueprint.json
      new        automations/dist-blueprints/production/google-forms-approval-act.deploy.json

      Next:
        1. cd automations && npm install
        2. npx cyanotype check, the gate: once it is green, commit everything
        3. Put your own values into scenarios/environments/production.yaml, run \`npx cyanotype compile\`, and import dist-blueprints/production/*.blueprint.json into Make
      [exit code 0]"
    `);
  });

  test.for(referenceNames)("begins with %s: it is green, and its test passes", (name) => {
    const files = project();
    init(files, ".", "--scenario", name, "--env", "Team A");
    installed(files);
    expect(run(files.folder, ["compile", "--check"])).toMatchObject({ code: 0, stdout: "2 blueprints are fresh\n" });
    expect(run(files.folder, ["lint", "scenarios", "--preset", "strict", "--fail-on", "info"]).stdout).toMatch(
      /^2 blueprints checked, nothing to report/u,
    );
    expect(testsIn(files)).toContain("Test Files  1 passed (1)");
    // What is not needed is not asked for.
    const symbols = [...files.read("scenarios/environments/Team A.yaml").matchAll(/^ {2}([\w-]+):/gmu)].map(
      ([, it]) => it,
    );
    const source = files.read(`scenarios/${name}.scenario.ts`);
    expect(symbols.filter((symbol) => !source.includes(`"${symbol}"`))).toEqual([]);
  });

  test("begins with an export: the ids are those of the account, and what is found in it is no news", () => {
    const files = project({ "orders.json": JSON.stringify(orders) });
    expect(init(files, "--from", "orders.json")).toMatchInlineSnapshot(`
      "new        package.json
      new        tsconfig.json
      new        cyanotype.config.yaml
      new        .gitignore
      new        .vscode/settings.json
      new        scenarios/orders.scenario.ts
      new        scenarios/orders.editor.json
      new        scenarios/modules/apify.ts
      new        scenarios/environments/production.yaml
      new        .github/workflows/cyanotype.yml
      new        scenarios/orders.test.ts
      new        dist-blueprints/production/orders.blueprint.json
      new        dist-blueprints/production/orders.deploy.json
      new        cyanotype.baseline.json

      2 findings of the export recorded in cyanotype.baseline.json: from now on only new ones are told

      Next:
        1. npm install
        2. npx cyanotype check, the gate: once it is green, commit everything
        3. Change a step, run \`npx cyanotype compile\`, and import dist-blueprints/production/*.blueprint.json into Make
      [exit code 0]"
    `);
    expect(files.read("scenarios/environments/production.yaml")).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../../node_modules/cyanotype/schemas/environment.schema.json
      # Ids of this account, by the names that scenarios use. Names may be changed here and there together.

      connections:
        slack: 101
        apify: 202
      webhooks:
        orders: { id: 301 }
      "
    `);
    expect(files.read("scenarios/orders.test.ts")).toMatchInlineSnapshot(`
      "// What the printed scenario does. \`evaluateTemplate\` and \`evaluateConditions\` of "cyanotype/iml" try its mappings and
      // filters with bundles of your own: that needs no account of Make, and costs no credit.

      import { expect, test } from "vitest";
      import blueprint from "../dist-blueprints/production/orders.blueprint.json" with { type: "json" };

      test("the scenario runs these modules, one after the other", () => {
        expect(blueprint.name).toBe("Orders");
        expect(blueprint.flow).toMatchObject([
          { module: "gateway:CustomWebHook" },
          { module: "slack:CreateMessage" },
          { module: "apify:runActor" },
          { module: "builtin:BasicRouter" },
        ]);
      });
      "
    `);
    expect(run(files.folder, ["compile", "--check"]).code).toBe(0);
    expect(run(files.folder, ["lint", "scenarios", "--max-warnings", "0"]).code).toBe(0);
  });

  test.for([
    ["github", [".github/workflows/cyanotype.yml"]],
    ["gitlab", [".gitlab-ci.yml"]],
    ["none", []],
  ] as const)("has the gate run on %s", ([service, expected]) => {
    const files = project();
    init(files, "--ci", service);
    expect(filesIn(files).filter((path) => path.endsWith(".yml"))).toEqual(expected);
  });

  test("names the package after the folder, as npm takes it", () => {
    const nameFor = (folder: string): unknown => {
      const files = project();
      init(files, folder, "--yes");
      return JSON.parse(files.read(`${folder}/package.json`)).name;
    };
    expect(["My Automations", "<script>`$(id)`", "日本", "vitest", ".hidden"].map(nameFor)).toEqual([
      "my-automations",
      "script-id",
      "scenarios",
      "vitest-scenarios",
      "hidden",
    ]);
  });

  test("shows hostile names harmlessly, and quotes them for the shell", () => {
    const shown = init(project(), "a\u001b[31m\u202eb'c", "--yes");
    expect(shown).not.toMatch(/[\u001b\u202e]/u);
    expect(shown).toContain("1. cd 'a [31m b'\\''c' && npm install");
  });
});

test("the name of an export stands in its files as a text, whatever it holds", () => {
  const name = '</script>"`${process.exit(1)}\u202e\n*/ \u001b[31m';
  const files = project({ "a.json": JSON.stringify({ ...orders, name }) });
  expect(init(files, "--from", "a.json")).not.toMatch(/[\u001b\u202e]/u);
  installed(files);
  const written = filesIn(files).filter((path) => path.endsWith(".test.ts"));
  expect(written).toHaveLength(1);
  expect(files.read(written[0] ?? "")).not.toMatch(/[\u001b\u202e]/u);
  expect(testsIn(files)).toContain("Test Files  1 passed (1)");
});

describe("init never writes over a file", () => {
  test("says what it left, and what a package.json of one's own lacks", () => {
    const own = '{ "name": "mine", "scripts": { "test": "jest" }, "devDependencies": { "typescript": "5" } }';
    const files = project({ "package.json": own, ".gitignore": "/dist\n", "notes.txt": "mine" });
    expect(init(files, "--ci", "none")).toMatchInlineSnapshot(`
      "left       package.json  (was there, and is as it was)
      new        tsconfig.json
      new        cyanotype.config.yaml
      left       .gitignore  (was there, and is as it was)
      new        .vscode/settings.json
      new        scenarios/google-forms-approval.scenario.ts
      new        scenarios/google-forms-approval.test.ts
      new        scenarios/environments/production.yaml
      new        dist-blueprints/production/google-forms-approval-ask.blueprint.json
      new        dist-blueprints/production/google-forms-approval-ask.deploy.json
      new        dist-blueprints/production/google-forms-approval-act.blueprint.json
      new        dist-blueprints/production/google-forms-approval-act.deploy.json

      Next:
        1. npm install --save-dev cyanotype vitest
        2. npm pkg set type=module 'scripts.compile=cyanotype compile' 'scripts.check=cyanotype check' scripts.types=tsc
        3. Add node_modules/ to .gitignore
        4. npx cyanotype check, the gate: once it is green, commit everything
        5. Put your own values into scenarios/environments/production.yaml, run \`npx cyanotype compile\`, and import dist-blueprints/production/*.blueprint.json into Make
      [exit code 0]"
    `);
    expect([files.read("package.json"), files.read(".gitignore"), files.read("notes.txt")]).toEqual([
      own,
      "/dist\n",
      "mine",
    ]);
  });

  test("writes nothing the second time", () => {
    const files = project();
    init(files);
    expect(init(files).match(/^\w+(?= {2})/gmu)).toEqual(Array(13).fill("unchanged"));
  });

  test("leaves a scenario that was changed, and its blueprints", () => {
    const files = project();
    init(files);
    const changed = files.read("scenarios/google-forms-approval.scenario.ts").replace("3600", "7200");
    files.write({ "scenarios/google-forms-approval.scenario.ts": changed });
    const shown = init(files);
    expect(shown).toContain("left       scenarios/google-forms-approval.scenario.ts  (was there, and is as it was)\n");
    expect(shown).not.toContain("dist-blueprints/production/google");
    expect(shown).toContain("npx cyanotype compile, which prints the scenario that was there");
    expect(files.read("scenarios/google-forms-approval.scenario.ts")).toBe(changed);
  });

  test("leaves a link that leads to nothing", () => {
    const files = project();
    symlinkSync("nowhere", files.path("tsconfig.json"));
    expect(init(files)).toContain("left       tsconfig.json");
    expect(existsSync(files.path("nowhere"))).toBe(false);
  });

  test.skipIf(process.platform === "win32")("looks at environments alone, and waits for none that never comes", () => {
    const files = project({ "scenarios/environments/notes.txt": "" });
    symlinkSync(".", files.path("scenarios/environments/self"));
    spawnSync("mkfifo", [files.path("scenarios/environments/pipe")]);
    expect(init(files)).toContain("new        scenarios/environments/production.yaml");
    spawnSync("mkfifo", [files.path("scenarios/environments/other.yaml")]);
    expect(init(files)).toBe(
      "[stderr]\nscenarios/environments/other.yaml  error  This is a folder or a device, not a file\n[exit code 2]",
    );
  });

  test("writes nothing at all when the scenario does not go with the environments that are there", () => {
    const files = project({ "scenarios/environments/staging.yaml": "connections: { slack: 1 }\n" });
    const shown = init(files, "--scenario", "zendesk-escalation");
    expect(shown).toMatchInlineSnapshot(`
      "[stderr]
      scenarios/environments  error  The scenario does not compile with the environments that are there, so nothing was written
        help    Mend what is told below, or choose another folder

      error  \`zendesk\` has no value under \`connections\` in scenarios/environments/staging.yaml
        help    Add it to scenarios/environments/staging.yaml

      error  \`hitl\` has no value under \`connections\` in scenarios/environments/staging.yaml
        help    Add it to scenarios/environments/staging.yaml

      error  \`SUPPORT_MANAGERS_LOOP\` has no value under \`values\` in scenarios/environments/staging.yaml
        help    Add it to scenarios/environments/staging.yaml

      error  \`support-requests\` has no value under \`dataStores\` in scenarios/environments/staging.yaml
        help    Add it to scenarios/environments/staging.yaml

      error  \`SPECIALISTS_GROUP\` has no value under \`values\` in scenarios/environments/staging.yaml
        help    Add it to scenarios/environments/staging.yaml

      error  \`EXECUTIVES_GROUP\` has no value under \`values\` in scenarios/environments/staging.yaml
        help    Add it to scenarios/environments/staging.yaml

      error  \`RESOLUTION_TEMPLATE\` has no value under \`values\` in scenarios/environments/staging.yaml
        help    Add it to scenarios/environments/staging.yaml

      8 problems
      [exit code 2]"
    `);
    expect(filesIn(files)).toEqual(["scenarios/environments/staging.yaml"]);
  });

  test("writes nothing beside an environment that cannot be read, and shows where", () => {
    const files = project({ "scenarios/environments/staging.yaml": "conections: { slack: 1 }\n" });
    expect(init(files)).toMatchInlineSnapshot(`
      "[stderr]
      scenarios/environments  error  The scenario does not compile with the environments that are there, so nothing was written
        help    Mend what is told below, or choose another folder

      scenarios/environments/staging.yaml:1:1  error  \`conections\` is not a known key
        1 | conections: { slack: 1 }
          | ^^^^^^^^^^
        help    Did you mean \`connections\`?

      2 problems
      [exit code 2]"
    `);
    expect(filesIn(files)).toEqual(["scenarios/environments/staging.yaml"]);
  });
});

describe("init refuses", () => {
  const copied = JSON.stringify({ subflows: [{ flow: [message(1, "x")] }], metadata: { version: 1 } });

  test.for<[string, readonly string[], string]>([
    ["a file", ["a.json"], "This is a file, not a folder"],
    ["what is below a file", ["a.json/x/y"], "This is a file, not a folder"],
    ["an export that is not there", ["--from", "none.json"], "There is no such file or folder"],
    ["a folder of exports", ["--from", "exports"], "This is a folder, not an export"],
    ["what is no blueprint", ["--from", "a.json"], "error"],
    ["copied modules", ["--from", "copied.json"], "These are copied modules, not a scenario"],
    [
      "two beginnings",
      ["--from", "a.json", "--scenario", "content-moderation"],
      "`--from` and `--scenario` do not go together",
    ],
    ["a scenario that is not there", ["--scenario", "orders"], "`orders` is no value of `--scenario`"],
    ["a name that leads elsewhere", ["--env", "../x"], "Begin it with a letter or a digit"],
  ])("%s, and writes nothing", ([, args, said]) => {
    const files = project({ "a.json": "{}", "copied.json": copied, "exports/x.json": JSON.stringify(named("X", [])) });
    const before = filesIn(files);
    const { code, stdout, stderr } = run(files.folder, ["init", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(filesIn(files)).toEqual(before);
  });

  test("a file in the way of a folder", () => {
    const files = project({ scenarios: "mine" });
    expect(init(files)).toBe(
      "[stderr]\nscenarios/google-forms-approval.scenario.ts  error  A part of the path is no folder\n[exit code 2]",
    );
    expect(filesIn(files)).toEqual(["scenarios"]);
  });

  test.skipIf(!canRunWithoutRights)("a folder that it may not write to", () => {
    const files = project();
    mkdirSync(files.path("locked"));
    chmodSync(files.path("locked"), 0o555);
    chmodSync(files.folder, 0o755);
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, "init", "locked/new"], {
      cwd: files.folder,
      encoding: "utf8",
      ...WITHOUT_RIGHTS,
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe("locked  error  There is no permission to read or write this\n");
  });
});

test("in a folder of a repository it writes no file for a service, which would not find it there", () => {
  const files = project({ ".git/HEAD": "" });
  const shown = init(files, "automations");
  expect(shown).toContain("No file for a CI service was written: services look for it at the top of the repository");
  expect(filesIn(files).filter((path) => path.endsWith(".yml"))).toEqual([]);
});

test("the references are those of this repository", () => {
  const scenarios = readdirSync("scenarios").filter((name) => name.endsWith(".scenario.ts"));
  expect(scenarios.map((name) => name.replace(".scenario.ts", "")).sort()).toEqual([...referenceNames].sort());
  for (const name of referenceNames) {
    const files = project();
    init(files, "--scenario", name);
    expect(files.read(`scenarios/${name}.scenario.ts`)).toBe(readFileSync(`scenarios/${name}.scenario.ts`, "utf8"));
  }
});
