import { resolve, sep } from "node:path";

/** Whether a path is that of a folder, or of something in it. */
export const isInside = (path: string, folder: string): boolean =>
  `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`);
