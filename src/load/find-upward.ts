import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The first of these files in a folder, or in the nearest folder above that has one. In a repository that ends at its
 * top; outside of one only the folder itself is asked, because what lies above is nobody's project.
 */
export function findUpward(folder: string, names: readonly string[]): string | undefined {
  for (const place of foldersUpward(folder)) {
    for (const name of names) {
      const path = join(place, name);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

function foldersUpward(folder: string): readonly string[] {
  const folders: string[] = [];
  for (let place = folder; ; place = dirname(place)) {
    folders.push(place);
    if (existsSync(join(place, ".git"))) return folders;
    if (dirname(place) === place) return [folder];
  }
}
