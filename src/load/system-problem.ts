import type { Problem } from "../diagnostics/diagnostic.ts";

const MESSAGES: Readonly<Record<string, string>> = {
  EACCES: "There is no permission to read or write this",
  EPERM: "There is no permission to read or write this",
  EROFS: "The file system is read-only",
  ENOSPC: "The disk is full; nothing was changed",
  EDQUOT: "The disk quota is used up; nothing was changed",
  EMFILE: "Too many files are open",
  ENOENT: "There is no such file or folder",
  ENOTDIR: "A part of the path is no folder",
  EEXIST: "A file is in the way of a folder",
  EISDIR: "This is a folder, not a file",
  ENAMETOOLONG: "The path is too long for the file system",
  ELOOP: "The path leads in a circle of links",
};

/** What the operating system refuses is nobody's bug. */
export function systemProblem(error: unknown): Problem | undefined {
  const { code, path } = error as { readonly code?: unknown; readonly path?: unknown };
  const message = typeof code === "string" ? MESSAGES[code] : undefined;
  return message === undefined ? undefined : { message, ...(typeof path === "string" ? { path } : {}) };
}
