import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isInside } from "./is-inside.ts";

/**
 * The first of these files in a folder, or in the nearest folder above that has one. In a repository that ends at its
 * top; outside of one at `end`, because what lies above is nobody's project. Default: only the folder itself is asked.
 */
export function findUpward(folder: string, names: readonly string[], end = folder): string | undefined {
  for (const place of foldersUpward(folder, end)) {
    for (const name of names) {
      const path = join(place, name);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

function foldersUpward(folder: string, end: string): readonly string[] {
  const folders: string[] = [];
  for (let place = folder; ; place = dirname(place)) {
    folders.push(place);
    if (existsSync(join(place, ".git"))) return folders;
    if (dirname(place) === place) return isInside(folder, end) ? folders.slice(0, folders.indexOf(end) + 1) : [folder];
  }
}
