// Which file and which folder a document of the editor's belongs to.

import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface Workspace {
  /** Folders are opened and closed in the editor; they go by their URLs. */
  readonly change: (opened: readonly string[], closed?: readonly string[]) => void;
  /** A document's path, and the folder that the command would run in to check it. */
  readonly placeOf: (uri: string) => { readonly path: string; readonly cwd: string };
}

/** `home` is for documents that are no files. */
export function createWorkspace(home: string): Workspace {
  let folders: readonly string[] = [];
  return {
    change: (opened, closed = []) => {
      const gone = new Set(closed.map(pathOf));
      const all = new Set([...folders, ...opened.flatMap((uri) => pathOf(uri) ?? [])]);
      folders = [...all].filter((folder) => !gone.has(folder)).sort((a, b) => b.length - a.length);
    },
    placeOf: (uri) => {
      const path = pathOf(uri);
      if (path === undefined) return { path: join(folders[0] ?? home, "untitled.json"), cwd: folders[0] ?? home };
      const isIn = (folder: string): boolean => path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
      return { path, cwd: folders.find(isIn) ?? dirname(path) };
    },
  };
}

export const uriOf = (path: string): string => pathToFileURL(path).href;

/** Nothing for what is no file here: a document that was never saved, or one of another machine. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
