import { describe, expect, test } from "vitest";
import { ProblemError } from "../../../src/diagnostics/diagnostic.ts";
import { createMatcher, readConfiguration } from "../../../src/load/lint/configuration.ts";

const read = (text: string) => readConfiguration(text, "cyanotype.config.yaml");

/** What a person sees, without the path that begins each line. */
function problemsOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ProblemError) return error.message.replaceAll("cyanotype.config.yaml:", "");
    throw error;
  }
  return "";
}

describe("a configuration", () => {
  test("is read with everything it says", () => {
    const text = `
extends: strict
rules:
  weak-evidence: info
  missing-error-handler: { severity: warning }
overrides:
  - files: [exports/legacy]
    rules: { dangling-reference: off, unused-suppression: error }
ignores: ["**/*.draft.json"]
suppressions:
  - { rule: missing-error-handler, module: Tell, reason: Somebody watches, expires: 2027-01-31 }
  - { rule: missing-error-handler, pointer: /flow/2, reason: Somebody watches, files: [exports/a.json] }
mandatory: [hitl/callback-https]
customFunctions: [toIban]
`;
    expect(read(text)).toMatchObject({
      preset: "strict",
      rules: new Map([
        ["weak-evidence", "info"],
        ["missing-error-handler", "warning"],
      ]),
      overrides: [
        {
          files: ["exports/legacy"],
          rules: new Map([
            ["dangling-reference", "off"],
            ["unused-suppression", "error"],
          ]),
        },
      ],
      ignores: ["**/*.draft.json"],
      suppressions: [
        {
          rule: "missing-error-handler",
          target: { module: "Tell" },
          reason: "Somebody watches",
          expires: "2027-01-31",
          by: "configuration",
        },
        { target: { pointers: ["/flow/2"] }, files: ["exports/a.json"] },
      ],
      mandatory: new Set(["hitl/callback-https"]),
      customFunctions: new Set(["toIban"]),
    });
  });

  test.for(["", "# nothing yet\n", "{}", "rules:\nignores: ~\nsuppressions:\n"])("may be empty: %j", (text) => {
    expect(read(text)).toMatchObject({ preset: undefined, rules: new Map(), overrides: [], ignores: [] });
  });

  test("extends the last of several presets", () => {
    expect(read("extends: [strict, recommended]").preset).toBe("recommended");
  });
});

describe("a mistake in a configuration is explained", () => {
  test.for<[string, string]>([
    ["extend: strict", "1:1: `extend` is not a known key\n  help: Did you mean `extends`?"],
    [
      "extends: strikt",
      "1:10: `extends` is `strikt`, not `recommended`, `strict` or `publish`\n  help: Did you mean `strict`?",
    ],
    ["rules: { weak-evidence: loud }", "1:25: `weak-evidence` is `loud`, not `off`, `info`, `warning` or `error`"],
    ["rules: { weak-evidence: {} }", "1:25: `weak-evidence` is set to nothing\n  help: Give it `severity`"],
    ["rules: { weak-evidence: [error] }", "1:25: `weak-evidence` is an array, not text or an object"],
    ["rules:\n  weak-evidense: off", "2:3: There is no rule `weak-evidense`\n  help: Did you mean `weak-evidence`?"],
    ["overrides: [{ files: [a.json] }]", "1:13: `rules` is missing"],
    [
      "overrides:\n  - files: [a.json]\n    rules: { nonsense-of-mine: off }",
      "3:14: There is no rule `nonsense-of-mine`",
    ],
    [
      "ignores: ['!a.json']",
      "1:11: Expected a pattern as seen from this file, without `!` or `/` in front, found `!a.json`",
    ],
    ["mandatory: [weak-evidense]", "1:13: There is no rule `weak-evidense`\n  help: Did you mean `weak-evidence`?"],
    [
      "mandatory: [weak-evidence]",
      "1:13: `weak-evidence` is mandatory, but off in the preset\n  help: Give it a severity under `rules`",
    ],
    [
      "rules: { dangling-reference: off }\nmandatory: [dangling-reference]",
      "1:10: `dangling-reference` is switched off, although it is mandatory\n  help: Decide for one of the two",
    ],
    [
      "overrides: [{ files: [a], rules: { dangling-reference: { severity: off } } }]\nmandatory: [dangling-reference]",
      "1:36: `dangling-reference` is switched off, although it is mandatory\n  help: Decide for one of the two",
    ],
    ["suppressions: [{ rule: weak-evidence, module: a }]", "1:16: `reason` is missing"],
    ["suppressions: [{ rule: weak-evidence, module: a, reason: ' ' }]", "1:58: Expected a reason, found ` `"],
    [
      "suppressions: [{ rule: weak-evidense, module: a, reason: b }]",
      "1:24: There is no rule `weak-evidense`\n  help: Did you mean `weak-evidence`?",
    ],
    [
      "suppressions: [{ rule: weak-evidence, reason: b }]",
      '1:16: This suppression does not say where it holds\n  help: Name a `module`, or a `pointer`; `pointer: ""` is the whole file',
    ],
    [
      "suppressions: [{ rule: weak-evidence, reason: b, module: c, pointer: /flow/0 }]",
      "1:61: This suppression names a module and a pointer\n  help: Keep one of them",
    ],
    [
      "suppressions: [{ rule: weak-evidence, reason: b, pointer: flow/0 }]",
      "1:59: Expected a JSON pointer such as `/flow/2`, found `flow/0`",
    ],
    [
      "suppressions: [{ rule: weak-evidence, reason: b, module: c, expires: soon }]",
      "1:70: Expected a day such as `2027-01-31`, found `soon`",
    ],
    [
      "suppressions: [{ rule: weak-evidence, reason: b, module: c, expires: 2027-02-30 }]",
      "1:70: The calendar has no day `2027-02-30`",
    ],
    ["rules:\n\tweak-evidence: off", "2:1: A tab indents this line\n  help: Indent with spaces"],
  ])("%j", ([text, expected]) => {
    expect(problemsOf(text)).toBe(expected);
  });

  test("with all the others", () => {
    expect(problemsOf("extends: none\nrule: {}\nignores: 5\n").match(/^\d+:\d+/gm)).toEqual(["1:10", "2:1", "3:10"]);
  });
});

describe("patterns", () => {
  const fits = createMatcher("/project");

  test.for<[pattern: string, path: string, expected: boolean]>([
    ["exports/a.json", "/project/exports/a.json", true],
    ["./exports/a.json", "/project/exports/a.json", true],
    ["exports", "/project/exports/deep/a.json", true],
    ["exports/", "/project/exports/a.json", true],
    ["exports/*.json", "/project/exports/a.json", true],
    ["exports/*.json", "/project/exports/deep/a.json", false],
    ["**/*.json", "/project/a.json", true],
    ["**/*.{json,ts}", "/project/.hidden/a.ts", true],
    ["a.json", "/project/exports/a.json", false],
    ["**", "/elsewhere/a.json", false],
  ])("%s and %s: %s", ([pattern, path, expected]) => {
    expect(fits([pattern], [path])).toBe(expected);
  });

  test("fit a scenario by its own file or by its blueprint", () => {
    const paths = ["/project/dist-blueprints/app/a.blueprint.json", "/project/scenarios/a.scenario.ts"];
    expect([fits(["scenarios"], paths), fits(["dist-blueprints/app"], paths), fits(["exports"], paths)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
