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

  test.for<[string[], string]>([
    [["lnit"], "error: unknown command 'lnit'\n(Did you mean lint?)"],
    [["lint", "--formt", "json"], "error: unknown option '--formt'\n(Did you mean --format?)"],
    [["--nope"], "error: unknown option '--nope'"],
    [["lint"], "error: missing required argument 'files'"],
    [
      ["lint", "--format", "xml", "a.json"],
      "error: option '--format <name>' argument 'xml' is invalid. Allowed choices are text, compact, json, sarif, junit, github, markdown.",
    ],
    [
      ["lint", "--fail-on", "never", "a.json"],
      "error: option '--fail-on <severity>' argument 'never' is invalid. Allowed choices are error, warning, info.",
    ],
    [
      ["lint", "-", "--stdin-filename", ""],
      "error: option '--stdin-filename <name>' argument '' is invalid. Give it a name.",
    ],
    [["compile", "--env"], "error: option '--env <name>' argument missing"],
  ])("says what to type instead of %j, with exit code 2", ([args, message]) => {
    const text = shown(...args);
    expect(text.startsWith(`[stderr]\n${message}\n`)).toBe(true);
    expect(text).toMatch(/\[exit code 2\]$/u);
  });

  test("says what there is when it is given nothing to do", () => {
    expect(shown()).toMatch(/^\[stderr\]\nUsage: cyanotype[\s\S]*\[exit code 2\]$/u);
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
