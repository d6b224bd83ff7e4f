// What a team accepts: the configuration, suppressions and the baseline, as people use them.

import { rmSync } from "node:fs";
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
        8 |   flow.step("Wait", tools.sleep({ duration: 1 }), { suppress: { "missing-error-handler": "It cannot 
        9 |   flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi"…
          |             ^^^^^^
        in      dist-blueprints/test/orders.blueprint.json:38:17  /flow/2/module
        help    Add an error handler: Break keeps the bundle to be repaired, Ignore drops it, Resume goes on with a substitute
        rule    missing-error-handler

      scenarios/a.scenario.ts:10:17  warning  The suppression of \`missing-error-handler\` ran out on 2020-01-01
         9 |   flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi"
        10 |     suppress: { "missing-error-handler": { reason: "Somebody watches", expires: "2020-01-01" } },
           |                 ^^^^^^^^^^^^^^^^^^^^^^^
        in      dist-blueprints/test/orders.blueprint.json:38:17  /flow/2/module
        help    Mend what it hid; or say until when it is fine, and why
        rule    expired-suppression

      scenarios/a.scenario.ts:13:17  warning  There is no rule \`missing-error-handling\` to suppress
        12 |   flow.step("Tell again", slack.createMessage({ connection: connection("slack"), channel: "#a", text
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

describe("a baseline", () => {
  const old = (): Project => project({ "exports/a.json": json(post(2), setVariable(3, "{{9.x}}")) });

  test("is written, and from then on only what is new is told", () => {
    const files = old();
    expect(shown(files, "exports", "--write-baseline")).toMatchInlineSnapshot(`
      "1 blueprint checked, nothing to report, 2 suppressed
      [stderr]
      2 findings recorded in cyanotype.baseline.json
      [exit code 0]"
    `);
    expect(files.read("cyanotype.baseline.json")).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "findings": [
          {"path":"exports/a.json","rule":"dangling-reference","place":"util:SetVariable2 › mapper › value","fingerprint":"36fff4784c331c8de9d0","count":1},
          {"path":"exports/a.json","rule":"missing-error-handler","place":"slack:CreateMessage › module","fingerprint":"22c4f16371750596c2a2","count":1}
        ]
      }
      "
    `);
    expect(lint(files, "exports").code).toBe(0);
    expect(lint(files, "exports", "--no-baseline").code).toBe(1);

    files.write({
      "exports/a.json": json(post(7), setVariable(8), setVariable(9, "{{8.y}}{{99.other}}", { filter: {} })),
    });
    const { stdout } = lint(files, "exports");
    expect(rulesIn(stdout)).not.toContain("missing-error-handler");
    expect(rulesIn(stdout)).toContain("dangling-reference");
  });

  test("is not changed by writing it again, nor by other numbers, lines and places", () => {
    const files = old();
    lint(files, "exports", "--write-baseline");
    const before = files.read("cyanotype.baseline.json");
    const moved = JSON.stringify(blueprint([webhook(10), post(20), setVariable(30, "{{90.x}}")])).replaceAll(
      '"x":0',
      '"x":300',
    );
    files.write({ "exports/a.json": moved });
    expect(lint(files, "exports").stdout).toBe("1 blueprint checked, nothing to report, 2 suppressed\n");
    lint(files, "exports", "--write-baseline");
    expect(files.read("cyanotype.baseline.json")).toBe(before);
  });

  test("is told to have shrunk, and pruned", () => {
    const files = old();
    files.write({ "exports/b.json": json(post(2)) });
    lint(files, "exports", "--write-baseline");
    files.write({ "exports/a.json": json(setVariable(2)) });
    expect(lint(files, "exports").stderr).toBe(
      "2 findings of cyanotype.baseline.json are found no more; take them out with --prune-baseline\n",
    );
    // What was not looked at, or not for, is not gone.
    expect(lint(files, "exports/b.json").stderr).toBe("");
    expect(lint(files, "exports/a.json", "--rule", "missing-error-handler=off").stderr).toMatch(/^1 finding /u);
    expect(lint(files, "exports", "--prune-baseline").stderr).toBe("2 findings of cyanotype.baseline.json taken out\n");
    expect(JSON.parse(files.read("cyanotype.baseline.json"))).toMatchObject({ findings: [{ path: "exports/b.json" }] });
    expect(lint(files, "exports").stderr).toBe("");
  });

  test("keeps what it knows of other files when a part is written again", () => {
    const files = old();
    files.write({ "exports/b.json": json(post(2)) });
    lint(files, "exports", "--write-baseline");
    const before = files.read("cyanotype.baseline.json");
    lint(files, "exports/b.json", "--write-baseline");
    expect(files.read("cyanotype.baseline.json")).toBe(before);
  });

  test("knows scenarios by their source, however many forms are printed", () => {
    const files = projectOf(
      scenarioFile(`
  flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }));`),
    );
    lint(files, "scenarios", "--write-baseline");
    files.write({ "scenarios/environments/other.yaml": files.read("scenarios/environments/test.yaml") });
    expect(shown(files, "scenarios")).toBe("2 blueprints checked, nothing to report, 1 suppressed\n[exit code 0]");
  });

  test("may have another name, and never takes the place of another file", () => {
    const files = old();
    expect(lint(files, "exports", "--write-baseline", "known.json").stderr).toBe("2 findings recorded in known.json\n");
    expect(lint(files, "exports", "--baseline", "known.json").code).toBe(0);
    expect(lint(files, "exports", "--baseline", "none.json")).toMatchObject({ code: 2, stdout: "" });
    const before = files.read("exports/a.json");
    const ran = lint(files, "exports", "--write-baseline", "exports/a.json");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("This is no baseline");
    expect(files.read("exports/a.json")).toBe(before);
  });

  test("is not written while a file cannot be checked", () => {
    const files = old();
    files.write({ "exports/b.json": '{ "flow": [' });
    const ran = lint(files, "exports", "--write-baseline");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("cyanotype.baseline.json was not written, because not every file could be checked\n");
    expect(() => files.read("cyanotype.baseline.json")).toThrow();
  });

  test("that was merged badly is told with its line", () => {
    const files = old();
    lint(files, "exports", "--write-baseline");
    files.write({
      "cyanotype.baseline.json": files
        .read("cyanotype.baseline.json")
        .replace('"version": 1', '<<<<<<< HEAD\n  "version": 1'),
    });
    expect(lint(files, "exports")).toMatchObject({ code: 2, stdout: "" });
    expect(lint(files, "exports").stderr).toMatch(/^cyanotype\.baseline\.json:\d+:\d+ {2}error/u);
  });
});

