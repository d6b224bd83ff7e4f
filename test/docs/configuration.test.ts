import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { suppressionRules } from "../../src/lint/suppression-rules.ts";
import { readConfiguration } from "../../src/load/lint/configuration.ts";
import { run } from "../cli/command.ts";
import { blueprint, module, webhook } from "../lint/blueprints.ts";
import { project } from "../load/project.ts";

const page = readFileSync("docs/configuration.md", "utf8");
const [, example = ""] = /```yaml\n([\s\S]*?)```/u.exec(page) ?? [];
const [, plugin = ""] = /```ts no-friday\n([\s\S]*?)```/u.exec(page) ?? [];
const [, typed = ""] = /```ts configuration\n([\s\S]*?)```/u.exec(page) ?? [];
const [, options = ""] = /```yaml options\n([\s\S]*?)```/u.exec(page) ?? [];
/** A module that nobody knows. */
const UNKNOWN = JSON.stringify(blueprint([webhook(), module(2, "acme-crm:AddLead", { mapper: { name: "n" } })]));
const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/gu)].flatMap(([, text = ""]) => text.trim().split("\n"));

const ORDERS = JSON.stringify(
  blueprint([
    webhook(),
    module(2, "slack:CreateMessage", {
      version: 4,
      mapper: { channel: "c", text: "t" },
      metadata: { designer: { x: 0, y: 0, name: "Tell the team" } },
    }),
    module(3, "http:ActionSendData", { version: 3, mapper: { url: "https://example.com", method: "get" } }),
  ]),
);

describe("the page on configuration", () => {
  test("shows a configuration that can be read, with every section", () => {
    const configuration = readConfiguration(example, "cyanotype.config.yaml");
    expect(configuration).toMatchObject({ preset: "recommended", ignores: ["**/*.draft.json"] });
    const { properties } = JSON.parse(readFileSync("schemas/config.schema.json", "utf8")) as {
      readonly properties: object;
    };
    const sections = Object.keys(properties).filter((name) => name !== "$schema");
    expect(sections.filter((name) => !example.includes(`\n${name}:`) && !example.startsWith(`${name}:`))).toEqual([]);
  });

  test("shows one in TypeScript that can be read", () => {
    const { folder } = project({ "cyanotype.config.ts": typed });
    expect(run(folder, ["lint", "--print-config", "exports/legacy/a.json"]).stdout).toMatch(
      /preset: strict\n[\s\S]*missing-error-handler: off\n[\s\S]*unfiltered-route: warning\n/u,
    );
  });

  test("shows options that can be read", () => {
    const { options: set, overrides } = readConfiguration(options, "cyanotype.config.yaml");
    expect([set, overrides[0]?.options]).toEqual([
      new Map([["large-scenario", { modules: 200 }]]),
      new Map([["large-scenario", { modules: 400 }]]),
    ]);
  });

  test("shows commands that do what it says, one after the other", () => {
    const { folder, read } = project({
      "cyanotype.config.yaml": example,
      "exports/orders.json": ORDERS,
      "rules/no-friday.ts": plugin,
      "other/acme.json": UNKNOWN,
    });
    expect(run(folder, ["modules", "learn", "other", "--out", "learnt"]).code).toBe(0);
    const git = (...args: readonly string[]) => execFileSync("git", [...args], { cwd: folder });
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "x");
    git("update-ref", "refs/remotes/origin/main", "main");
    const last = (command: string): string => {
      const [program, ...args] = command.split(" ");
      expect(program).toBe("cyanotype");
      const { code, stdout, stderr } = run(folder, args);
      return `${code}: ${stdout.trim().split("\n").at(-1)}${stderr === "" ? "" : `; ${stderr.trim()}`}`;
    };
    expect(commands.map((command) => `${command}\n  ${last(command)}`)).toMatchInlineSnapshot(`
      [
        "cyanotype lint --print-config exports/orders.json
        0:   - rules/no-friday.ts",
        "cyanotype lint exports --preset strict
        1: 1 error, 1 remark in 1 blueprint, 1 suppressed",
        "cyanotype lint exports --rule weak-evidence=off
        0: 1 warning in 1 blueprint, 1 suppressed",
        "cyanotype lint exports --fix-dry-run
        0: ; Nothing would be fixed",
        "cyanotype lint exports --fix
        0: 1 warning in 1 blueprint, 1 suppressed; Nothing fixed",
        "cyanotype lint . --changed origin/main
        0: ; Nothing to check: no file has changed since \`origin/main\`",
        "cyanotype lint exports --write-baseline
        0: 1 blueprint checked, nothing to report, 2 suppressed; 1 finding recorded in cyanotype.baseline.json",
        "cyanotype lint exports
        0: 1 blueprint checked, nothing to report, 2 suppressed",
        "cyanotype lint exports --prune-baseline
        0: 1 blueprint checked, nothing to report, 2 suppressed",
      ]
    `);
    expect(JSON.parse(read("cyanotype.baseline.json"))).toMatchObject({ version: 1 });
  });

  test("names what is found in suppressions", () => {
    expect(suppressionRules.filter(({ id }) => !page.includes(`\`${id}\``))).toEqual([]);
  });
});
