// Options of rules: numbers that a team sets in its configuration.

import { expect, test } from "vitest";
import { blueprint, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const lint = (files: Project, ...args: readonly string[]) => run(files.folder, ["lint", ...args]);
const JSON_OF_FOUR = JSON.stringify(
  blueprint([webhook(), setVariable(2, "a"), setVariable(3, "b"), setVariable(4, "c")]),
);
const isLarge = (files: Project, file: string): boolean => lint(files, file).stdout.includes("large-scenario");

test("an option is set for all files, and in an override for some", () => {
  const files = project({
    "a.json": JSON_OF_FOUR,
    "exports/b.json": JSON_OF_FOUR,
    "cyanotype.config.yaml": `
rules: { large-scenario: { severity: warning, modules: 3 } }
overrides: [{ files: [exports], rules: { large-scenario: { modules: 4 } } }]
`,
  });
  expect(isLarge(files, "a.json")).toBe(true);
  expect(isLarge(files, "exports/b.json")).toBe(false);
  const printed = (file: string) => JSON.parse(lint(files, "--print-config", file, "--format", "json").stdout);
  expect(printed("a.json").rules["large-scenario"]).toEqual({ severity: "warning", modules: 3 });
  expect(printed("exports/b.json").rules["large-scenario"]).toEqual({ severity: "warning", modules: 4 });
  expect(lint(files, "--print-config", "a.json").stdout).toContain(
    "  large-scenario:\n    severity: warning\n    modules: 3\n",
  );
});

test("an option is not set by a severity on the command line", () => {
  const files = project({
    "a.json": JSON_OF_FOUR,
    "cyanotype.config.yaml": "rules: { large-scenario: { severity: off, modules: 3 } }\n",
  });
  expect(isLarge(files, "a.json")).toBe(false);
  expect(lint(files, "a.json", "--rule", "large-scenario=info").stdout).toContain("large-scenario");
});

test("what is wrong with options is told where it stands", () => {
  const files = project({
    "a.json": JSON_OF_FOUR,
    "cyanotype.config.yaml": `rules:
  large-scenario: { severity: warning, module: 3 }
  dangling-reference: { modules: 3 }
  unnamed-modules: {}
overrides:
  - files: [a]
    rules:
      large-scenario: { modules: 0 }
  - files: [b]
    rules:
      large-scenario: { modules: many }
`,
  });
  expect(transcript(lint(files, "a.json"), files.folder)).toMatchInlineSnapshot(`
    "[stderr]
    cyanotype.config.yaml:2:40  error  \`module\` is no option of \`large-scenario\`
      1 | rules:
      2 |   large-scenario: { severity: warning, module: 3 }
        |                                        ^^^^^^
      help    Did you mean \`modules\`?

    cyanotype.config.yaml:3:25  error  \`modules\` is no option of \`dangling-reference\`
      2 |   large-scenario: { severity: warning, module: 3 }
      3 |   dangling-reference: { modules: 3 }
        |                         ^^^^^^^
      help    Use \`severity\`

    cyanotype.config.yaml:4:20  error  \`unnamed-modules\` is set to nothing
      3 |   dangling-reference: { modules: 3 }
      4 |   unnamed-modules: {}
        |                    ^^
      help    Give it \`severity\` or \`modules\`

    cyanotype.config.yaml:8:34  error  \`modules\` is \`0\`, not a number from 1
      7 |     rules:
      8 |       large-scenario: { modules: 0 }
        |                                  ^
      help    It is the most modules that are fine; 150 without this

    cyanotype.config.yaml:11:34  error  \`modules\` is text, not a number from 1
      10 |     rules:
      11 |       large-scenario: { modules: many }
         |                                  ^^^^
      help    It is the most modules that are fine; 150 without this

    5 problems
    [exit code 2]"
  `);
});
