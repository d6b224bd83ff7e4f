import { realpathSync } from "node:fs";

/** Where a path leads to when links are followed; what is not there is taken as it is. */
export function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
