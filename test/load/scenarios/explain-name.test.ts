// What is told of names that there are not, in the words of the library that a file gets.

import { describe, expect, test } from "vitest";
import { loadScenarios } from "../../../src/load/scenarios/scenarios.ts";
import { problemsOf, projectOf } from "../project.ts";

/** What is told about a file, without its place. */
async function told(text: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const files = projectOf(text, more);
  const problems = await problemsOf(files, () => loadScenarios([files.path("scenarios/a.scenario.ts")]));
  return problems.map((problem) => problem.replace(/^scenarios\/a\.scenario\.ts(:\d+:\d+)?: /u, ""));
}

const IN_STEPS = (code: string): string => `import { scenario } from "cyanotype";
export const a = scenario("A", {}, (flow) => {
  ${code}
});`;

const SLACK =
  "slack has no module `createMesage`\n  help: Did you mean `createMessage`? `cyanotype modules slack` lists them";
const SLAK = "`cyanotype/apps` has no `slak`\n  help: Did you mean `slack`?";
const WITH_TYPES =
  "An editor that knows TypeScript shows what is called wrongly; so does `npx -p typescript tsc --noEmit` on the file";

describe("a name that there is not", () => {
  test.for<[string, string, string]>([
    ["a module of an app", 'import { slack } from "cyanotype/apps";\nslack.createMesage({});', SLACK],
    [
      "a module of an app under another name",
      'import { slack as s } from "cyanotype/apps";\ns.createMesage({});',
      SLACK,
    ],
    ["a module of an app of all apps", 'import * as apps from "cyanotype/apps";\napps.slack.createMesage({});', SLACK],
    [
      "a module unlike any other, of an app whose name is two words",
      'import { googleSheets } from "cyanotype/apps";\ngoogleSheets.frobnicate({});',
      "googleSheets has no module `frobnicate`\n  help: `cyanotype modules google-sheets` lists them",
    ],
    [
      "a condition",
      'import { number } from "cyanotype";\nnumber.greatrThan(1, 2);',
      "number has no function `greatrThan`\n  help: Did you mean `greaterThan`?",
    ],
    [
      "a function of the mapping language",
      'import { fn } from "cyanotype";\nfn.formatDat(1);',
      "fn has no function `formatDat`\n  help: Did you mean `formatDate`?",
    ],
    [
      "a handler unlike any other",
      'import { onError } from "cyanotype";\nonError.panic();',
      "onError has no function `panic`\n  help: There are ignore, resume, commit, rollback, retry, store",
    ],
    [
      "a method of the flow",
      IN_STEPS('flow.triger("Start");'),
      "flow has no function `triger`\n  help: Did you mean `trigger`?",
    ],
    ["an imported app", 'import { slak } from "cyanotype/apps";\nslak.createMessage({});', SLAK],
    ["an imported app under another name", 'import { slak as $s } from "cyanotype/apps";\n$s.createMessage({});', SLAK],
    [
      "an imported app, used in another line than the one that fails",
      'import { slack, slak } from "cyanotype/apps";\nslak\n  .createMessage({});',
      SLAK,
    ],
    [
      "an imported function",
      'import { type Flow, scenari } from "cyanotype";\nconst a: Flow | 0 = 0;\nscenari("A", {}, () => a);',
      "`cyanotype` has no `scenari`\n  help: Did you mean `scenario`?",
    ],
    [
      "an imported function that the other half of the library has",
      'import { webhook } from "cyanotype/apps";\nwebhook("in");',
      "`cyanotype/apps` has no `webhook`\n  help: `cyanotype` has it",
    ],
    [
      "an import of what is no name",
      'import fs from "node:fs";\nimport slack from "cyanotype/apps";\nvoid fs;\nslack.createMessage({});',
      '`cyanotype/apps` has no default export\n  help: Write import { slack } from "cyanotype/apps"',
    ],
    [
      "a part of the library",
      'import { slack } from "cyanotype/app";\nslack.createMessage({});',
      "Cannot find module 'cyanotype/app'\n  help: Did you mean `cyanotype/apps`?",
    ],
    [
      "what was not imported",
      "onError.store();",
      '`onError` is not defined\n  help: Add it to the import: import { …, onError } from "cyanotype"',
    ],
    [
      "an app that was not imported",
      "slack.createMessage({});",
      '`slack` is not defined\n  help: Add it to the import: import { …, slack } from "cyanotype/apps"',
    ],
    [
      "what was not imported, and is misspelt",
      "onEror.store();",
      "`onEror` is not defined\n  help: Did you mean `onError`?",
    ],
    [
      "the flow",
      'import { scenario } from "cyanotype";\nscenario("A", {}, () => { flow.step("B"); });',
      "`flow` is not defined\n  help: Take it as the parameter of the function: (flow) => { … }",
    ],
  ])("%s", async ([, text, problem]) => {
    expect(await told(text)).toEqual([problem]);
  });
});

describe("what is the author's own is left as it is", () => {
  test.for<[string, string, string]>([
    [
      "a function",
      "const own: any = {};\nown.createMesage();",
      `own.createMesage is not a function\n  help: ${WITH_TYPES}`,
    ],
    [
      "a property of nothing",
      'import { slack } from "cyanotype/apps";\n(slack as any).createMessage.more.again;',
      `Cannot read properties of undefined (reading 'again')\n  help: ${WITH_TYPES}`,
    ],
    ["a name", "frobnicate();", "frobnicate is not defined"],
    [
      "a package",
      'import "left-pad-of-my-own";',
      "Cannot find module 'left-pad-of-my-own'\n  help: Check the path, or install the package",
    ],
  ])("%s", async ([, text, problem]) => {
    expect(await told(text)).toEqual([problem]);
  });

  test("an export of a file of its own that is called like the library's", async () => {
    const text = 'import { slack } from "./apps.ts";\nslack.tellAll();';
    const [problem] = await told(text, { "scenarios/apps.ts": "export const slack: any = {};" });
    expect(problem).toContain(WITH_TYPES);
  });
});

test("a file that is imported is told of like the scenario's own", async () => {
  const shared = 'import { slack } from "cyanotype/apps";\nexport const tell = slack.createMesage({});';
  expect(await told('import { tell } from "./shared.ts";\nvoid tell;', { "scenarios/shared.ts": shared })).toEqual([
    expect.stringMatching(/^scenarios\/shared\.ts:2:\d+: slack has no module `createMesage`/u),
  ]);
});

describe("a syntax error that only Node finds", () => {
  test.for<[string, string, string]>([
    [
      "an `await` inside of steps",
      IN_STEPS('const a = await flow.step("A");'),
      "3:13: Unexpected reserved word 'await'\n  help: Take `await` away: steps are only written here, and run in Make",
    ],
    ["a name that is given twice", "\nconst a = 5;\nlet a = 6;", "3:5: Identifier 'a' has already been declared"],
    ["a pattern that is none", "\nconst a = /(/u;", "2:11: Invalid regular expression: /(/u: Unterminated group"],
  ])("%s is told at its line", async ([, text, problem]) => {
    const files = projectOf(text);
    expect(await problemsOf(files, () => loadScenarios([files.path("scenarios/a.scenario.ts")]))).toEqual([
      `scenarios/a.scenario.ts:${problem}`,
    ]);
  });

  test("is none when the file itself made it, and the file runs once", async () => {
    const text = "(globalThis as any).runs = ((globalThis as any).runs ?? 0) + 1;\nJSON.parse('{');";
    const [problem] = await told(text);
    expect(problem).toMatch(/JSON/u);
    expect(globalThis).toHaveProperty("runs", 1);
  });
});
