// Findings that were there when a team began, as people keep them.

import { rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blueprint, module, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project, projectOf, scenarioFile } from "../load/project.ts";
import { run, transcript } from "./command.ts";

const lint = (files: Project, ...args: readonly string[]) => run(files.folder, ["lint", ...args]);
const shown = (files: Project, ...args: readonly string[]): string => transcript(lint(files, ...args), files.folder);
const rulesIn = (text: string): readonly string[] => text.match(/(?<=^ {2}rule {4})\S+$/gmu) ?? [];

const post = (id: number, name?: string) =>
  module(id, "slack:CreateMessage", {
    version: 4,
    mapper: { channel: "c", text: "t" },
    metadata: { designer: { x: 0, y: 0, ...(name === undefined ? {} : { name }) } },
  });
const json = (...flow: Parameters<typeof blueprint>[0]): string =>
  JSON.stringify(blueprint([webhook(), ...flow]), null, 2);

describe("a baseline", () => {
  const old = (): Project => project({ "exports/a.json": json(post(2), setVariable(3, "{{9.x}}")) });

  test("is written, and from then on only what is new is told", () => {
    const files = old();
    expect(shown(files, "exports", "--write-baseline")).toMatchInlineSnapshot(`
      "1 blueprint checked, nothing to report, 2 suppressed
      [stderr]
      2 findings recorded in cyanotype.baseline.json
      [exit code 0]"
    `);
    expect(files.read("cyanotype.baseline.json")).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "findings": [
          {"path":"exports/a.json","rule":"dangling-reference","place":"util:SetVariable2 › mapper › value","fingerprint":"36fff4784c331c8de9d0","count":1},
          {"path":"exports/a.json","rule":"missing-error-handler","place":"slack:CreateMessage › module","fingerprint":"22c4f16371750596c2a2","count":1}
        ]
      }
      "
    `);
    expect(lint(files, "exports").code).toBe(0);
    expect(lint(files, "exports", "--no-baseline").code).toBe(1);

    files.write({
      "exports/a.json": json(post(7), setVariable(8), setVariable(9, "{{8.y}}{{99.other}}", { filter: {} })),
    });
    const { stdout } = lint(files, "exports");
    expect(rulesIn(stdout)).not.toContain("missing-error-handler");
    expect(rulesIn(stdout)).toContain("dangling-reference");
  });

  test("is not changed by writing it again, nor by other numbers, lines and places", () => {
    const files = old();
    lint(files, "exports", "--write-baseline");
    const before = files.read("cyanotype.baseline.json");
    const moved = JSON.stringify(blueprint([webhook(10), post(20), setVariable(30, "{{90.x}}")])).replaceAll(
      '"x":0',
      '"x":300',
    );
    files.write({ "exports/a.json": moved });
    expect(lint(files, "exports").stdout).toBe("1 blueprint checked, nothing to report, 2 suppressed\n");
    lint(files, "exports", "--write-baseline");
    expect(files.read("cyanotype.baseline.json")).toBe(before);
  });

  test("is told to have shrunk, and pruned", () => {
    const files = old();
    files.write({ "exports/b.json": json(post(2)) });
    lint(files, "exports", "--write-baseline");
    files.write({ "exports/a.json": json(setVariable(2)) });
    expect(lint(files, "exports").stderr).toBe(
      "2 findings of cyanotype.baseline.json are found no more; take them out with --prune-baseline\n",
    );
    // What was not looked at, or not for, is not gone.
    expect(lint(files, "exports/b.json").stderr).toBe("");
    expect(lint(files, "exports/a.json", "--rule", "missing-error-handler=off").stderr).toMatch(/^1 finding /u);
    expect(lint(files, "exports", "--prune-baseline").stderr).toBe("2 findings of cyanotype.baseline.json taken out\n");
    expect(JSON.parse(files.read("cyanotype.baseline.json"))).toMatchObject({ findings: [{ path: "exports/b.json" }] });
    expect(lint(files, "exports").stderr).toBe("");
  });

  test("keeps what it knows of other files when a part is written again", () => {
    const files = old();
    files.write({ "exports/b.json": json(post(2)) });
    lint(files, "exports", "--write-baseline");
    const before = files.read("cyanotype.baseline.json");
    lint(files, "exports/b.json", "--write-baseline");
    expect(files.read("cyanotype.baseline.json")).toBe(before);
  });

  test("knows scenarios by their source, however many forms are printed", () => {
    const files = projectOf(
      scenarioFile(`
  flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }));`),
    );
    lint(files, "scenarios", "--write-baseline");
    files.write({ "scenarios/environments/other.yaml": files.read("scenarios/environments/test.yaml") });
    expect(shown(files, "scenarios")).toBe("2 blueprints checked, nothing to report, 1 suppressed\n[exit code 0]");
  });

  test("may have another name, and never takes the place of another file", () => {
    const files = old();
    expect(lint(files, "exports", "--write-baseline", "known.json").stderr).toBe("2 findings recorded in known.json\n");
    expect(lint(files, "exports", "--baseline", "known.json").code).toBe(0);
    expect(lint(files, "exports", "--baseline", "none.json")).toMatchObject({ code: 2, stdout: "" });
    const before = files.read("exports/a.json");
    const ran = lint(files, "exports", "--write-baseline", "exports/a.json");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("This is no baseline");
    expect(files.read("exports/a.json")).toBe(before);
  });

  test("is not written while a file cannot be checked", () => {
    const files = old();
    files.write({ "exports/b.json": '{ "flow": [' });
    const ran = lint(files, "exports", "--write-baseline");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("cyanotype.baseline.json was not written, because not every file could be checked\n");
    expect(() => files.read("cyanotype.baseline.json")).toThrow();
  });

  test("that was merged badly is told with its line", () => {
    const files = old();
    lint(files, "exports", "--write-baseline");
    files.write({
      "cyanotype.baseline.json": files
        .read("cyanotype.baseline.json")
        .replace('"version": 1', '<<<<<<< HEAD\n  "version": 1'),
    });
    expect(lint(files, "exports")).toMatchObject({ code: 2, stdout: "" });
    expect(lint(files, "exports").stderr).toMatch(/^cyanotype\.baseline\.json:\d+:\d+ {2}error/u);
  });
});

describe("a baseline of files that were renamed", () => {
  const moveFile = (files: Project, from: string, to: string): void => {
    files.write({ [to]: files.read(from) });
    rmSync(files.path(from));
  };
  const old = (): Project => {
    const files = project({
      "exports/a.json": json(post(2), setVariable(3, "{{9.x}}")),
      "exports/b.json": json(post(2, "Tell"), setVariable(3, "{{8.y}}")),
    });
    lint(files, "exports", "--write-baseline");
    return files;
  };
  const pathsIn = (files: Project): readonly string[] =>
    JSON.parse(files.read("cyanotype.baseline.json")).findings.map(({ path }: { path: string }) => path);

  test("knows them by what is found there, and is told the new path", () => {
    const files = old();
    moveFile(files, "exports/a.json", "exports/orders.json");
    expect(shown(files, "exports")).toMatchInlineSnapshot(`
      "2 blueprints checked, nothing to report, 4 suppressed
      [stderr]
      exports/a.json of cyanotype.baseline.json is exports/orders.json now; record that with --prune-baseline
      [exit code 0]"
    `);
    expect(lint(files, "exports", "--prune-baseline").stderr).toBe(
      "exports/orders.json recorded in cyanotype.baseline.json, where it was exports/a.json\n",
    );
    expect(pathsIn(files)).toEqual(["exports/b.json", "exports/b.json", "exports/orders.json", "exports/orders.json"]);
    expect(shown(files, "exports")).toBe("2 blueprints checked, nothing to report, 4 suppressed\n[exit code 0]");
  });

  test("is written anew under the new path", () => {
    const files = old();
    moveFile(files, "exports/a.json", "exports/orders.json");
    lint(files, "exports/orders.json", "--write-baseline");
    expect(pathsIn(files)).toEqual(["exports/b.json", "exports/b.json", "exports/orders.json", "exports/orders.json"]);
  });

  test("knows all files of a folder that was moved", () => {
    const files = old();
    moveFile(files, "exports/a.json", "blueprints/eu/a.json");
    moveFile(files, "exports/b.json", "blueprints/eu/b.json");
    expect(lint(files, ".")).toEqual({
      code: 0,
      stdout: "2 blueprints checked, nothing to report, 4 suppressed\n",
      stderr: "2 files of cyanotype.baseline.json have other paths now; record them with --prune-baseline\n",
    });
    expect(lint(files, ".", "--prune-baseline").stderr).toBe(
      "2 files of cyanotype.baseline.json recorded under their new paths\n",
    );
    expect(lint(files, ".").stderr).toBe("");
  });

  test("tells only what is new in a file that was renamed and changed", () => {
    const files = old();
    rmSync(files.path("exports/a.json"));
    files.write({ "exports/orders.json": json(post(2), setVariable(3, "{{9.x}}"), setVariable(4, "{{7.z}}")) });
    const { stdout, stderr } = lint(files, "exports");
    expect(rulesIn(stdout)).toEqual(["dangling-reference"]);
    expect(stdout).toContain("`7`");
    expect(stderr).toMatch(/^exports\/a\.json of .* is exports\/orders\.json now/u);
  });

  test("does not know a copy: its file is still there", () => {
    const files = old();
    files.write({ "exports/copy.json": files.read("exports/a.json") });
    expect(rulesIn(lint(files, "exports").stdout)).toEqual(["dangling-reference", "missing-error-handler"].reverse());
    // Also when only the copy is looked at.
    expect(lint(files, "exports/copy.json").code).toBe(1);
  });

  test("knows neither of two files that it could be", () => {
    const files = old();
    files.write({ "exports/one.json": files.read("exports/a.json"), "exports/two.json": files.read("exports/a.json") });
    rmSync(files.path("exports/a.json"));
    const { stdout, stderr } = lint(files, "exports");
    expect(rulesIn(stdout)).toHaveLength(4);
    expect(stderr).toBe(
      "2 findings of cyanotype.baseline.json are found no more; take them out with --prune-baseline\n",
    );
  });

  test("knows it in a run over that file alone, and from stdin", () => {
    const files = old();
    moveFile(files, "exports/a.json", "exports/orders.json");
    expect(lint(files, "exports/orders.json").code).toBe(0);
    const text = files.read("exports/orders.json");
    const piped = run(files.folder, ["lint", "-", "--stdin-filename", "exports/orders.json"], { input: text });
    expect(piped.code).toBe(0);
  });

  test("never keeps what is mandatory", () => {
    const files = old();
    moveFile(files, "exports/a.json", "exports/orders.json");
    files.write({ "cyanotype.config.yaml": "mandatory: [dangling-reference]\n" });
    expect(rulesIn(lint(files, "exports/orders.json").stdout)).toEqual(["dangling-reference"]);
  });

  test("knows all scenarios of a source", () => {
    const tell = `
  flow.step("Tell", slack.createMessage({ connection: connection("slack"), channel: "#a", text: "Hi" }));`;
    const files = projectOf(`${scenarioFile(tell)}
export const returns = scenario("Returns", {}, (flow) => {
  flow.trigger("Order comes back", webhooks.customWebhook<{ note: string }>({ webhook: webhook("orders") }));
${tell}
});
`);
    lint(files, "scenarios", "--write-baseline");
    expect(pathsIn(files)).toHaveLength(3);
    files.write({ "scenarios/environments/other.yaml": files.read("scenarios/environments/test.yaml") });
    moveFile(files, "scenarios/a.scenario.ts", "scenarios/orders.scenario.ts");
    const ran = lint(files, "scenarios");
    expect(ran.stdout).toBe("4 blueprints checked, nothing to report, 3 suppressed\n");
    expect(ran.stderr).toMatch(/^scenarios\/a\.scenario\.ts of .* is scenarios\/orders\.scenario\.ts now/u);
    lint(files, "scenarios", "--prune-baseline");
    expect(new Set(pathsIn(files))).toEqual(new Set(["scenarios/orders.scenario.ts"]));
    expect(lint(files, "scenarios").stderr).toBe("");
  });
});
