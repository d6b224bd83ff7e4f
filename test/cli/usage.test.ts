import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blueprint, module, webhook } from "../lint/blueprints.ts";
import { project, projectOf, scenarioFile } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const shown = (...args: string[]): string => {
  const { folder } = project();
  return transcript(run(folder, args), folder);
};

describe("the command", () => {
  test.for(["--version", "-v"])("tells its version: %s", (flag) => {
    expect(shown(flag)).toMatch(/^\d+\.\d+\.\d+\n\[exit code 0\]$/u);
  });

  test.for([["--help"], ["help"], ["-h"]])("tells what there is: %s", (args) => {
    const help = shown(...args);
    expect(help).toMatch(/^Usage: cyanotype \[options\] \[command\]\n/u);
    for (const name of ["compile", "lint", "lsp", "modules", "render"])
      expect(help).toMatch(new RegExp(`^  ${name} `, "mu"));
    expect(help).toMatch(/\[exit code 0\]$/u);
  });

  test.for(["compile", "lint", "lsp", "modules", "render"])("tells what %s takes", (name) => {
    const help = shown(name, "--help");
    expect(help).toMatch(new RegExp(`^Usage: cyanotype ${name} \\[options\\]`, "u"));
    expect(help).toMatch(/\[exit code 0\]$/u);
    expect(shown("help", name)).toBe(help);
  });

  test.for<[args: string[], message: string, help: string]>([
    [["lnit"], "There is no command `lnit`", "Did you mean `cyanotype init` or `cyanotype lint`?"],
    [["help", "lnit"], "There is no command `lnit`", "Did you mean `cyanotype init` or `cyanotype lint`?"],
    [["complie"], "There is no command `complie`", "Did you mean `cyanotype compile`?"],
    [["deploy"], "There is no command `deploy`", "`cyanotype --help` tells what there is"],
    [["exports/a.json"], "There is no command `exports/a.json`", "Write `cyanotype lint exports/a.json` to check it"],
    [
      ["my orders.json", "x"],
      "There is no command `my orders.json`",
      "Write `cyanotype lint 'my orders.json'` to check it",
    ],
    [["."], "There is no command `.`", "Write `cyanotype lint .` to check it"],
    [["\u001b[31m"], "There is no command `\\u001b[31m`", "`cyanotype --help` tells what there is"],
    [["lint", "--formt", "json"], "`cyanotype lint` has no option `--formt`", "Did you mean `--format`?"],
    [["lint", "--fial-on=error", "a"], "`cyanotype lint` has no option `--fial-on`", "Did you mean `--fail-on`?"],
    [
      ["modules", "learn", "a", "-o", "b", "--envirnment", "a"],
      "`cyanotype modules learn` has no option `--envirnment`",
      "Did you mean `--environment`?",
    ],
    [
      ["--stdin-filename", "error"],
      "`cyanotype` has no option `--stdin-filename`",
      "It stands behind a command: `cyanotype lint --stdin-filename`",
    ],
    [["--nope"], "`cyanotype` has no option `--nope`", "`cyanotype --help` tells what there is"],
    [
      ["lint"],
      "`cyanotype lint` is given no `<files...>`",
      "Give blueprints (*.json), scenarios (*.scenario.ts), folders or patterns; - reads stdin",
    ],
    [
      ["explain", "a", "b"],
      "`cyanotype explain` takes 1 argument, and was given 2",
      "`cyanotype explain --help` tells what there is",
    ],
    [
      ["lsp", "a"],
      "`cyanotype lsp` takes nothing but options, and was given 1",
      "`cyanotype lsp --help` tells what there is",
    ],
    [
      ["lint", "--format", "xml", "a.json"],
      "`xml` is no value of `--format`",
      "There are text, compact, json, sarif, junit, github, markdown",
    ],
    [
      ["lint", "--format", "sarf", "a.json"],
      "`sarf` is no value of `--format`",
      "Did you mean `sarif`? There are text, compact, json, sarif, junit, github, markdown",
    ],
    [["lint", "--fail-on"], "`--fail-on` is given no `<severity>`", "There are error, warning, info"],
    [["lint", "-", "--stdin-filename", ""], "`` is no value of `--stdin-filename`", "Give it a name"],
    [
      ["lint", "a", "--max-warnings", "many"],
      "`many` is no value of `--max-warnings`",
      "Give it a whole number from 0",
    ],
    [
      ["modules", "learn", "a.json"],
      "`cyanotype modules learn` is given no `--out`",
      "Add `--out <folder>`: where to write them, a file for each app",
    ],
    [
      ["lint", "a", "--rule", "dangling-refernce=off"],
      "There is no rule `dangling-refernce`",
      "Did you mean `dangling-reference`?",
    ],
    [["lint", "a", "--rule", "zzz=off"], "There is no rule `zzz`", "`cyanotype rules` lists all"],
    [["explain", "dangling"], "There is no rule `dangling`", "Did you mean `dangling-reference`?"],
  ])("says what to type instead of %j, with exit code 2", ([args, message, help]) => {
    expect(shown(...args)).toBe(`[stderr]\nerror  ${message}\n  help    ${help}\n[exit code 2]`);
  });

  test("takes a folder that is there for one that is to be checked", () => {
    const { folder } = project({ "exports/a.json": "{}" });
    expect(run(folder, ["exports"]).stderr).toContain("Write `cyanotype lint exports` to check it");
  });

  test("helps on the first day when it is given nothing to do", () => {
    const text = shown();
    expect(text).toMatch(/^\[stderr\]\nCyanotype: [\s\S]*\[exit code 2\]$/u);
    const commands = [...text.matchAll(/^ {2}cyanotype (\w+)/gmu)].map(([, name = ""]) => name);
    expect(commands).toHaveLength(4);
    for (const name of commands) expect(shown(name, "--help")).toContain(`Usage: cyanotype ${name} `);
    const [, readme = ""] = /^Documents: (.*)$/mu.exec(text) ?? [];
    expect(readFileSync(readme, "utf8")).toMatch(/^# Cyanotype/u);
  });
});

describe("render", () => {
  const json = JSON.stringify(blueprint([webhook(), module(2, "slack:CreateMessage", { version: 4 })]));
  const render = (files: ReturnType<typeof project>, ...args: string[]) =>
    transcript(run(files.folder, ["render", ...args]), files.folder);

  test("shows blueprints and scenarios as outlines", () => {
    const files = projectOf(
      scenarioFile('flow.step("Wait", tools.sleep({ duration: 1 }), { onError: onError.ignore() });'),
      {
        "a.json": json,
      },
    );
    expect(render(files, "a.json", "scenarios")).toMatchInlineSnapshot(`
      "Test
      ├─ Webhooks › Custom webhook (1)
      └─ Slack › Create a Message (2)

      Orders
      ├─ Order arrives (1) · Webhooks › Custom webhook
      └─ Wait (2) · Tools › Sleep
         on error
           └─ Flow Control › Ignore (3)
      [exit code 0]"
    `);
  });

  test("shows what it can, and tells of the rest", () => {
    const files = project({ "a.json": json, "b.json": '{ "flow": 5 }' });
    expect(render(files, "a.json", "b.json")).toMatchInlineSnapshot(`
      "Test
      ├─ Webhooks › Custom webhook (1)
      └─ Slack › Create a Message (2)
      [stderr]
      b.json:1:11  error  \`flow\` is a whole number, not an array of modules
        1 | { "flow": 5 }
          |           ^
        help    Make writes a module as an object with \`id\`, \`module\`, \`version\`, \`parameters\`, \`mapper\` and \`metadata\`
      [exit code 2]"
    `);
  });

  test("tells of what is far too long", () => {
    const files = project({ "a.json": `"${"x".repeat(85 * 1024 * 1024)}"` });
    expect(render(files, "a.json")).toContain("a.json  error  The file has 85 MiB; at most 20 MiB are read");
  });
});
