import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../../src/lint/rules.generated.ts";
import { type LintSettingsOptions, lintSettings } from "../../../src/load/lint/lint-settings.ts";
import { type Project, problemsOf, project } from "../project.ts";

const rule = (id: string) => {
  const found = rules.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};

const CONFIG = `
extends: strict
rules: { weak-evidence: info, disabled-route: off }
overrides:
  - { files: ["exports"], rules: { weak-evidence: error } }
  - { files: ["exports/legacy"], rules: { weak-evidence: off } }
`;
const files = (): Project => project({ "cyanotype.config.yaml": CONFIG });

const severity = async ({ folder, path }: Project, file: string, id: string, more: Partial<LintSettingsOptions> = {}) =>
  (await lintSettings({ cwd: folder, ...more })).severityOf([path(file)])(rule(id));

describe("what holds for a file", () => {
  test("is what the preset says, without a configuration", async () => {
    expect(await severity(project(), "a.json", "missing-error-handler")).toBe("warning");
    expect(await severity(project(), "a.json", "missing-error-handler", { preset: "strict" })).toBe("error");
  });

  test("is what the configuration says; of its overrides, the last one that fits", async () => {
    expect(await severity(files(), "a.json", "missing-error-handler")).toBe("error");
    expect(await severity(files(), "a.json", "weak-evidence")).toBe("info");
    expect(await severity(files(), "exports/a.json", "weak-evidence")).toBe("error");
    expect(await severity(files(), "exports/legacy/a.json", "weak-evidence")).toBe("off");
  });

  test("is what the command line says, before all else", async () => {
    expect(await severity(files(), "exports/a.json", "weak-evidence", { rules: ["weak-evidence=warning"] })).toBe(
      "warning",
    );
    expect(await severity(files(), "a.json", "missing-error-handler", { preset: "recommended" })).toBe("warning");
    // A preset stands in for the one that the configuration extends, not for what it sets.
    expect(await severity(files(), "a.json", "disabled-route", { preset: "recommended" })).toBe("off");
  });

  test("cannot be less than what is mandatory", async () => {
    const given = project({ "cyanotype.config.yml": "rules: { weak-evidence: info }\nmandatory: [weak-evidence]\n" });
    expect(await problemsOf(given, () => lintSettings({ cwd: given.folder, rules: ["weak-evidence=off"] }))).toEqual([
      "`weak-evidence` cannot be switched off\n  help: cyanotype.config.yml makes it mandatory",
    ]);
  });
});

describe("the configuration", () => {
  const found = async (given: Project, cwd: string) =>
    (await lintSettings({ cwd: given.path(cwd) })).configuration?.path.replace(`${given.folder}/`, "");

  test("is the nearest one, up to the top of the repository", async () => {
    const given = project({
      "cyanotype.config.yaml": "",
      "repository/cyanotype.config.yaml": "",
      "repository/a/cyanotype.config.yml": "",
      "repository/a/b/c.json": "",
      "repository/d/e.json": "",
      "other/a.json": "",
    });
    mkdirSync(given.path("repository/.git"));
    mkdirSync(given.path("other/.git"));
    expect(await found(given, "repository/a/b")).toBe("repository/a/cyanotype.config.yml");
    expect(await found(given, "repository/d")).toBe("repository/cyanotype.config.yaml");
    expect(await found(given, "other")).toBeUndefined();
  });

  test("is in the folder itself where there is no repository", async () => {
    const given = project({ "cyanotype.config.yaml": "", "a/b.json": "" });
    expect(await found(given, ".")).toBe("cyanotype.config.yaml");
    expect(await found(given, "a")).toBeUndefined();
  });

  test("is the one that is asked for", async () => {
    const given = project({ "cyanotype.config.yaml": "extends: strict", "other.yaml": "extends: recommended" });
    expect((await lintSettings({ cwd: given.folder, config: "other.yaml" })).preset).toBe("recommended");
    expect(await problemsOf(given, () => lintSettings({ cwd: given.folder, config: "none.yaml" }))).toEqual([
      "none.yaml: There is no such configuration",
    ]);
  });
});
