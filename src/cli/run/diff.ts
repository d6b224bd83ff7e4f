import colors from "picocolors";
import { printable } from "../../diagnostics/code-frame.ts";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { type FormatName, isUnchanged, loadFormat, type Paint, type Style } from "../../diff/formats/format.ts";
import { type DiffedFile, diffTwoFiles, diffWithGit } from "../../load/diff-files.ts";
import { quote } from "../../util/quote.ts";
import { visibleJson } from "../../util/visible-json.ts";
import { writeJson } from "../../util/write-json.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { formatProblems } from "../problems.ts";

export interface DiffFlags {
  readonly git?: string;
  readonly format: FormatName;
  readonly all?: boolean;
  readonly env?: string;
  readonly out: string;
}

/** Tells what has changed. */
export async function diff(files: readonly string[], flags: DiffFlags, io: Io): Promise<ExitCode> {
  const { git, format, all = false, env, out } = flags;
  const options = { cwd: io.cwd, out, all, ...(env === undefined ? {} : { env }) };
  const { files: found, problems } =
    git === undefined ? await diffTwoFiles(twoOf(files), options) : await diffWithGit(git, files, options);
  if (problems.length > 0) io.stderr(formatProblems(problems, io));
  if (found.length > 0 || problems.length === 0) {
    if (format === "patch") io.stdout(`${visibleJson(writeJson(patchOf(found), "  "))}\n`);
    else if (found.length > 0 || format !== "text") io.stdout((await loadFormat(format))(found, painter(io.colors)));
  }
  if (problems.length > 0) return EXIT.usage;
  if (found.length === 0) io.stderr(`No scenario differs from ${quote(git ?? "")}\n`);
  return found.every(isUnchanged) ? EXIT.ok : EXIT.findings;
}

function twoOf(files: readonly string[]): readonly [string, string] {
  const [before, after, ...more] = files;
  if (before !== undefined && after !== undefined && more.length === 0) return [before, after];
  throw new ProblemError([
    {
      message: files.length === 1 ? "A file is compared with another one" : "Two files are compared",
      help: "cyanotype diff <before> <after>; or cyanotype diff --git main, with as many files as you like",
    },
  ]);
}

function patchOf(files: readonly DiffedFile[]): ReturnType<DiffedFile["patch"]> {
  const [file, ...more] = files;
  if (more.length === 0) return file?.patch() ?? [];
  throw new ProblemError([
    { message: `A patch is for one document, and ${files.length} scenarios differ`, help: "Name one of the files" },
  ]);
}

/** Paints for a terminal. What would steer the terminal is made visible. */
function painter(enabled: boolean): Paint {
  const { bold, red, green, yellow, cyan, dim } = colors.createColors(enabled);
  const styles: Readonly<Record<Style, (text: string) => string>> = {
    added: green,
    removed: red,
    changed: yellow,
    path: cyan,
    quiet: dim,
    strong: bold,
  };
  return (style, text) => styles[style](printable(text));
}
