// What a team accepts: the configuration and suppressions, as people use them.

import { describe, expect, test } from "vitest";
import { blueprint, module, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const lint = (files: Project, ...args: readonly string[]) => run(files.folder, ["lint", ...args]);
const shown = (files: Project, ...args: readonly string[]): string => transcript(lint(files, ...args), files.folder);
const rulesIn = (text: string): readonly string[] => text.match(/(?<=^ {2}rule {4})\S+$/gmu) ?? [];

const post = (id: number, name?: string) =>
  module(id, "slack:CreateMessage", {
    version: 4,
    mapper: { channel: "c", text: "t" },
    metadata: { designer: { x: 0, y: 0, ...(name === undefined ? {} : { name }) } },
  });
const json = (...flow: Parameters<typeof blueprint>[0]): string =>
  JSON.stringify(blueprint([webhook(), ...flow]), null, 2);
const DANGLING = json(setVariable(2, "{{9.x}}"));

describe("a configuration", () => {
  test("decides what is found", () => {
    const files = project({
      "a.json": json(post(2)),
      "cyanotype.config.yaml": "rules: { missing-error-handler: off }\n",
    });
    expect(shown(files, "a.json")).toBe("1 blueprint checked, nothing to report\n[exit code 0]");
    expect(rulesIn(lint(files, "a.json", "--rule", "missing-error-handler=error").stdout)).toEqual([
      "missing-error-handler",
    ]);
    files.write({ "strict.yaml": "extends: strict\n" });
    expect(lint(files, "a.json", "--config", "strict.yaml").code).toBe(1);
  });

  test("holds in the folders below", () => {
    const files = project({ ".git/HEAD": "", "cyanotype.config.yaml": "rules: { dangling-reference: off }\n" });
    files.write({ "exports/a.json": DANGLING });
    expect(run(files.path("exports"), ["lint", "a.json"]).code).toBe(0);
  });

  test("is told what is wrong with it, and nothing is checked", () => {
    const files = project({ "a.json": DANGLING, "cyanotype.config.yaml": "rule:\n  weak-evidense: off\n" });
    expect(shown(files, "a.json", "--format", "json")).toMatchInlineSnapshot(`
      "[stderr]
      cyanotype.config.yaml:1:1  error  \`rule\` is not a known key
        1 | rule:
          | ^^^^
        help    Did you mean \`rules\`?
      [exit code 2]"
    `);
  });

  test("leaves files out, but never all of them", () => {
    const files = project({
      "a.json": DANGLING,
      "drafts/b.json": DANGLING,
      "cyanotype.config.yaml": "ignores: [drafts]\n",
    });
    expect(lint(files, ".").stdout).toMatch(/1 error in 1 blueprint\n$/u);
    expect(shown(files, "drafts/b.json")).toMatchInlineSnapshot(`
      "[stderr]
      cyanotype.config.yaml  error  Nothing is left to check: the configuration ignores every file that was found
        help    Look at \`ignores\`, or give other files
      [exit code 2]"
    `);
  });

  test("is told where it keeps mandatory rules from files, pattern by pattern", () => {
    const files = project({
      "a.json": json(setVariable(2)),
      "drafts/b.json": DANGLING,
      "drafts/c.json": DANGLING,
      "drafts/settings.json": "{}",
      "node_modules/template/d.json": DANGLING,
      "cyanotype.config.yaml": "ignores: [nothing, drafts, node_modules]\nmandatory: [dangling-reference]\n",
    });
    expect(shown(files, ".")).toMatchInlineSnapshot(`
      "cyanotype.config.yaml:1:20  info  \`drafts\` keeps mandatory rules from 2 files
        1 | ignores: [nothing, drafts, node_modules]
          |                    ^^^^^^
        help    Ignore only what your team does not import into Make
        rule    unchecked-mandatory

      1 remark in 1 blueprint
      [exit code 0]"
    `);
    expect(lint(files, ".", "--preset", "strict", "--fail-on", "warning").code).toBe(1);
    expect(lint(files, ".", "--rule", "unchecked-mandatory=off").stdout).toBe(
      "1 blueprint checked, nothing to report\n",
    );
    expect(lint(files, "a.json").stdout).toBe("1 blueprint checked, nothing to report\n");
  });

  test("is told where it keeps mandatory rules from what a scenario prints", () => {
    const files = projectOf(scenarioFile(`flow.step("Wait", tools.sleep({ duration: 1 }));`), {
      "cyanotype.config.yaml": "ignores: [dist-blueprints]\nmandatory: [dangling-reference]\n",
      "a.json": json(setVariable(2)),
    });
    expect(rulesIn(lint(files, ".").stdout)).toEqual(["unchecked-mandatory"]);
  });

  test("ignores what comes from stdin by the name that it is given", () => {
    const files = project({
      "cyanotype.config.yaml": "ignores: [drafts, '*.json']\nmandatory: [dangling-reference]\n",
    });
    const piped = (...args: readonly string[]): string =>
      transcript(run(files.folder, ["lint", "-", ...args], { input: DANGLING }), files.folder);
    expect(piped("--stdin-filename", "drafts/b.json")).toBe(
      "[stderr]\ndrafts/b.json was not checked: cyanotype.config.yaml ignores it\n[exit code 0]",
    );
    expect(piped("--stdin-filename", "drafts/b.json", "--format", "compact")).toContain("[exit code 0]");
    // Without a name, nobody can have meant it.
    expect(piped()).toMatch(/1 error in 1 blueprint\n\[exit code 1\]$/u);
  });

  test("knows functions that the organization made", () => {
    const files = project({ "a.json": json(setVariable(2, "{{toIban(1.x)}}")) });
    expect(rulesIn(lint(files, "a.json").stdout)).toContain("unknown-function");
    files.write({ "cyanotype.config.yaml": "customFunctions: [toIban]\n" });
    expect(rulesIn(lint(files, "a.json").stdout)).not.toContain("unknown-function");
  });

  test("is shown for a file, as YAML and as JSON", () => {
    const files = project({
      "cyanotype.config.yaml":
        "overrides: [{ files: [a.json], rules: { weak-evidence: error } }]\nsuppressions: [{ rule: disabled-route, pointer: /flow/1, reason: fine }]\nmandatory: [dangling-reference]\n",
    });
    const yaml = lint(files, "--print-config", "a.json").stdout;
    expect(yaml).toMatch(
      /^file: a\.json\nconfiguration: cyanotype\.config\.yaml\nignored: false\npreset: recommended\n/u,
    );
    expect(yaml).toContain("\n  weak-evidence: error\n");
    expect(JSON.parse(lint(files, "--print-config", "b.json", "--format", "json").stdout)).toMatchObject({
      rules: { "weak-evidence": "off" },
      mandatory: ["dangling-reference"],
      suppressions: [{ rule: "disabled-route", pointer: "/flow/1", reason: "fine" }],
    });
    expect(lint(files, "--print-config", "a.json", "b.json")).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("a suppression in the configuration", () => {
  const suppress = (...lines: readonly string[]) => ({
    "cyanotype.config.yaml": `suppressions:\n${lines.map((line) => `  - { ${line} }\n`).join("")}`,
  });

  test("hides a finding, which is counted", () => {
    const files = project({
      "a.json": json(post(2, "Tell")),
      ...suppress("rule: missing-error-handler, module: Tell, reason: Somebody watches"),
    });
    expect(shown(files, "a.json")).toBe("1 blueprint checked, nothing to report, 1 suppressed\n[exit code 0]");
    expect(JSON.parse(lint(files, "a.json", "--format", "json").stdout)).toMatchObject({
      findings: [],
      summary: { warning: 0, suppressed: 1 },
      suppressed: [{ rule: "missing-error-handler", suppression: { by: "configuration", reason: "Somebody watches" } }],
    });
  });

  test("is told when it hides nothing, or has run out", () => {
    const files = project({
      "a.json": json(post(2, "Tell")),
      ...suppress(
        "rule: missing-error-handler, module: Tell, reason: Somebody watches, expires: 2020-01-01",
        "rule: missing-error-handler, module: Nobody, reason: Gone",
      ),
    });
    expect(shown(files, "a.json")).toMatchInlineSnapshot(`
      "a.json:22:17  warning  \`Tell (2)\` changes something outside of Make and has no error handler
        21 |       "id": 2,
        22 |       "module": "slack:CreateMessage",
           |                 ^^^^^^^^^^^^^^^^^^^^^
        help    Add an error handler: Break keeps the bundle to be repaired, Ignore drops it, Resume goes on with a substitute
        rule    missing-error-handler

      cyanotype.config.yaml:2:13  warning  The suppression of \`missing-error-handler\` ran out on 2020-01-01
        1 | suppressions:
        2 |   - { rule: missing-error-handler, module: Tell, reason: Somebody watches, expires: 2020-01-01 }
          |             ^^^^^^^^^^^^^^^^^^^^^
        help    Mend what it hid; or say until when it is fine, and why
        rule    expired-suppression

      cyanotype.config.yaml:3:13  warning  \`missing-error-handler\` is suppressed here, but finds nothing
        2 |   - { rule: missing-error-handler, module: Tell, reason: Somebody watches, expires: 2020-01-01 }
        3 |   - { rule: missing-error-handler, module: Nobody, reason: Gone }
          |             ^^^^^^^^^^^^^^^^^^^^^
        help    Remove the suppression
        rule    unused-suppression

      3 warnings in 1 blueprint
      [exit code 0]"
    `);
  });

  test("is not called unused while a file that it may be for was not checked", () => {
    const files = project({
      "a.json": json(setVariable(2)),
      "exports/b.json": json(post(2, "Tell")),
      "package.json": "{}",
      ...suppress("rule: missing-error-handler, module: Tell, reason: Somebody watches"),
    });
    expect(lint(files, "a.json").stdout).toBe("1 blueprint checked, nothing to report\n");
    expect(lint(files, ".").stdout).toBe("2 blueprints checked, nothing to report, 1 suppressed\n");
    files.write({ "exports/b.json": json(setVariable(2)) });
    expect(lint(files, "a.json").stdout).toBe("1 blueprint checked, nothing to report\n");
    expect(rulesIn(lint(files, ".").stdout)).toEqual(["unused-suppression"]);
  });
});

describe("a suppression beside a step", () => {
  const TELL = `slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" })`;

  test("hides what is found at the step, in every form that it is printed in", () => {
    const files = projectOf(
      scenarioFile(`
  flow.step("Tell", ${TELL}, { suppress: { "missing-error-handler": "Somebody watches" } });`),
    );
    files.write({ "scenarios/environments/other.yaml": files.read("scenarios/environments/test.yaml") });
    expect(shown(files, "scenarios")).toBe("2 blueprints checked, nothing to report, 1 suppressed\n[exit code 0]");
  });

  test("is pointed at, where it hides nothing, has run out, or is unknown", () => {
    const files = projectOf(
      scenarioFile(`
  flow.step("Wait", tools.sleep({ duration: 1 }), { suppress: { "missing-error-handler": "It cannot fail" } });
  flow.step("Tell", ${TELL}, {
    suppress: { "missing-error-handler": { reason: "Somebody watches", expires: "2020-01-01" } },
  });
  flow.step("Tell again", ${TELL}, {
    suppress: { "missing-error-handling": "Somebody watches" },
    onError: onError.ignore(),
  });`),
    );
    expect(shown(files, "scenarios")).toMatchInlineSnapshot(`
      "scenarios/a.scenario.ts:8:65  warning  \`missing-error-handler\` is suppressed here, but finds nothing
        8 | …ion: 1 }), { suppress: { "missing-error-handler": "It cannot fail" } });
          |                           ^^^^^^^^^^^^^^^^^^^^^^^
        in      dist-blueprints/test/orders.blueprint.json:22:17  /flow/1/module
        help    Remove the suppression
        rule    unused-suppression

      scenarios/a.scenario.ts:9:13  warning  \`Tell (3)\` changes something outside of Make and has no error handler
        8 |   flow.step("Wait", tools.sleep({ duration: 1 }), { suppress: { "missing-error-handler": "It cannot …
        9 |   flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi"…
          |             ^^^^^^
        in      dist-blueprints/test/orders.blueprint.json:38:17  /flow/2/module
        help    Add an error handler: Break keeps the bundle to be repaired, Ignore drops it, Resume goes on with a substitute
        rule    missing-error-handler

      scenarios/a.scenario.ts:10:17  warning  The suppression of \`missing-error-handler\` ran out on 2020-01-01
         9 |   flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi"…
        10 |     suppress: { "missing-error-handler": { reason: "Somebody watches", expires: "2020-01-01" } },
           |                 ^^^^^^^^^^^^^^^^^^^^^^^
        in      dist-blueprints/test/orders.blueprint.json:38:17  /flow/2/module
        help    Mend what it hid; or say until when it is fine, and why
        rule    expired-suppression

      scenarios/a.scenario.ts:13:17  warning  There is no rule \`missing-error-handling\` to suppress
        12 |   flow.step("Tell again", slack.createMessage({ connection: connection("slack"), channel: "#a", text…
        13 |     suppress: { "missing-error-handling": "Somebody watches" },
           |                 ^^^^^^^^^^^^^^^^^^^^^^^^
        in      dist-blueprints/test/orders.blueprint.json:79:17  /flow/3/module
        help    Did you mean \`missing-error-handler\`?
        rule    unknown-suppression

      4 warnings in 1 blueprint
      [exit code 0]"
    `);
  });

  test("does not silence what is mandatory", () => {
    const files = projectOf(
      scenarioFile(`
  flow.step("Tell", ${TELL}, { suppress: { "missing-error-handler": "Somebody watches" } });`),
      { "cyanotype.config.yaml": "mandatory: [missing-error-handler]\n" },
    );
    expect(rulesIn(lint(files, "scenarios").stdout)).toEqual(["missing-error-handler", "forbidden-suppression"]);
  });

  test.for([
    ["missing-error-handler=off", "`missing-error-handler` cannot be switched off"],
    ["missing-error-handler=info", "`missing-error-handler` cannot be made info"],
  ])("does not soften what is mandatory by --rule %s", ([setting, message]) => {
    const files = project({ "a.json": json(post(2)), "cyanotype.config.yaml": "mandatory: [missing-error-handler]\n" });
    expect(lint(files, "a.json", "--rule", setting as string)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message as string),
    });
    expect(lint(files, "a.json", "--rule", "missing-error-handler=error").code).toBe(1);
  });
});
