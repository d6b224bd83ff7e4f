import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { type RunOptions, run, transcript } from "./command.ts";

const compile = (files: Project, args: readonly string[] = [], options: RunOptions = {}) =>
  run(files.folder, ["compile", ...args], options);
const shown = (files: Project, args: readonly string[] = []): string => transcript(compile(files, args), files.folder);

const WAIT = 'flow.step("Wait", tools.sleep({ duration: 1 }));';
const orders = (more: Readonly<Record<string, string>> = {}) => projectOf(scenarioFile(WAIT), more);

/** Every file below the output folder. */
const printedIn = ({ folder }: Project): readonly string[] =>
  readdirSync(join(folder, "dist-blueprints"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json") || name.endsWith(".tmp"))
    .sort();

describe("compile", () => {
  test("prints every scenario for every environment, and says what has changed", () => {
    const files = orders({ "scenarios/b.scenario.ts": scenarioFile(WAIT, { name: "Other" }) });
    expect(compile(files)).toEqual({
      code: 0,
      stdout:
        "new        dist-blueprints/test/orders.blueprint.json  Orders, 2 modules\n" +
        "new        dist-blueprints/test/other.blueprint.json  Other, 2 modules\n",
      stderr: "",
    });
    expect(printedIn(files)).toEqual([
      "test/orders.blueprint.json",
      "test/orders.deploy.json",
      "test/other.blueprint.json",
      "test/other.deploy.json",
    ]);

    files.write({ "scenarios/a.scenario.ts": scenarioFile(`${WAIT} ${WAIT.replace("Wait", "Wait again")}`) });
    expect(compile(files).stdout).toBe(
      "changed    dist-blueprints/test/orders.blueprint.json  Orders, 3 modules\n" +
        "unchanged  dist-blueprints/test/other.blueprint.json  Other, 2 modules\n",
    );
  });

  test("writes the same bytes in every process, zone, language and folder", () => {
    const files = orders();
    const elsewhere = orders();
    compile(files, [], { env: { TZ: "Asia/Tokyo", LANG: "de_DE.UTF-8" } });
    compile(elsewhere, [], { env: { TZ: "America/New_York", LANG: "C" } });
    for (const name of printedIn(files)) {
      const path = `dist-blueprints/${name}`;
      expect(files.read(path)).toBe(elsewhere.read(path));
    }
    const before = printedIn(files).map((name) => statSync(files.path(`dist-blueprints/${name}`)).mtimeMs);
    expect(compile(files).stdout).toMatch(/^unchanged/u);
    expect(printedIn(files).map((name) => statSync(files.path(`dist-blueprints/${name}`)).mtimeMs)).toEqual(before);
  });

  test("takes files, an environment and a folder for the output", () => {
    const files = orders({ "scenarios/b.scenario.ts": "throw 1;" });
    files.write({ "scenarios/environments/other.yaml": files.read("scenarios/environments/test.yaml") });
    expect(compile(files, ["scenarios/a.scenario.ts", "--env", "other", "--out", "printed/here"])).toEqual({
      code: 0,
      stdout: "new        printed/here/other/orders.blueprint.json  Orders, 2 modules\n",
      stderr: "",
    });
  });

  test("prints one blueprint to the terminal, and writes nothing", () => {
    const files = orders();
    const { code, stdout, stderr } = compile(files, ["--stdout"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ name: "Orders" });
    expect(stdout.endsWith("}\n")).toBe(true);
    expect(readdirSync(files.folder)).toEqual(["scenarios"]);
  });

  test("prints no more than one to the terminal", () => {
    const files = orders({ "scenarios/b.scenario.ts": scenarioFile(WAIT, { name: "Other" }) });
    expect(shown(files, ["--stdout"])).toMatchInlineSnapshot(`
      "[stderr]
      --stdout prints one blueprint, and these are 2:
        Orders for test
        Other for test
      Choose one with --scenario and --env.
      [exit code 2]"
    `);
  });

  test("prints the scenario that is chosen", () => {
    const files = orders({ "scenarios/b.scenario.ts": scenarioFile(WAIT, { name: "Other" }) });
    expect(JSON.parse(compile(files, ["--stdout", "--scenario", "Other"]).stdout)).toMatchObject({ name: "Other" });
    expect(JSON.parse(compile(files, ["--stdout", "--scenario", "orders"]).stdout)).toMatchObject({ name: "Orders" });
  });

  test("does not tell of what it was not asked for", () => {
    const files = orders({ "dist-blueprints/test/gone.blueprint.json": "{}" });
    expect(compile(files, ["scenarios/a.scenario.ts"]).stderr).toBe("");
    expect(compile(files)).toMatchObject({
      code: 0,
      stderr:
        "left over  dist-blueprints/test/gone.blueprint.json: no scenario prints it; delete it if it is no longer needed\n",
    });
  });
});

describe("compile --check", () => {
  test("is content with what is fresh", () => {
    const files = orders();
    compile(files);
    expect(compile(files, ["--check"])).toEqual({ code: 0, stdout: "1 blueprint is fresh\n", stderr: "" });
  });

  test("tells what is missing, stale and left over, and writes nothing", () => {
    const files = orders({ "scenarios/b.scenario.ts": scenarioFile(WAIT, { name: "Other" }) });
    compile(files);
    files.write({
      "scenarios/a.scenario.ts": scenarioFile(""),
      "scenarios/b.scenario.ts": scenarioFile(WAIT, { name: "Fresh" }),
    });
    const before = printedIn(files);
    expect(shown(files, ["--check"])).toMatchInlineSnapshot(`
      "[stderr]
      stale  dist-blueprints/test/orders.blueprint.json
      missing  dist-blueprints/test/fresh.blueprint.json
      missing  dist-blueprints/test/fresh.deploy.json
      left over  dist-blueprints/test/other.blueprint.json: no scenario prints it
      left over  dist-blueprints/test/other.deploy.json: no scenario prints it
      Run \`cyanotype compile\`, look at the change, and commit it.
      [exit code 1]"
    `);
    expect(printedIn(files)).toEqual(before);
  });
});

describe("a failed compile", () => {
  test("shows what is wrong with its line, and leaves what was printed before", () => {
    const files = orders();
    compile(files);
    const before = files.read("dist-blueprints/test/orders.blueprint.json");
    files.write({
      "scenarios/a.scenario.ts": scenarioFile(`
  flow.step("Wait", tools.sleep({ duration: 999 }));
  flow.step("Compose", tools.compose({ value: env("GREETING") }));
  flow.step("Wait", tools.sleep({ duration: 1 }));`),
    });
    expect(shown(files)).toMatchInlineSnapshot(`
      "[stderr]
      scenarios/a.scenario.ts:8:13  error  Step \`Wait\`: \`duration\` is 999, more than 300
        8 |   flow.step("Wait", tools.sleep({ duration: 999 }));
          |             ^^^^^^
        help    Give a whole number from 1 to 300

      scenarios/a.scenario.ts:10:13  error  Two steps are called \`Wait\` (the first is in line 8)
         9 |   flow.step("Compose", tools.compose({ value: env("GREETING") }));
        10 |   flow.step("Wait", tools.sleep({ duration: 1 }));
           |             ^^^^^^
        help    Give each step a name of its own: its id is kept by it

      2 problems
      [exit code 2]"
    `);
    expect(files.read("dist-blueprints/test/orders.blueprint.json")).toBe(before);
  });

  test("in one environment prints none", () => {
    const files = orders({ "scenarios/environments/empty.yaml": "{}" });
    expect(shown(files)).toMatchInlineSnapshot(`
      "[stderr]
      scenarios/a.scenario.ts:6:107  error  \`orders\` has no value under \`webhooks\` in scenarios/environments/empty.yaml
        6 | …ng }>({ webhook: webhook("orders") }));
          |                           ^^^^^^^^
        help    Add it to scenarios/environments/empty.yaml
      [exit code 2]"
    `);
    expect(readdirSync(files.folder)).toEqual(["scenarios"]);
  });

  test.for<[string, (files: Project) => void, RegExp]>([
    [
      "a folder stands where a blueprint belongs",
      ({ path }) => mkdirSync(path("dist-blueprints/test/orders.blueprint.json"), { recursive: true }),
      /^dist-blueprints\/test\/orders\.blueprint\.json {2}error {2}This is a folder, not a file\n$/u,
    ],
    [
      "a file stands where a folder belongs",
      ({ path }) => writeFileSync(path("dist-blueprints"), "text"),
      /^dist-blueprints\/test\/orders\.blueprint\.json {2}error {2}A part of the path is no folder\n$/u,
    ],
    [
      "what was printed before is broken",
      ({ write }) => write({ "dist-blueprints/test/orders.blueprint.json": "{" }),
      /^dist-blueprints\/test\/orders\.blueprint\.json:1:2 {2}error {2}The blueprint printed before cannot be read/u,
    ],
    [
      "there are no scenarios",
      ({ write }) => write({ "scenarios/a.scenario.ts": "export const a = 1;" }),
      /^scenarios\/a\.scenario\.ts {2}error {2}The file exports no scenario\n {2}help/u,
    ],
  ])("tells that %s, without a stack", ([, prepare, message]) => {
    const files = orders();
    prepare(files);
    const { code, stdout, stderr } = compile(files);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  test.skipIf(process.getuid?.() === 0)("tells that it may not write (root may write everywhere)", () => {
    const files = orders();
    mkdirSync(files.path("dist-blueprints/test"), { recursive: true });
    chmodSync(files.path("dist-blueprints/test"), 0o555);
    const { code, stderr } = compile(files);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^dist-blueprints\/test\/\S+ {2}error {2}There is no permission to read or write this\n$/u);
  });

  test("tells where scenarios come from when there is nothing to compile", () => {
    expect(shown(project({ "a.txt": "" }))).toMatchInlineSnapshot(`
      "[stderr]
      error  There is no folder \`scenarios\` here
        help    Go to the folder of the project, or name the files; a new project begins with \`cyanotype init\`, and exports of Make's editor become scenarios with \`cyanotype decompile\`
      [exit code 2]"
    `);
  });

  test("keeps names from steering the terminal", () => {
    const files = orders();
    files.write({ "scenarios/a.scenario.ts": scenarioFile(WAIT).replace('"Orders"', '"Or\\u001b[31mders\\u009b"') });
    const { code, stdout } = compile(files);
    expect(code).toBe(0);
    expect(stdout).toContain("Or [31mders");
    expect(stdout).not.toMatch(/[\u001b\u009b]/u);
  });
});
