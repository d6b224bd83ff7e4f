import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declarationsOf } from "../../src/catalog/catalog.ts";
import * as api from "../../src/index.ts";
import { createRunner } from "../../src/load/scenarios/typescript-runner.ts";
import { plainDeclaration } from "./learning.ts";

const run = createRunner({ cyanotype: api });

/** Runs the code of a learnt file as an author's file is run: names and declarations of its modules, as data. */
export async function runCode(code: string): Promise<readonly (readonly [string, unknown])[]> {
  const folder = mkdtempSync(join(tmpdir(), "cyanotype-learnt-"));
  try {
    writeFileSync(join(folder, "app.ts"), code);
    return declarationsOf(await run(join(folder, "app.ts"))).map(({ name, declaration }) => [
      name,
      plainDeclaration(declaration),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
