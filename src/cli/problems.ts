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
