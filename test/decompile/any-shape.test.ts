import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decompileFiles } from "../../src/load/decompile/decompile-files.ts";
import { validateBlueprint } from "../../src/schema/blueprint.ts";
import { environment } from "../dsl/printed.ts";
import { project } from "../load/project.ts";
import { anyFile } from "./any-blueprint.ts";
import { decompiledFiles, documentOf, told } from "./decompiling.ts";
import { typeErrors } from "./type-check.ts";

/** What source may name besides itself. */
const IMPORT = /^import (?:\{[^}]*\}|\* as \w+) from "(?:cyanotype|cyanotype\/apps|\.\/modules\/[a-z0-9-]+\.ts)";$/u;

const importsOf = (source: string): readonly string[] =>
  source
    .replaceAll(/^import \{\n(?: {2}\w+,\n)+\} from/gmu, "import {} from")
    .split("\n")
    .filter((line) => /^import\b/u.test(line));

describe("blueprints of any shape", () => {
  test("fit the schema; otherwise these properties would say nothing", () => {
    fc.assert(
      fc.property(anyFile, (json) => {
        expect(validateBlueprint(documentOf(json).blueprint)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("are given back in full by the source that is written for them, or refused", { timeout: 60_000 }, async () => {
    const { path, write } = project();
    await fc.assert(
      fc.asyncProperty(anyFile, async (json) => {
        write({ "export.json": JSON.stringify(json) });
        const result = await decompileFiles([path("export.json")], { environment: environment({ webhooks: {} }) });
        if (result.isUnproved) expect(told(result)).toEqual([]);
        expect(result.files.length).toBe(result.problems.length === 0 ? 1 : 0);
        for (const { source } of result.files) {
          const imports = importsOf(source);
          expect(imports.length).toBeGreaterThan(0);
          for (const line of imports) expect(line).toMatch(IMPORT);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("make source that a strict compiler takes, and few are refused", { timeout: 60_000 }, async () => {
    const { files } = await decompiledFiles(...fc.sample(anyFile, { numRuns: 150, seed: 3 }));
    expect(files.length).toBeGreaterThan(100);
    const { folder, write } = project();
    for (const [index, { source, modules }] of files.entries()) {
      write({ [`${index}.scenario.ts`]: source });
      for (const { fileName, code } of modules) write({ [`modules/${fileName}`]: code });
    }
    expect(typeErrors(folder)).toBe("");
  });
});
