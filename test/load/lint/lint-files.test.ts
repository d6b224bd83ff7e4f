import { truncateSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatText } from "../../../src/lint/formats/text.ts";
import { type LintedFiles, type LintFilesOptions, lintFiles } from "../../../src/load/lint/lint-files.ts";
import { blueprint, module, webhook } from "../../lint/blueprints.ts";
import { type Project, project, projectOf, scenarioFile } from "../project.ts";

const lint = (files: Project, ...patterns: string[]): Promise<LintedFiles> => lintWith({}, files, patterns);

const lintWith = (more: Partial<LintFilesOptions>, files: Project, patterns: readonly string[]): Promise<LintedFiles> =>
  lintFiles(patterns, {
    cwd: files.folder,
    preset: "recommended",
    today: "2027-01-31",
    out: files.path("out"),
    stdinFilename: "stdin.json",
    ...more,
  });

const broken = JSON.stringify(
  blueprint([webhook(), module(2, "slack:CreateMessage", { mapper: { text: "{{9.x}}" } })]),
  null,
  2,
);

describe("blueprints", () => {
  test("are checked, and findings have lines", async () => {
    const files = project({ "a.json": broken });
    const { report, problems } = await lint(files, "a.json");
    expect(problems).toEqual([]);
    expect(report.findings.map(({ rule, path, line, column }) => [rule, path, line, column])).toContainEqual([
      "dangling-reference",
      "a.json",
      26,
      20,
    ]);
  });

  test("are checked although others cannot be read", async () => {
    const files = project({ "a.json": broken, "b.json": "{", "c.json": '{"flow":{}}' });
    const { report, problems } = await lint(files, "a.json", "b.json", "c.json");
    expect(report.files).toBe(1);
    expect(problems.map(({ path }) => path?.replace(`${files.folder}/`, ""))).toEqual(["b.json", "c.json"]);
  });

  test("are not read to their end when they are far too long", async () => {
    const files = project({ "long.json": "" });
    truncateSync(files.path("long.json"), 100 * 1024 * 1024);
    const { problems } = await lint(files, "long.json");
    expect(problems).toEqual([
      {
        path: files.path("long.json"),
        message: "The file has 100 MiB; at most 20 MiB are read",
        help: "Check that it is a blueprint: Make refuses what is longer than about 5 MB",
      },
    ]);
  });
});