describe("a baseline of files that were renamed", () => {
  const moveFile = (files: Project, from: string, to: string): void => {
    files.write({ [to]: files.read(from) });
    rmSync(files.path(from));
  };
  const old = (): Project => {
    const files = project({
      "exports/a.json": json(post(2), setVariable(3, "{{9.x}}")),
      "exports/b.json": json(post(2, "Tell"), setVariable(3, "{{8.y}}")),
    });
    lint(files, "exports", "--write-baseline");
    return files;
  };
  const pathsIn = (files: Project): readonly string[] =>
    JSON.parse(files.read("cyanotype.baseline.json")).findings.map(({ path }: { path: string }) => path);

  test("knows them by what is found there, and is told the new path", () => {
    const files = old();
    moveFile(files, "exports/a.json", "exports/orders.json");
    expect(shown(files, "exports")).toMatchInlineSnapshot(`
      "2 blueprints checked, nothing to report, 4 suppressed
      [stderr]
      exports/a.json of cyanotype.baseline.json is exports/orders.json now; record that with --prune-baseline
      [exit code 0]"
    `);
    expect(lint(files, "exports", "--prune-baseline").stderr).toBe(
      "exports/orders.json recorded in cyanotype.baseline.json, where it was exports/a.json\n",
    );
    expect(pathsIn(files)).toEqual(["exports/b.json", "exports/b.json", "exports/orders.json", "exports/orders.json"]);
    expect(shown(files, "exports")).toBe("2 blueprints checked, nothing to report, 4 suppressed\n[exit code 0]");
  });

  test("is written anew under the new path", () => {
    const files = old();
    moveFile(files, "exports/a.json", "exports/orders.json");
    lint(files, "exports/orders.json", "--write-baseline");
    expect(pathsIn(files)).toEqual(["exports/b.json", "exports/b.json", "exports/orders.json", "exports/orders.json"]);
  });

  test("knows all files of a folder that was moved", () => {
    const files = old();
    moveFile(files, "exports/a.json", "blueprints/eu/a.json");
    moveFile(files, "exports/b.json", "blueprints/eu/b.json");
    expect(lint(files, ".")).toEqual({
      code: 0,
      stdout: "2 blueprints checked, nothing to report, 4 suppressed\n",
      stderr: "2 files of cyanotype.baseline.json have other paths now; record them with --prune-baseline\n",
    });
    expect(lint(files, ".", "--prune-baseline").stderr).toBe(
      "2 files of cyanotype.baseline.json recorded under their new paths\n",
    );
    expect(lint(files, ".").stderr).toBe("");
  });

  test("tells only what is new in a file that was renamed and changed", () => {
    const files = old();
    rmSync(files.path("exports/a.json"));
    files.write({ "exports/orders.json": json(post(2), setVariable(3, "{{9.x}}"), setVariable(4, "{{7.z}}")) });
    const { stdout, stderr } = lint(files, "exports");
    expect(rulesIn(stdout)).toEqual(["dangling-reference"]);
    expect(stdout).toContain("`7`");
    expect(stderr).toMatch(/^exports\/a\.json of .* is exports\/orders\.json now/u);
  });

  test("does not know a copy: its file is still there", () => {
    const files = old();
    files.write({ "exports/copy.json": files.read("exports/a.json") });
    expect(rulesIn(lint(files, "exports").stdout)).toEqual(["dangling-reference", "missing-error-handler"].reverse());
    // Also when only the copy is looked at.
    expect(lint(files, "exports/copy.json").code).toBe(1);
  });

  test("knows neither of two files that it could be", () => {
    const files = old();
    files.write({ "exports/one.json": files.read("exports/a.json"), "exports/two.json": files.read("exports/a.json") });
    rmSync(files.path("exports/a.json"));
    const { stdout, stderr } = lint(files, "exports");
    expect(rulesIn(stdout)).toHaveLength(4);
    expect(stderr).toBe(
      "2 findings of cyanotype.baseline.json are found no more; take them out with --prune-baseline\n",
    );
  });

  test("knows it in a run over that file alone, and from stdin", () => {
    const files = old();
    moveFile(files, "exports/a.json", "exports/orders.json");
    expect(lint(files, "exports/orders.json").code).toBe(0);
    const text = files.read("exports/orders.json");
    const piped = run(files.folder, ["lint", "-", "--stdin-filename", "exports/orders.json"], { input: text });
    expect(piped.code).toBe(0);
  });

  test("never keeps what is mandatory", () => {
    const files = old();
    moveFile(files, "exports/a.json", "exports/orders.json");
    files.write({ "cyanotype.config.yaml": "mandatory: [dangling-reference]\n" });
    expect(rulesIn(lint(files, "exports/orders.json").stdout)).toEqual(["dangling-reference"]);
  });

  test("knows all scenarios of a source", () => {
    const tell = `
  flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }));`;
    const files = projectOf(`${scenarioFile(tell)}
export const returns = scenario("Returns", {}, (flow) => {
  flow.trigger("Order comes back", webhooks.customWebhook<{ note: string }>({ webhook: webhook("orders") }));
${tell}
});
`);
    lint(files, "scenarios", "--write-baseline");
    expect(pathsIn(files)).toHaveLength(3);
    files.write({ "scenarios/environments/other.yaml": files.read("scenarios/environments/test.yaml") });
    moveFile(files, "scenarios/a.scenario.ts", "scenarios/orders.scenario.ts");
    const ran = lint(files, "scenarios");
    expect(ran.stdout).toBe("4 blueprints checked, nothing to report, 3 suppressed\n");
    expect(ran.stderr).toMatch(/^scenarios\/a\.scenario\.ts of .* is scenarios\/orders\.scenario\.ts now/u);
    lint(files, "scenarios", "--prune-baseline");
    expect(new Set(pathsIn(files))).toEqual(new Set(["scenarios/orders.scenario.ts"]));
    expect(lint(files, "scenarios").stderr).toBe("");
  });
});
