import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { formatSarif } from "../../../src/lint/formats/sarif.ts";
import { listedRules } from "../../../src/lint/listed-rules.ts";
import type { Report, ReportedFinding } from "../../../src/lint/report.ts";
import { context, finding, HOSTILE, reportOf, suppressed } from "./reports.ts";

/** What the tests look at. */
interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] };
      };
      readonly results: readonly { readonly [key: string]: unknown; readonly ruleIndex: number }[];
      readonly invocations: readonly unknown[];
    },
  ];
}

const require = createRequire(import.meta.url);

const validate = (() => {
  const path = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // Of what draft-04 has and draft-07 has not, the schema uses nothing.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
})();

function runOf(report: Report, more: Parameters<typeof context>[0] = {}): Log["runs"][0] {
  const log: unknown = JSON.parse(formatSarif(report, context(more)));
  validate(log);
  expect(validate.errors).toBeNull();
  return (log as Log).runs[0];
}
const resultOf = (given: Partial<ReportedFinding>, more: Parameters<typeof context>[0] = {}) =>
  runOf(reportOf([finding(given)]), more).results[0];

describe("the report as SARIF", () => {
  test("has the program and its rules, also when there is nothing to report", () => {
    const { tool, results, invocations } = runOf(reportOf([]));
    expect(results).toEqual([]);
    expect(invocations).toEqual([{ executionSuccessful: true }]);
    expect(tool.driver).toMatchObject({ name: "Cyanotype", version: "1.2.3", informationUri: "https://cyanotype.dev" });
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(listedRules.map(({ id }) => id));
    expect(tool.driver.rules.find(({ id }) => id === "filter-on-router")).toMatchInlineSnapshot(`
      {
        "defaultConfiguration": {
          "enabled": false,
          "level": "note",
        },
        "fullDescription": {
          "text": "A router is filtered itself, besides its routes.",
        },
        "help": {
          "text": "\`cyanotype explain filter-on-router\` tells more.",
        },
        "id": "filter-on-router",
        "properties": {
          "problem.severity": "recommendation",
          "since": "0.1.0",
          "tags": [
            "conditions",
          ],
        },
        "shortDescription": {
          "text": "A router is filtered itself, besides its routes",
        },
      }
    `);
  });

  test("has a result for each finding", () => {
    // Where its rule stands in the list changes with each new rule.
    const { ruleIndex: _, ...result } = resultOf({ help: "Map it again", fingerprint: "c0ffee" }) ?? {};
    expect(result).toMatchInlineSnapshot(`
      {
        "level": "error",
        "locations": [
          {
            "logicalLocations": [
              {
                "fullyQualifiedName": "/flow/1/mapper/text",
                "kind": "member",
              },
            ],
            "physicalLocation": {
              "artifactLocation": {
                "uri": "a.json",
                "uriBaseId": "%SRCROOT%",
              },
              "region": {
                "endColumn": 12,
                "endLine": 4,
                "startColumn": 7,
                "startLine": 4,
              },
            },
          },
        ],
        "message": {
          "text": "\`Tell (2)\` reads module \`9\`, which does not exist. Map it again.",
        },
        "partialFingerprints": {
          "cyanotype/v1": "c0ffee:1",
        },
        "ruleId": "dangling-reference",
      }
    `);
  });

  test("points from results to their rules", () => {
    const { tool, results } = runOf(reportOf([finding(), finding({ rule: "weak-evidence", severity: "info" })]));
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual([
      "dangling-reference",
      "weak-evidence",
    ]);
    expect(results.map(({ level }) => level)).toEqual(["error", "note"]);
  });

  test("knows rules by their ids alone when they are somebody's own", () => {
    const { tool, results } = runOf(reportOf([finding({ rule: "our-rule" })]));
    expect(tool.driver.rules[results[0]?.ruleIndex ?? -1]).toEqual({ id: "our-rule" });
  });

  test("has the pages of rules that found something", () => {
    const page =
      "# x\n\n<!-- generated:start -->\nfacts\n<!-- generated:end -->\n\n## Why\n\nBecause.\n\n## Bad\n\nNo.\n";
    const { tool } = runOf(reportOf([finding()]), { pageOf: () => page });
    expect(tool.driver.rules.find(({ id }) => id === "dangling-reference")).toMatchObject({
      help: { text: "Because.", markdown: "# x\n\nfacts\n\n## Why\n\nBecause.\n\n## Bad\n\nNo.\n" },
    });
    expect(tool.driver.rules.find(({ id }) => id === "weak-evidence")).toMatchObject({
      help: { text: "`cyanotype explain weak-evidence` tells more." },
    });
  });

  test("stands at all the lines of what its author wrote", () => {
    const source = { path: "scenarios/a.scenario.ts", line: 14, column: 3, endLine: 16, endColumn: 4 };
    const region = { startLine: 14, startColumn: 3, endLine: 16, endColumn: 4 };
    expect(resultOf({ source })?.locations).toMatchObject([{ physicalLocation: { region } }]);
  });

  test("stands at the author's line, with the blueprint as a related place", () => {
    const source = { path: "scenarios/a.scenario.ts", line: 14, column: 3, endColumn: 9 };
    const related = [{ message: "`x` needs it", pointer: "/flow/0", line: 2, column: 5 }];
    const result = resultOf({ source, related });
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "scenarios/a.scenario.ts", uriBaseId: "%SRCROOT%" },
          region: { startLine: 14, startColumn: 3, endLine: 14, endColumn: 9 },
        },
      },
    ]);
    expect(result?.relatedLocations).toMatchInlineSnapshot(`
      [
        {
          "id": 0,
          "logicalLocations": [
            {
              "fullyQualifiedName": "/flow/1/mapper/text",
              "kind": "member",
            },
          ],
          "message": {
            "text": "In the blueprint that is printed from it",
          },
          "physicalLocation": {
            "artifactLocation": {
              "uri": "a.json",
              "uriBaseId": "%SRCROOT%",
            },
            "region": {
              "endColumn": 12,
              "endLine": 4,
              "startColumn": 7,
              "startLine": 4,
            },
          },
        },
        {
          "id": 1,
          "logicalLocations": [
            {
              "fullyQualifiedName": "/flow/0",
              "kind": "member",
            },
          ],
          "message": {
            "text": "\`x\` needs it.",
          },
          "physicalLocation": {
            "artifactLocation": {
              "uri": "a.json",
              "uriBaseId": "%SRCROOT%",
            },
            "region": {
              "startColumn": 5,
              "startLine": 2,
            },
          },
        },
      ]
    `);
  });

  test("tells equal findings of a file apart", () => {
    const { results } = runOf(
      reportOf([
        finding({ fingerprint: "a" }),
        finding({ fingerprint: "a", line: 9, endLine: 9 }),
        finding({ fingerprint: "a", path: "b.json" }),
      ]),
    );
    expect(results.map(({ partialFingerprints }) => partialFingerprints)).toEqual([
      { "cyanotype/v1": "a:1" },
      { "cyanotype/v1": "a:2" },
      { "cyanotype/v1": "a:1" },
    ]);
  });

  test.for([
    ["a b.json", { uri: "a%20b.json", uriBaseId: "%SRCROOT%" }],
    ["ü/#1?.json", { uri: "%C3%BC/%231%3F.json", uriBaseId: "%SRCROOT%" }],
    ["a:b.json", { uri: "a%3Ab.json", uriBaseId: "%SRCROOT%" }],
    ["../a.json", { uri: "../a.json" }],
    ["/data/a.json", { uri: "file:///data/a.json" }],
    ["C:/data/a.json", { uri: "file:///C:/data/a.json" }],
    ["\ud800.json", { uri: "%EF%BF%BD.json", uriBaseId: "%SRCROOT%" }],
  ] as const)("writes the path %j as a URI", ([path, artifactLocation]) => {
    expect(resultOf({ path })).toMatchObject({ locations: [{ physicalLocation: { artifactLocation } }] });
  });

  describe("fixes", () => {
    const text = '{\n  "a": 1,\n  "b": 2\n}';
    const textOf = () => text;
    const fix = { safety: "safe", patch: [{ op: "remove", path: "/b" }] } as const;

    test("are edits of the text", () => {
      expect(resultOf({ fix, help: "Remove `b`" }, { textOf })?.fixes).toEqual([
        {
          description: { text: "Remove `b`" },
          artifactChanges: [
            {
              artifactLocation: { uri: "a.json", uriBaseId: "%SRCROOT%" },
              replacements: [{ deletedRegion: { startLine: 2, startColumn: 9, endLine: 3, endColumn: 9 } }],
            },
          ],
          properties: { safety: "safe" },
        },
      ]);
    });

    test.for<[string, Partial<ReportedFinding>]>([
      ["of what an author wrote elsewhere", { fix, source: { path: "a.scenario.ts", line: 1, column: 1 } }],
      ["that fit nothing in the text", { fix: { safety: "safe", patch: [{ op: "remove", path: "/c" }] } }],
    ])("%s are left out", ([, given]) => {
      expect(resultOf(given, { textOf })).not.toHaveProperty("fixes");
    });
  });

  test("has what somebody accepts, and why", () => {
    const { results } = runOf(reportOf([], { suppressed: [suppressed()] }));
    expect(results).toMatchObject([
      {
        ruleId: "dangling-reference",
        suppressions: [{ kind: "external", justification: "The module is made at night" }],
      },
    ]);
  });

  test("tells what could not be checked", () => {
    const span = { line: 1, column: 3, endLine: 1, endColumn: 4 };
    const problems = [
      { path: "b.json", span, message: "Expected a value" },
      { message: "No file", help: "Why not?" },
    ];
    const { invocations } = runOf(reportOf([], { files: 0 }), { problems });
    expect(invocations).toMatchInlineSnapshot(`
      [
        {
          "executionSuccessful": false,
          "toolExecutionNotifications": [
            {
              "level": "error",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "b.json",
                      "uriBaseId": "%SRCROOT%",
                    },
                    "region": {
                      "endColumn": 4,
                      "endLine": 1,
                      "startColumn": 3,
                      "startLine": 1,
                    },
                  },
                },
              ],
              "message": {
                "text": "Expected a value.",
              },
            },
            {
              "level": "error",
              "message": {
                "text": "No file. Why not?",
              },
            },
          ],
        },
      ]
    `);
  });

  test("is valid, and has no links but ours, whatever names and messages hold", () => {
    const related = [{ message: HOSTILE, pointer: "/flow/0", line: 1, column: 1 }];
    const given = { path: HOSTILE, message: HOSTILE, help: HOSTILE, related };
    const problems = [{ path: HOSTILE, message: HOSTILE, help: HOSTILE }];
    const text = JSON.stringify(runOf(reportOf([finding(given)]), { problems }).results);
    expect(text).not.toContain("](");
  });
});