describe("scenarios", () => {
  const UNHANDLED = scenarioFile(`
  flow.step("Wait", tools.sleep({ duration: 1 }));
  flow.step(
    "Tell",
    slack.createMessage({ connection: connection("slack"), channel: "#a", text: iml\`\${order.note}\` }),
  );`);

  test("are checked as they are printed, and findings point at the step in the source", async () => {
    const files = projectOf(UNHANDLED);
    const { report, textOf } = await lint(files, "scenarios");
    expect(formatText(report, { textOf })).toMatchInlineSnapshot(`
      "scenarios/a.scenario.ts:10:5  warning  \`Tell (3)\` changes something outside of Make and has no error handler
         9 |   flow.step(
        10 |     "Tell",
           |     ^^^^^^
        in      out/test/orders.blueprint.json:38:17  /flow/2/module
        help    Add an error handler: Break keeps the bundle to be repaired, Ignore drops it, Resume goes on with a substitute
        rule    missing-error-handler

      1 warning in 1 blueprint
      "
    `);
  });

  const MISSPELT = scenarioFile(`
  flow.step(
    "Tell",
    slack.createMessage({
      connection: connection("slack"),
      channel: "#a",
      text: iml\`😀 \${raw.text\`{{uper("a")}}\`}
        \${order.note}\`,
      username: fn.trim(
        raw.text\`{{loer("a")}}\` as never,
      ),
    }),
    { onError: onError.ignore() },
  );`);

  test("are pointed at where the value is that is wrong", async () => {
    const files = projectOf(`\ufeff${MISSPELT}`);
    const { report, problems, textOf } = await lint(files, "scenarios");
    expect(problems).toEqual([]);
    expect(formatText(report, { textOf })).toMatchInlineSnapshot(`
      "scenarios/a.scenario.ts:13:22  warning  Make has no function \`uper\`
        12 |       channel: "#a",
        13 |       text: iml\`😀 \${raw.text\`{{uper("a")}}\`}
           |                      ^^^^^^^^^^^^^^^^^^^^^^^
        in      out/test/orders.blueprint.json:30:23  /flow/1/mapper/text
        help    Did you mean \`upper\`?
        rule    unknown-function

      scenarios/a.scenario.ts:15:17  warning  Make has no function \`loer\`
        14 |         \${order.note}\`,
        15 |       username: fn.trim(
           |                 ^^^^^^^^
        in      out/test/orders.blueprint.json:32:29  /flow/1/mapper/username
        help    Did you mean \`lower\`?
        rule    unknown-function

      2 warnings in 1 blueprint
      "
    `);
    expect(report.findings.map(({ rule, source }) => [rule, source])).toMatchInlineSnapshot(`
      [
        [
          "unknown-function",
          {
            "column": 22,
            "endColumn": 45,
            "line": 13,
            "path": "scenarios/a.scenario.ts",
          },
        ],
        [
          "unknown-function",
          {
            "column": 17,
            "endColumn": 8,
            "endLine": 17,
            "line": 15,
            "path": "scenarios/a.scenario.ts",
          },
        ],
      ]
    `);
  });

  test("are pointed at in the same place for every environment", async () => {
    const files = projectOf(MISSPELT);
    const { report: one } = await lint(files, "scenarios");
    files.write({ "scenarios/environments/other.yaml": files.read("scenarios/environments/test.yaml") });
    const { report: both } = await lint(files, "scenarios");
    expect(both.findings.map(({ source }) => source)).toEqual(one.findings.map(({ source }) => source));
  });

  test("are checked once for every environment, but a finding is told once", async () => {
    const files = projectOf(UNHANDLED);
    files.write({ "scenarios/environments/other.yaml": files.read("scenarios/environments/test.yaml") });
    const { report } = await lint(files, "scenarios");
    expect(report.files).toBe(2);
    expect(report.findings).toHaveLength(1);
  });

  test("are checked beside blueprints", async () => {
    const files = projectOf(UNHANDLED, { "a.json": broken });
    const { report } = await lint(files, "a.json", "scenarios");
    expect(new Set(report.findings.map(({ path, source }) => source?.path ?? path))).toEqual(
      new Set(["a.json", "scenarios/a.scenario.ts"]),
    );
  });

  test("whose mistakes keep them from being printed are told with the problems", async () => {
    const files = projectOf(scenarioFile(`\n  flow.step("", tools.sleep({ duration: 1 }));`), { "a.json": broken });
    const { report, problems } = await lint(files, "a.json", "scenarios");
    expect(report.files).toBe(1);
    expect(problems.map(({ message }) => message)).toEqual(["A step has no name"]);
  });
});

test("what each printed form of a scenario has is told once, where more is known than the step", async () => {
  const environment = (modules: "app" | "certain") => `modules: ${modules}
connections: { hitl: choose on import }
keys: { hitl: choose on import }
webhooks:
  orders: { id: choose on import }
  answers: { id: choose on import, url: "https://hook.eu1.make.com/answers" }
`;
  const APPROVAL = `import { review, singleSelect } from "cyanotype";
const approval = review({
  connection: connection("hitl"),
  loop: "65f1c0ffee65f1c0ffee65f2",
  response: singleSelect(["Approve", "Reject"]),
  timeoutSeconds: 3600,
  onTimeout: "approve",
  answers: webhook("answers"),
});`;
  const files = project({
    "scenarios/a.scenario.ts": scenarioFile(
      '  flow.step("Ask", approval.request({ text: "Go on?" }), { onError: onError.ignore() });',
      { before: APPROVAL },
    ),
    "scenarios/environments/certain.yaml": environment("certain"),
    "scenarios/environments/app.yaml": environment("app"),
  });
  for (const [env, place] of [
    ["certain", "Ask"],
    ["app", "approval"],
    [undefined, "approval"],
  ] as const) {
    const { report, textOf } = await lintWith(env ? { env } : {}, files, ["scenarios"]);
    expect(report.files).toBe(env ? 1 : 2);
    const found = report.findings.filter(({ rule }) => rule === "hitl/default-unsafe");
    const lines = textOf("scenarios/a.scenario.ts")?.split("\n") ?? [];
    const places = found.map(({ source }) => lines[(source?.line ?? 0) - 1]?.slice((source?.column ?? 0) - 1));
    expect(places.map((text) => /\w+/.exec(text ?? "")?.[0])).toEqual([place]);
  }
});

test("nothing is checked when a pattern matches nothing", async () => {
  const files = project({ "a.json": broken });
  const { report, problems } = await lint(files, "a.json", "b.json");
  expect(report).toMatchObject({ files: 0, findings: [] });
  expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    "b.json: There is no such file or folder",
  ]);
});
