import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { PrintedScenario } from "./compile-files.ts";
import { readIfThere } from "./read-if-there.ts";
import type { FileToWrite } from "./write-files.ts";

export interface Comparison {
  /** Files that are not on the disk, or say something else there. */
  readonly changed: readonly (FileToWrite & { readonly state: "new" | "changed" })[];
  /** Printed files that no scenario prints any more. */
  readonly leftOver: readonly string[];
}

/** Compares what would be printed with what is there. `whole`: all scenarios were compiled, so others are left over. */
export async function compareWithDisk(
  printed: readonly PrintedScenario[],
  { out, whole }: { readonly out: string; readonly whole: boolean },
): Promise<Comparison> {
  const files = printed.flatMap(({ path, text, deployment }) => [{ path, text }, ...(deployment ? [deployment] : [])]);
  const changed: Comparison["changed"][number][] = [];
  for (const file of files) {
    const before = await readIfThere(file.path);
    if (before !== file.text) changed.push({ ...file, state: before === undefined ? "new" : "changed" });
  }
  const expected = new Set(files.map(({ path }) => path));
  const leftOver: string[] = [];
  for (const name of whole ? new Set(printed.map(({ environment }) => environment.name)) : []) {
    for (const entry of await readdir(join(out, name)).catch(() => [])) {
      const path = join(out, name, entry);
      if (/\.(?:blueprint|deploy)\.json$/u.test(entry) && !expected.has(path)) leftOver.push(path);
    }
  }
  return { changed, leftOver: leftOver.sort() };
}
