import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { catalog } from "../../src/catalog/catalog.ts";
import { type LearntApp, learnModules } from "../../src/decompile/learn.ts";
import type { Module } from "../../src/model/scenario.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { comparable, plainDeclaration } from "./learning.ts";
import { runCode } from "./learnt-code.ts";

const CORPUS = "../shared/corpus";
const FOLDERS = ["dev", "versions", "clipboard"];

const isInCatalog = (module: string, version: number): boolean => catalog.find(module, version)?.version === version;

describe.skipIf(!existsSync(CORPUS))("what real exports teach (needs ../shared/corpus)", () => {
  const modules: Module[] = [];
  for (const folder of existsSync(CORPUS) ? FOLDERS : []) {
    for (const file of readdirSync(join(CORPUS, folder)).filter((name) => name.endsWith(".json"))) {
      const result = readBlueprint(readFileSync(join(CORPUS, folder, file), "utf8"));
      if (result.ok) modules.push(...scenarioOf(result.document).modules);
    }
  }
  // Those that the catalogue has teach as much as others.
  describe.for([
    ["the modules that the catalogue has not", isInCatalog, 60, 125],
    ["all modules", () => false, 75, 250],
  ] as const)("%s", ([, known, fewestApps, fewestModules]) => {
    const apps = learnModules(modules, known);

    test("are learnt", () => {
      expect(apps.length).toBeGreaterThan(fewestApps);
      expect(apps.flatMap((app) => app.modules).length).toBeGreaterThan(fewestModules);
    });

    test("are declared by the code as they are at run time", async () => {
      for (const { code, modules: learnt } of apps)
        expect(await runCode(code)).toEqual(
          learnt.map(({ name, declaration }) => [name, plainDeclaration(declaration)]),
        );
    });

    test("are the same in any order, and learnt twice", () => {
      const declarations = apps.flatMap((app) => app.modules.map(({ declaration }) => declaration));
      expect(comparable(learnModules(modules.toReversed(), known))).toEqual(comparable(apps));
      expect(comparable(learnModules(modules, known, declarations))).toEqual(comparable(apps));
    });

    test("have code that a strict compiler and the formatter are pleased with", { timeout: 60_000 }, () => {
      expect(complaints(apps)).toBe("");
    });
  });
});

/** What the compiler and the formatter say of the code. */
function complaints(apps: readonly LearntApp[]): string {
  const folder = mkdtempSync(join(tmpdir(), "cyanotype-learnt-"));
  try {
    for (const { fileName, code } of apps) writeFileSync(join(folder, fileName), code);
    const write = (name: string, content: unknown): void => writeFileSync(join(folder, name), JSON.stringify(content));
    write("package.json", { type: "module" });
    write("tsconfig.json", {
      extends: resolve("tsconfig.json"),
      include: ["*.ts"],
      compilerOptions: { typeRoots: [resolve("node_modules/@types")] },
    });
    const { formatter } = JSON.parse(readFileSync("biome.json", "utf8")) as { readonly formatter: unknown };
    write("biome.json", { root: true, formatter });
    const run = (program: string, ...args: string[]): string => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("node_modules", program), ...args], {
        cwd: folder,
        encoding: "utf8",
      });
      return status === 0 ? "" : `${stdout}${stderr}`;
    };
    const sources = apps.map(({ fileName }) => fileName);
    return [
      run("typescript/bin/tsc", "-p", ".", "--pretty", "false"),
      run("@biomejs/biome/bin/biome", "check", ...sources),
    ].join("");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
