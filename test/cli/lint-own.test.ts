// What a project knows by itself: modules that it has learnt, and rules of its own.

import { describe, expect, test } from "vitest";
import { blueprint, module, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const lint = (files: Project, ...args: readonly string[]) => run(files.folder, ["lint", ...args]);
const shown = (files: Project, ...args: readonly string[]): string => transcript(lint(files, ...args), files.folder);
const json = (...flow: Parameters<typeof blueprint>[0]): string =>
  JSON.stringify(blueprint([webhook(), ...flow]), null, 2);

describe("learnt modules", () => {
  const NEW = json(module(2, "slack:PinCanvas", { version: 4, mapper: { channel: "c" } }));
  const isUnknown = (files: Project): boolean =>
    lint(files, "a.json", "--rule", "unknown-module=warning").stdout.includes("unknown-module");

  test("are known once the configuration names their folder, or their file", () => {
    const files = project({ "a.json": NEW });
    expect(isUnknown(files)).toBe(true);
    expect(run(files.folder, ["modules", "learn", "a.json", "--out", "learnt"]).code).toBe(0);
    files.write({ "cyanotype.config.yaml": "knownModules: [learnt]\n" });
    expect(isUnknown(files)).toBe(false);
    files.write({ "cyanotype.config.yaml": "knownModules: [./learnt/slack.ts]\n" });
    expect(isUnknown(files)).toBe(false);
  });

  test("are told where there are none", () => {
    const files = project({ "a.json": NEW, "cyanotype.config.yaml": "knownModules: [none, a.json]\n" });
    expect(shown(files, "a.json")).toMatchInlineSnapshot(`
      "[stderr]
      cyanotype.config.yaml:1:16  error  There are no learnt modules here
        1 | knownModules: [none, a.json]
          |                ^^^^
        help    Learn some: cyanotype modules learn 'exports/*.json' --out <folder>

      cyanotype.config.yaml:1:22  error  There are no learnt modules here
        1 | knownModules: [none, a.json]
          |                      ^^^^^^
        help    Learn some: cyanotype modules learn 'exports/*.json' --out <folder>

      2 problems
      [exit code 2]"
    `);
  });
});

const NO_FRIDAY = `
import { connectedModules, defineRule, describeModule, modulePlace } from "cyanotype/lint";

export const noFriday = defineRule({
  id: "own/no-friday",
  category: "configuration",
  summary: "A module is named after a Friday",
  severity: { recommended: "warning", strict: "error" },
  since: "1",
  options: { most: { summary: "how many are fine", default: 0, minimum: 0 } },
  messages: { friday: (d: { module: string }) => \`\\\`\${d.module}\\\` is named after a Friday\` },
  check({ scenario, options, report }) {
    const found = connectedModules(scenario).filter((module) => /friday/iu.test(module.name ?? ""));
    if (found.length <= options.most) return;
    for (const module of found) {
      report("friday", { at: modulePlace(module), data: { module: describeModule(module) }, help: "Take another day" });
    }
  },
});
`;
const FRIDAY = json({ ...setVariable(2, "x"), metadata: { designer: { x: 0, y: 0, name: "Friday run" } } });
const plugin = (text: string, more = ""): Project =>
  project({ "a.json": FRIDAY, "rules/a.ts": text, "cyanotype.config.yaml": `plugins: [./rules/a.ts]\n${more}` });

describe("a rule of one's own", () => {
  test("is listed and explained among the others", () => {
    const files = plugin(NO_FRIDAY);
    expect(transcript(run(files.folder, ["rules", "own/"]), files.folder)).toMatchInlineSnapshot(`
      "Configuration    recommended  strict  publish
        own/no-friday  warning      error    warning  A module is named after a Friday
      [exit code 0]"
    `);
    expect(transcript(run(files.folder, ["explain", "own/no-friday"]), files.folder)).toMatchInlineSnapshot(`
      "own/no-friday

      configuration · warning (strict: error) · since 1

      A module is named after a Friday.
      [exit code 0]"
    `);
    expect(run(files.folder, ["explain", "own/no-fridays"]).stderr).toContain("Did you mean `own/no-friday`?");
  });

  test("is not run to explain another rule, and what is wrong with it is told by those that list it", () => {
    const files = plugin("throw new Error('never');");
    expect(run(files.folder, ["explain", "dangling-reference"])).toMatchObject({ code: 0, stderr: "" });
    expect(run(files.folder, ["rules"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("rules/a.ts:1"),
      stdout: expect.stringContaining("dangling-reference"),
    });
  });

  test("is none where the project has none, and those of the linter are listed whatever is misspelt", () => {
    const files = project({ "cyanotype.config.yaml": "rules: { dangling-refrence: off }" });
    expect(run(files.folder, ["rules"])).toMatchObject({ code: 0, stderr: "" });
    expect(run(files.folder, ["rules", "own/"]).stderr).toContain("This project has no rules of its own");
    expect(run(files.folder, ["explain", "OWN/no-friday"]).stderr).toContain("There is no rule `OWN/no-friday`");
  });

  test("finds what it looks for, like any other", () => {
    const files = plugin(NO_FRIDAY);
    expect(shown(files, "a.json", "--format", "compact")).toMatchInlineSnapshot(`
      "a.json:22:17: warning \`Friday run (2)\` is named after a Friday [own/no-friday]
      [exit code 0]"
    `);
    expect(lint(files, "a.json", "--preset", "strict").code).toBe(1);
    expect(lint(files, "a.json", "--rule", "own/no-friday=off").stdout).not.toContain("own/");
    const { runs } = JSON.parse(lint(files, "a.json", "--format", "sarif").stdout);
    expect(runs[0].results.map(({ ruleId }: { readonly ruleId: string }) => ruleId)).toEqual(["own/no-friday"]);
  });

  test("may say which scenarios it concerns, and is told by its file when that fails", () => {
    const concerns = (code: string): Project =>
      plugin(NO_FRIDAY.replace("  check(", `  concerns: (scenario) => ${code},\n  check(`));
    expect(lint(concerns("scenario.modules.length > 0"), "a.json").stdout).toContain("own/no-friday");
    expect(lint(concerns("scenario.modules.length > 9"), "a.json").stdout).toContain("nothing to report");
    const { code, stderr } = lint(concerns("scenario.never.there"), "a.json");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^rules\/a\.ts:12:\d+ {2}error {2}The rule `own\/no-friday` fails: /u);
  });

  test("is set, suppressed, and kept in a baseline like any other", () => {
    const isTold = (more: string): boolean => lint(plugin(NO_FRIDAY, more), "a.json").stdout.includes("own/no-friday");
    expect(isTold("")).toBe(true);
    expect(isTold("rules: { own/no-friday: off }\n")).toBe(false);
    expect(isTold("rules: { own/no-friday: { most: 1 } }\n")).toBe(false);
    expect(isTold("suppressions: [{ rule: own/no-friday, module: Friday run, reason: fine }]\n")).toBe(false);
    const files = plugin(NO_FRIDAY);
    expect(lint(files, "a.json", "--write-baseline").stderr).toBe("1 finding recorded in cyanotype.baseline.json\n");
    expect(lint(files, "a.json").stdout).toContain("nothing to report");
    expect(lint(files, "--print-config", "a.json").stdout).toContain(
      "  own/no-friday:\n    severity: warning\n    most: 0\n",
    );
  });

  test("is suppressed in the source of a scenario", () => {
    const step = (more: string) =>
      scenarioFile(`  flow.step("Friday", tools.setVariable({ name: "n", value: "x" })${more});`);
    const files = projectOf(step(""), { "rules/a.ts": NO_FRIDAY, "cyanotype.config.yaml": "plugins: [rules/a.ts]\n" });
    expect(lint(files, "scenarios").stdout).toContain("own/no-friday");
    files.write({ "scenarios/a.scenario.ts": step(', { suppress: { "own/no-friday": "It is one" } }') });
    expect(lint(files, "scenarios").stdout).not.toContain("own/no-friday");
  });

  test("may look at several scenarios", () => {
    const files = plugin(`
import { defineProjectRule } from "cyanotype/lint";
export const twice = defineProjectRule({
  id: "own/same-name", category: "structure", summary: "Two scenarios have the same name",
  severity: { recommended: "error", strict: "error" }, since: "1",
  messages: { same: () => "Another scenario has this name" },
  collect: ({ scenario }) => scenario.name,
  check: (all) => all.slice(1).forEach(({ facts, report }) => facts === all[0].facts && report("same", { at: { pointer: "/name" } })),
});
`);
    files.write({ "b.json": FRIDAY });
    expect(lint(files, "a.json", "b.json", "--format", "compact").stdout).toMatch(/^b\.json:2:\d+: error Another/mu);
  });

  test.for<[name: string, text: string, message: string]>([
    ["an id that another rule may have", NO_FRIDAY.replace("own/", ""), "`no-friday` is no id of a rule of your own"],
    ["a file without rules", "export const a = 1;\n", "The file exports no rule"],
    [
      "two rules of one id",
      `${NO_FRIDAY}\nexport const again = { ...noFriday };\n`,
      "There are two rules `own/no-friday`",
    ],
    ["a mistake in the syntax", "export const = 1;\n", "rules/a.ts:1:"],
    ["a file that fails", 'throw new Error("no luck");\n', "rules/a.ts:1:1  error  no luck"],
    ["a missing import", 'import "./none.ts";\n', "Cannot find module"],
    [
      "a rule that fails",
      NO_FRIDAY.replace("const found =", "(undefined as never as { x: () => void }).x();\n    const found ="),
      "The rule `own/no-friday` fails: Cannot read properties of undefined",
    ],
    [
      "a finding without a place",
      NO_FRIDAY.replace("at: modulePlace(module),", ""),
      "The rule `own/no-friday` fails: a finding does not say where it is",
    ],
    [
      "a message that there is not",
      NO_FRIDAY.replace('report("friday"', 'report("monday"'),
      "The rule `own/no-friday` fails",
    ],
  ])("is told with its file: %s", ([, text, message]) => {
    const { code, stdout, stderr } = lint(plugin(text), "a.json");
    expect(stderr).toContain("rules/a.ts");
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("that is not there is told in the configuration", () => {
    const files = project({ "a.json": FRIDAY, "cyanotype.config.yaml": "plugins: [rules/none.ts]\n" });
    expect(lint(files, "a.json").stderr).toContain("cyanotype.config.yaml:1:11  error  There is no such file of rules");
  });
});
