import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { PrintedScenario } from "../compile-files.ts";
import { readIfThere } from "../read-if-there.ts";
import type { FileToWrite } from "../write-files.ts";

export interface Comparison {
  /** Files that are not on the disk, or say something else there. */
  readonly changed: readonly (FileToWrite & { readonly state: "new" | "changed" })[];
  /** Printed files that no scenario prints any more. */
  readonly leftOver: readonly string[];
}

export interface ComparisonOptions {
  readonly out: string;
  /** Whether all scenarios were compiled, so that others are left over. */
  readonly whole: boolean;
  /** Whether the same holds for environments: what is in folders of others is left over as well. */
  readonly allEnvironments?: boolean;
}

/** Compares what would be printed with what is there. */
export async function compareWithDisk(
  printed: readonly PrintedScenario[],
  { out, whole, allEnvironments = false }: ComparisonOptions,
): Promise<Comparison> {
  const files = printed.flatMap(({ path, text, deployment }) => [{ path, text }, ...(deployment ? [deployment] : [])]);
  const changed: Comparison["changed"][number][] = [];
  for (const file of files) {
    const before = await readIfThere(file.path);
    if (before !== file.text) changed.push({ ...file, state: before === undefined ? "new" : "changed" });
  }
  const expected = new Set(files.map(({ path }) => path));
  const leftOver: string[] = [];
  const folders = allEnvironments ? await readdir(out).catch(() => []) : printed.map((each) => each.environment.name);
  for (const name of whole ? new Set(folders) : []) {
    for (const entry of await readdir(join(out, name)).catch(() => [])) {
      const path = join(out, name, entry);
      if (/\.(?:blueprint|deploy)\.json$/u.test(entry) && !expected.has(path)) leftOver.push(path);
    }
  }
  return { changed, leftOver: leftOver.sort() };
}
