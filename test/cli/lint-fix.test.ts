// Fixes, as people make them: in real files, with the built command.

import { chmodSync, statSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blueprint, filter, module, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const lint = (files: Project, ...args: readonly string[]) => run(files.folder, ["lint", ...args]);
const shown = (files: Project, ...args: readonly string[]): string => transcript(lint(files, ...args), files.folder);

const withFilter = (o: string, b: string): string =>
  JSON.stringify(blueprint([webhook(), setVariable(2, "x", filter("{{1.n}}", o, b))]), null, 2);
/** A safe fix, and one that somebody should look at. */
const UNUSED = withFilter("exist", "5");
const MISSPELT = withFilter("number:gt", "5");

describe("--fix", () => {
  test("makes safe fixes, says what is left, and makes the rest when it is told to", () => {
    const files = project({ "a.json": UNUSED, "sub/b.json": MISSPELT });
    expect(shown(files, "--fix", ".", "--format", "compact")).toMatchInlineSnapshot(`
      "sub/b.json:42:20: error Make has no operator \`number:gt\`, so the condition never holds [unknown-operator]
      [stderr]
      1 fixed in 1 file, 1 fix left: --fix=all makes it
      [exit code 1]"
    `);
    expect(files.read("a.json")).toBe(UNUSED.replace(/,\s+"b": "5"/u, ""));
    expect(files.read("sub/b.json")).toBe(MISSPELT);
    expect(lint(files, ".", "--fix=all")).toMatchObject({ code: 0, stderr: "1 fixed in 1 file\n" });
    expect(files.read("sub/b.json")).toBe(MISSPELT.replace("number:gt", "number:greater"));
    expect(lint(files, ".", "--fix=all")).toMatchObject({ code: 0, stderr: "Nothing fixed\n" });
  });

  test("keeps the byte order mark, line ends, exact numbers, and who may read the file", () => {
    const text = `\ufeff${UNUSED.replace('"id": 1,', '"id": 1, "n": 1.50, "big": 12345678901234567890,').replaceAll("\n", "\r\n")}`;
    const files = project({ "a.json": text });
    chmodSync(files.path("a.json"), 0o600);
    expect(lint(files, "a.json", "--fix").code).toBe(0);
    expect(files.read("a.json")).toBe(text.replace(/,\s+"b": "5"/u, ""));
    expect(statSync(files.path("a.json")).mode & 0o777).toBe(0o600);
  });

  test("follows links, and mends a file with two names once", () => {
    const files = project({ "a.json": UNUSED });
    symlinkSync("a.json", files.path("b.json"));
    expect(lint(files, "a.json", "b.json", "--fix")).toMatchObject({ code: 0 });
    expect(files.read("a.json")).toBe(UNUSED.replace(/,\s+"b": "5"/u, ""));
    expect(files.read("b.json")).toBe(files.read("a.json"));
  });

  test("makes fixes that stand in each other's way one after the other", () => {
    const condition = { a: "{{1.n}}", o: "exist", b: "5" };
    const both = blueprint([
      webhook(),
      setVariable(2, "x", {
        filter: { name: "f", conditions: [[condition, { ...condition, a: "{{1.m}}", o: "exists" }]] },
      }),
    ]);
    const files = project({ "a.json": JSON.stringify(both) });
    expect(lint(files, "a.json", "--fix=all").stderr).toBe("3 fixed in 1 file\n");
    expect(files.read("a.json")).not.toContain('"b"');
  });

  test("leaves alone what is accepted, known or off", () => {
    const suppression = "suppressions: [{ rule: unused-operand, pointer: '', reason: fine }]\n";
    const files = project({ "a.json": UNUSED, "cyanotype.config.yaml": suppression });
    const same = (...args: readonly string[]): void => {
      expect(lint(files, "a.json", "--fix", ...args).stderr).toBe("Nothing fixed\n");
      expect(files.read("a.json")).toBe(UNUSED);
    };
    same();
    files.write({ "cyanotype.config.yaml": "" });
    same("--rule", "unused-operand=off");
    lint(files, "a.json", "--write-baseline");
    same();
    expect(lint(files, "a.json", "--fix", "--no-baseline").stderr).toBe("1 fixed in 1 file\n");
  });

  test("mends the others when one cannot be read", () => {
    const files = project({ "a.json": UNUSED, "b.json": "{" });
    expect(lint(files, "a.json", "b.json", "--fix").code).toBe(2);
    expect(files.read("a.json")).not.toBe(UNUSED);
  });

  test.for<[args: readonly string[], message: string]>([
    [["-", "--fix"], "What comes from stdin cannot be fixed"],
    [["-", "--stdin-filename", "a.scenario.ts"], "A scenario cannot come from stdin"],
    [["a.json", "--fix", "--write-baseline"], "Fixes and a change of the baseline do not go together"],
    [["a.json", "--fix-dry-run", "--format", "json"], "`--fix-dry-run` prints a diff, and no report"],
    [["a.json", "--fix=most"], "`most` is no value of `--fix`"],
  ])("refuses %j", ([args, message]) => {
    const files = project({ "a.json": UNUSED });
    const { code, stdout, stderr } = lint(files, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(files.read("a.json")).toBe(UNUSED);
  });
});

describe("--fix-dry-run", () => {
  test("shows the change as a diff, and writes nothing", () => {
    const files = project({ "a.json": UNUSED });
    expect(shown(files, "a.json", "--fix-dry-run")).toMatchInlineSnapshot(`
      "--- a.json
      +++ a.json
      @@ -38,10 +38,9 @@
               "conditions": [
                 [
                   {
                     "a": "{{1.n}}",
      -              "o": "exist",
      -              "b": "5"
      +              "o": "exist"
                   }
                 ]
               ]
             }
      [stderr]
      1 would be fixed in 1 file
      [exit code 1]"
    `);
    expect(files.read("a.json")).toBe(UNUSED);
    expect(shown(project({ "a.json": withFilter("exist", "") }), "a.json", "--fix-dry-run")).toBe(
      "[stderr]\nNothing would be fixed\n[exit code 0]",
    );
  });

  test("shows no secret", () => {
    const key = ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");
    const json = blueprint([
      webhook(),
      module(2, "http:ActionSendData", { mapper: { url: `http://a.example/?api_key=${key}` } }),
    ]);
    const { stdout } = lint(project({ "a.json": JSON.stringify(json) }), "a.json", "--fix-dry-run", "--fix=all");
    expect(stdout).toContain("+");
    expect(stdout).not.toContain(key);
  });
});

describe("a fix of a scenario", () => {
  const request = (url: string, more = "") =>
    scenarioFile(`  flow.step("Ask", http.makeRequest({ url: ${url}, method: "get" }));\n${more}`, {
      before: 'import { http } from "cyanotype/apps";',
    });

  test("changes a literal in the source", () => {
    const source = request('"http://a.example/x"');
    const files = projectOf(source);
    expect(lint(files, "scenarios", "--fix-dry-run", "--fix=all").stdout).toMatch(/^-.*"http:.*\n\+.*"https:/mu);
    expect(files.read("scenarios/a.scenario.ts")).toBe(source);
    expect(lint(files, "scenarios", "--fix=all").stderr).toMatchInlineSnapshot(`
      "1 fixed in 1 file
      Scenarios were mended: print their blueprints anew with \`cyanotype compile\`
      "
    `);
    expect(files.read("scenarios/a.scenario.ts")).toBe(source.replace('"http:', '"https:'));
  });

  test("changes the right one of many words", () => {
    const source = scenarioFile(
      `  flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }), { onError: onError.store() });`,
    ).replace(
      "{}, (flow)",
      "{ sequential: false, freshVariables: false, confidential: false, allowDataLoss: false, storeIncompleteExecutions: false }, (flow)",
    );
    const files = projectOf(source);
    expect(lint(files, "scenarios", "--fix").stderr).toContain("1 fixed in 1 file");
    expect(files.read("scenarios/a.scenario.ts")).toBe(
      source.replace("storeIncompleteExecutions: false", "storeIncompleteExecutions: true"),
    );
  });

  test("changes a mapping that is written out", () => {
    const source = scenarioFile(
      '  flow.step("Keep", tools.setVariable({ name: "day", value: raw.text`{{formatdate(now; "yyyy")}}` }));',
    );
    const files = projectOf(source);
    expect(lint(files, "scenarios", "--fix=all").stderr).toContain("2 fixed in 1 file");
    expect(files.read("scenarios/a.scenario.ts")).toBe(
      source.replace('formatdate(now; "yyyy")', 'formatDate(now; "YYYY")'),
    );
  });

  test.for<[string, source: string]>([
    [
      "is put together",
      request("URL").replace("export", 'const HOST = "a.example";\nconst URL = "http://" + HOST;\nexport'),
    ],
    [
      "is used twice",
      request("URL", `  flow.step("Again", http.makeRequest({ url: URL, method: "get" }));`).replace(
        "export",
        'const URL = "http://a.example/x";\nexport',
      ),
    ],
    [
      "stands in another step, too",
      request(
        "`http://${HOST}`",
        `  flow.step("B", slack.createMessage({ connection: connection("slack"), channel: "C1", text: "http://a.example" }));`,
      ).replace("export", 'const HOST = "a.example";\nexport'),
    ],
  ])("is left to the author where the value %s", ([, source]) => {
    const files = projectOf(source);
    expect(lint(files, "scenarios", "--fix=all").stderr).toMatch(
      /^Nothing fixed\n(?:scenarios\/a\.scenario\.ts:\d+:\d+ {2}mend `plain-http-url` by hand, in the source\n)+$/u,
    );
    expect(files.read("scenarios/a.scenario.ts")).toBe(source);
  });
});
