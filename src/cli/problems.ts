import { readFileSync } from "node:fs";
import { codeFrame, printable } from "../diagnostics/code-frame.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import { shownPath } from "../load/find-files.ts";
import type { Io } from "./io.ts";
import { painter } from "./paint.ts";

/**
 * Problems as people read them: where, what, the line it is about, and what to do. `textOf` gives texts that are not
 * those of the files on the disk.
 */
export function formatProblems(
  problems: readonly Problem[],
  io: Pick<Io, "cwd" | "colors">,
  textOf: (path: string) => string | undefined = () => undefined,
): string {
  const paint = painter(io.colors);
  const blocks = problems.map((problem) => {
    const { path, span } = problem;
    const { path: shown = "", message, help } = shownProblem(problem, io.cwd);
    const where =
      path === undefined ? "" : `${paint("path", printable(span ? `${shown}:${span.line}:${span.column}` : shown))}  `;
    const frame = path !== undefined && span ? frameOf(path, span, textOf) : [];
    return [
      `${where}${paint("error", "error")}  ${paint("strong", printable(message))}`,
      ...frame.map((line) => `  ${paint("quiet", line)}`),
      ...(help === undefined ? [] : [`${paint("quiet", "  help    ")}${printable(help)}`]),
    ].join("\n");
  });
  const sum = problems.length > 1 ? `\n\n${problems.length} problems` : "";
  return `${blocks.join("\n\n")}${sum}\n`;
}

/** A problem with its paths as people read them. */
export function shownProblem({ path, span, message, help }: Problem, cwd: string): Problem {
  const short = (text: string): string => text.replaceAll(`${cwd}/`, "");
  return {
    message: short(message),
    ...(path === undefined ? {} : { path: shownPath(path, cwd) }),
    ...(span === undefined ? {} : { span }),
    ...(help === undefined ? {} : { help: short(help) }),
  };
}

function frameOf(
  path: string,
  span: NonNullable<Problem["span"]>,
  textOf: (path: string) => string | undefined,
): readonly string[] {
  try {
    return codeFrame(textOf(path) ?? readFileSync(path, "utf8").replace(/^\ufeff/u, ""), span);
  } catch {
    return [];
  }
}

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
