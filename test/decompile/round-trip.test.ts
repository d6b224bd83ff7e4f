import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Blueprint } from "../../src/blueprint/blueprint.ts";
import { compile } from "../../src/compile/compile.ts";
import { type DecompiledFile, decompileFiles } from "../../src/load/decompile/decompile-files.ts";
import { type DecompiledInto, decompileInto } from "../../src/load/decompile/write-decompiled.ts";
import { environmentOf } from "../../src/load/scenarios/environment-file.ts";
import { loadScenarios } from "../../src/load/scenarios/scenarios.ts";
import { scenarioFor, trees } from "../compile/trees.ts";
import { environment } from "../dsl/printed.ts";
import { project } from "../load/project.ts";
import { typeErrors } from "./type-check.ts";

const CORPUS = "../shared/corpus";

interface Manifest {
  readonly files: readonly { readonly file: string; readonly split: string; readonly kind: string }[];
  readonly versions: readonly { readonly file: string }[];
  readonly clipboard: readonly { readonly file: string }[];
}

describe.skipIf(!existsSync(CORPUS))("real exports (need ../shared/corpus)", () => {
  const folder = mkdtempSync(join(tmpdir(), "cyanotype-corpus-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let genuine: readonly string[] = [];
  let result: DecompiledInto;
  const nameOf = (path: string): string => relative(CORPUS, path);

  beforeAll(async () => {
    const { files, versions, clipboard } = JSON.parse(readFileSync(join(CORPUS, "MANIFEST.json"), "utf8")) as Manifest;
    const dev = files.filter(({ split }) => split === "dev");
    genuine = [...dev.filter(({ kind }) => kind === "export"), ...versions, ...clipboard].map(({ file }) => file);
    const paths = [...dev, ...versions, ...clipboard].map(({ file }) => join(CORPUS, file));
    result = await decompileInto(paths, { folder, env: "production", force: false });
  }, 120_000);

  test("are all given back by the source that is written for them", () => {
    const said = new Set(result.written.flatMap(({ scenario }) => (scenario ? [nameOf(scenario.path)] : [])));
    expect(genuine.filter((name) => !said.has(name))).toEqual([]);
    expect(genuine.length).toBeGreaterThan(320);
    expect(result.isUnproved).toBe(false);
  });

  test("are never refused; what people and programs wrote is, where it breaks the format", () => {
    const refused = new Map<string, Set<string>>();
    for (const { path = "", message } of result.problems) {
      const kind = message.replaceAll(/`[^`]*`/gu, "…");
      refused.set(kind, (refused.get(kind) ?? new Set<string>()).add(nameOf(path)));
    }
    expect([...refused.values()].flatMap((names) => genuine.filter((name) => names.has(name)))).toEqual([]);
    const listed = [...refused].map(([kind, names]) => [kind, [...names].join(" ")]).sort();
    expect(Object.fromEntries(listed)).toMatchInlineSnapshot(`
      {
        "Expected an app and a module such as …, found …": "dev/0204.json dev/0309.json",
        "… has modules behind its routes, which Make never runs": "dev/0051.json dev/0052.json dev/0053.json dev/0092.json dev/0171.json dev/0247.json",
        "… is missing": "dev/0054.json dev/0056.json dev/0061.json dev/0064.json dev/0182.json",
        "… is text, not an array": "dev/0011.json dev/0012.json dev/0014.json dev/0015.json dev/0017.json dev/0018.json dev/0078.json dev/0079.json dev/0080.json dev/0081.json dev/0082.json dev/0204.json",
      }
    `);
  });

  test("make source that a strict compiler takes, with the modules that were learnt", { timeout: 60_000 }, () => {
    expect(typeErrors(folder)).toBe("");
  });
});

/** Compiles what was written for one file, in an environment with the ids that it had. */
async function recompiled(json: unknown): Promise<{ readonly file: DecompiledFile; readonly blueprint: Blueprint }> {
  const { path, write } = project({ "export.json": JSON.stringify(json) });
  const base = environment({ webhooks: {} });
  const { files, symbols, problems } = await decompileFiles([path("export.json")], { environment: base });
  const [file] = files;
  if (file === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  write({ "export.scenario.ts": file.source });
  for (const { fileName, code } of file.modules) write({ [`modules/${fileName}`]: code });
  const [loaded] = await loadScenarios([path("export.scenario.ts")]);
  const [authored] = loaded?.scenarios ?? [];
  if (authored?.kind !== "scenario") throw new Error("The source exports no scenario");
  const editor = file.editor.scenarios[authored.slug];
  return { file, blueprint: compile(authored, environmentOf(symbols, base), undefined, editor).blueprint };
}

describe("what is printed from source", () => {
  const printed = ["app", "certain"].flatMap((name) =>
    [
      "content-moderation-act",
      "content-moderation-submit",
      "google-forms-approval-act",
      "google-forms-approval-ask",
      "support-escalation-act",
      "support-escalation-ask",
    ].map((slug) => `${name}/${slug}`),
  );

  test.for(printed)("comes back as source that prints it, and that source is final: %s", async (name) => {
    const text = readFileSync(resolve("dist-blueprints", `${name}.blueprint.json`), "utf8");
    const once = await recompiled(JSON.parse(text));
    expect(once.blueprint).toEqual(JSON.parse(text));
    const twice = await recompiled(once.blueprint);
    expect(twice.file.source).toBe(once.file.source);
    expect(twice.blueprint).toEqual(once.blueprint);
  });

  test("comes back whatever its shape", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        const { blueprint } = compile(scenarioFor(tree), environment());
        const once = await recompiled(blueprint);
        expect(once.blueprint).toEqual(blueprint);
        const twice = await recompiled(once.blueprint);
        expect(twice.file.source).toBe(once.file.source);
      }),
      { numRuns: 40 },
    );
  });
});
