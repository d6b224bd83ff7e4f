// The types of scenarios in `check`, by the compiler that a project has installed.

import { mkdirSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ENVIRONMENT, type Project, project, scenarioFile } from "../load/project.ts";
import { type Ran, run, transcript } from "./command.ts";
import { installed } from "./installed.ts";

const SOURCE = "scenarios/a.scenario.ts";
/** Settings in which `cyanotype` is this project. */
const settings = (more: object = {}): string =>
  JSON.stringify({
    extends: resolve("tsconfig.json"),
    compilerOptions: { typeRoots: [resolve("node_modules/@types")], noUnusedLocals: false, ...more },
    include: ["scenarios"],
  });
const tell = (text: string): string =>
  `flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: ${text} }), { onError: onError.ignore() });`;
const RIGHT = scenarioFile(tell("order.note"));
const WRONG = scenarioFile(tell("order.nots"));

/** A project of typed scenarios, with the packages that it needs, whose blueprints are printed. */
function typed(files: Readonly<Record<string, string>>): Project {
  const made = project({
    "package.json": JSON.stringify({ type: "module" }),
    "tsconfig.json": settings(),
    "scenarios/environments/test.yaml": ENVIRONMENT,
    ...files,
  });
  installed(made);
  expect(run(made.folder, ["compile"]).code).toBe(0);
  return made;
}

const check = (files: Project, ...args: readonly string[]): Ran => run(files.folder, ["check", ...args]);
const shown = (files: Project, ...args: readonly string[]): string => transcript(check(files, ...args), files.folder);

interface Types {
  readonly files: number;
  readonly errors: readonly { readonly rule: string; readonly path: string; readonly line: number }[];
  readonly unchecked: readonly string[];
  readonly command: string;
}
const typesOf = (files: Project, ...args: readonly string[]): Types | undefined =>
  (JSON.parse(check(files, ...args, "--format", "json").stdout) as { readonly types?: Types }).types;

