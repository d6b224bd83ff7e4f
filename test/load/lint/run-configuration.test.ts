import { describe, expect, test } from "vitest";
import { lintSettings } from "../../../src/load/lint/lint-settings.ts";
import { type Project, problemsOf, project } from "../project.ts";

const withConfiguration = (text: string, more: Readonly<Record<string, string>> = {}): Project =>
  project({ "cyanotype.config.ts": text, ...more });
const settings = ({ folder }: Project) => lintSettings({ cwd: folder });
const told = (text: string, more?: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const files = withConfiguration(text, more);
  return problemsOf(files, () => settings(files));
};

describe("a configuration in TypeScript", () => {
  test("says what one in YAML says, and takes parts of it from other files", async () => {
    const files = withConfiguration(
      `import { defineConfig } from "cyanotype/lint";
      import { shared } from "./shared.ts";
      export default defineConfig({
        extends: "strict",
        rules: { ...shared, "bad-schedule": { severity: "info" } },
        overrides: [{ files: ["old"], rules: { "bad-schedule": "off" } }],
        ignores: ["drafts"],
      });`,
      { "shared.ts": 'export const shared = { "missing-error-handler": "off" } as const;' },
    );
    const { preset, severityOf, rules, isIgnored } = await settings(files);
    const severity = (id: string, path: string) => {
      const rule = rules.find((candidate) => candidate.id === id);
      return rule && severityOf([files.path(path)])(rule);
    };
    expect(preset).toBe("strict");
    expect(severity("missing-error-handler", "a.json")).toBe("off");
    expect(severity("bad-schedule", "a.json")).toBe("info");
    expect(severity("bad-schedule", "old/a.json")).toBe("off");
    expect(isIgnored([files.path("drafts/a.json")])).toBe(true);
  });

  test.for<[string, string, readonly string[]]>([
    [
      "a rule that there is not",
      'export default {\n  rules: { "bad-schedul": "off" },\n};',
      ["cyanotype.config.ts:2:12: There is no rule `bad-schedul`\n  help: Did you mean `bad-schedule`?"],
    ],
    [
      "a severity that there is not, behind another of its name",
      'const rules = { "bad-schedule": "of" };\nexport default { rules: { "bad-schedule": "of" } };',
      [
        "cyanotype.config.ts:2:43: `bad-schedule` is `of`, not `off`, `info`, `warning` or `error`\n  help: Did you mean `off`?",
      ],
    ],
    [
      "an item of a list",
      'export default { mandatory: ["bad-schedule", "bad-schedul"] };',
      ["cyanotype.config.ts:1:46: There is no rule `bad-schedul`\n  help: Did you mean `bad-schedule`?"],
    ],
    [
      "what was put together elsewhere, at the nearest thing around it",
      'const ids = ["bad", "schedul"];\nexport default { mandatory: [ids.join("-")] };',
      ["cyanotype.config.ts:2:18: There is no rule `bad-schedul`\n  help: Did you mean `bad-schedule`?"],
    ],
    [
      "a function",
      "export default { ignores: () => [] };",
      ["cyanotype.config.ts:1:18: `ignores` is a function, not an array or `null`"],
    ],
    [
      "no default export",
      "export const rules = {};",
      [
        'cyanotype.config.ts: The file exports no configuration\n  help: End it with `export default defineConfig({ … })`; `defineConfig` comes from "cyanotype/lint"',
      ],
    ],
    ["a file that fails", 'throw new Error("No.");', ["cyanotype.config.ts:1:1: No"]],
    [
      "a file that ends the process",
      "export default { extends: process.exit(0) };",
      ["cyanotype.config.ts:1:1: The file ends the process (`process.exit`), and nothing could be checked"],
    ],
  ])("is refused where it is wrong: %s", async ([, text, problems]) => {
    expect(await told(text)).toEqual(problems);
  });

  test("is not guessed at when there is another one in its folder", async () => {
    expect(await told("export default {};", { "cyanotype.config.yaml": "" })).toEqual([
      expect.stringMatching(/This folder has 2 configurations: `cyanotype\.config\.yaml` and `cyanotype\.config\.ts`/u),
    ]);
  });
});