describe("the types of scenarios", () => {
  test("hold", () => {
    expect(shown(typed({ [SOURCE]: RIGHT }))).toMatchInlineSnapshot(`
      "✓ 1 scenario compiles for test
      ✓ types hold
      ✓ 2 printed files are fresh
      ✓ 1 blueprint checked, nothing to report
      The check passed
      [exit code 0]"
    `);
  });

  test("make a check fail where they do not: what the scenario reads is not there", () => {
    const files = typed({ [SOURCE]: WRONG });
    expect(shown(files)).toMatchInlineSnapshot(`
      "scenarios/a.scenario.ts:7:101  error  Property 'nots' does not exist on type 'Ref<{ note: string; }>'
        7 | …annel: "#a", text: order.nots }), { onError: onError.ignore() });
          |                           ^^^^
        rule    TS2339

      ✓ 1 scenario compiles for test
      ✗ 1 error of types
        help    \`npx tsc --noEmit\` tells more of them
      ✓ 2 printed files are fresh
      ✓ 1 blueprint checked, nothing to report
      The check failed
      [exit code 1]"
    `);
    expect(check(files, "--format", "markdown").stdout).toMatchInlineSnapshot(`
      "### Cyanotype: ❌ failed

      - ✅ 1 scenario compiles for test
      - ❌ 1 error of types<br>\`npx tsc --noEmit\` tells more of them
      - ✅ 2 printed files are fresh
      - ✅ 1 blueprint checked, nothing to report

      **Errors of types**

      | | where | what is wrong | rule |
      | --- | --- | --- | --- |
      | error | \`scenarios/a.scenario.ts:7:101\` | Property 'nots' does not exist on type 'Ref&#60;{ note: string; }&#62;' | \`TS2339\` |
      "
    `);
    expect(check(files, "--format", "github").stdout).toMatchInlineSnapshot(`
      "::error file=scenarios/a.scenario.ts,line=7,endLine=7,col=101,endColumn=105,title=TS2339::Property 'nots' does not exist on type 'Ref<{ note: string; }>'
      ✓ 1 scenario compiles for test
      ✗ 1 error of types
        \`npx tsc --noEmit\` tells more of them
      ✓ 2 printed files are fresh
      ✓ 1 blueprint checked, nothing to report
      "
    `);
  });

  test("stand in reports that know findings only", () => {
    const files = typed({ [SOURCE]: WRONG });
    check(files, "--output", "r.sarif", "--output", "junit=r.xml");
    const { runs } = JSON.parse(files.read("r.sarif")) as {
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
    };
    expect(runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(["TS2339"]);
    expect(files.read("r.xml")).toContain('<testcase name="TS2339 at 7:');
  });

  test("are told in files below what is checked, and in no others", () => {
    const wrong = "export const n: number = 'a';\n";
    const files = typed({
      [SOURCE]: WRONG,
      "scenarios/b.scenario.ts": scenarioFile(tell("order.nots"), { name: "Other" }),
      "scenarios/lib/names.ts": wrong,
      "elsewhere/names.ts": wrong,
      "tsconfig.json": settings().replace('["scenarios"]', '["scenarios", "elsewhere"]'),
    });
    const pathsIn = (...args: readonly string[]) => typesOf(files, ...args)?.errors.map(({ path }) => path);
    expect(pathsIn("scenarios")).toEqual([SOURCE, "scenarios/b.scenario.ts", "scenarios/lib/names.ts"]);
    expect(pathsIn(SOURCE)).toEqual([SOURCE]);
    expect(pathsIn()).toContain("elsewhere/names.ts");
  });

  test("are checked by the nearest settings", () => {
    const files = typed({ [SOURCE]: WRONG, "tsconfig.json": "{", "scenarios/tsconfig.json": settings() });
    files.write({ "scenarios/tsconfig.json": settings().replace('["scenarios"]', '["."]') });
    expect(typesOf(files)).toMatchObject({
      files: 1,
      errors: [{ rule: "TS2339", path: SOURCE, line: 7 }],
      unchecked: [],
      command: "npx tsc --noEmit -p scenarios/tsconfig.json",
    });
  });

  test("are not known where settings or syntax keep the compiler from looking", () => {
    const files = typed({ [SOURCE]: RIGHT, "tsconfig.json": settings({ nonsense: 1 }) });
    expect(typesOf(files)?.errors).toMatchObject([{ rule: "TS5023", path: "tsconfig.json" }]);
    expect(check(files).code).toBe(1);
    files.write({ "tsconfig.json": settings(), "scenarios/lib/broken.ts": "export const = 1;\n" });
    expect(typesOf(files, SOURCE)?.errors[0]).toMatchObject({ path: "scenarios/lib/broken.ts", line: 1 });
  });

  test("do not fail because they are not checked", () => {
    const files = project({ [SOURCE]: WRONG, "scenarios/environments/test.yaml": ENVIRONMENT });
    expect(run(files.folder, ["compile"]).code).toBe(0);
    const line = (): string | undefined => check(files).stdout.split("\n")[1];
    expect(line()).toBe(
      "· Types are not checked: there is no tsconfig.json for the scenarios; write one, as `cyanotype init` does",
    );
    files.write({ "tsconfig.json": settings() });
    expect(line()).toBe(
      "· Types are not checked: TypeScript is not installed; `npm install --save-dev typescript` brings it",
    );
    files.write({ "package.json": JSON.stringify({ devDependencies: { typescript: "^7.0.0" } }) });
    expect(line()).toBe("· Types are not checked: TypeScript is not installed yet; `npm install` brings it");
    installed(files);
    files.write({ "tsconfig.json": settings().replace('["scenarios"]', '["src"]') });
    expect(line()).toBe(`· Types are not checked: tsconfig.json leaves out ${SOURCE}; add it to its \`include\``);
    expect(check(files).code).toBe(0);
    expect(check(files, "--format", "markdown").stdout).toContain("\n- Types are not checked: tsconfig.json leaves");
  });

  test("are no matter where there are no scenarios", () => {
    const files = typed({ [SOURCE]: WRONG });
    expect(typesOf(files, "dist-blueprints/test/orders.blueprint.json")).toBeUndefined();
  });

  test("cannot be checked by a compiler that is broken, and that is told", () => {
    const files = project({
      [SOURCE]: RIGHT,
      "tsconfig.json": settings(),
      "scenarios/environments/test.yaml": ENVIRONMENT,
      "node_modules/typescript/package.json": JSON.stringify({ name: "typescript", bin: "tsc.js" }),
      "node_modules/typescript/tsc.js": "throw new Error('Nothing works');\n",
    });
    const { code, stderr } = check(files);
    expect(code).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "tsconfig.json  error  TypeScript could not check the types
        help    It says: Error: Nothing works. Install it anew: \`npm install --save-dev typescript\`
      "
    `);
  });

  test("are checked in scenarios that a link leads to", () => {
    const files = typed({ [SOURCE]: RIGHT });
    files.write({ "real/b.scenario.ts": WRONG.replace('orders = scenario("Orders"', 'other = scenario("Other"') });
    mkdirSync(files.path("scenarios/linked"));
    symlinkSync(files.path("real/b.scenario.ts"), files.path("scenarios/linked/b.scenario.ts"));
    expect(typesOf(files, "scenarios")?.errors).toMatchObject([{ path: "scenarios/linked/b.scenario.ts" }]);
  });
});
