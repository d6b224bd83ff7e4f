import { basename, resolve } from "node:path";
import colors from "picocolors";
import { printable } from "../../diagnostics/code-frame.ts";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import {
  type FormatName,
  isUnchanged,
  loadDrawing,
  loadFormat,
  type Paint,
  type Style,
} from "../../diff/formats/format.ts";
import { type DiffedFile, diffTwoFiles, diffWithGit } from "../../load/diff/diff-files.ts";
import { quote } from "../../util/quote.ts";
import { visibleJson } from "../../util/visible-json.ts";
import { writeJson } from "../../util/write-json.ts";
import { DIFF_FORMATS, type DiffFormat } from "../diff-formats.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { type OutputFlags, outputFormat } from "../output-format.ts";
import { type PictureFlags, pngDrawer, refusePictureFlags } from "../picture-flags.ts";
import { formatProblems } from "../problems.ts";
import {
  DRAWING_FORMATS,
  type DrawingFormat,
  type DrawingTarget,
  isFolder,
  refuseTarget,
  writeDrawings,
} from "../write-drawings.ts";

export interface DiffFlags extends PictureFlags, OutputFlags<DiffFormat> {
  readonly git?: string;
  readonly all?: boolean;
  readonly env?: string;
  readonly out: string;
}

/** Tells what has changed. */
export async function diff(files: readonly string[], given: DiffFlags, io: Io): Promise<ExitCode> {
  const flags = { ...given, format: outputFormat(given, DIFF_FORMATS, io.cwd) };
  const wrong = refusePictureFlags(flags);
  if (wrong.length > 0) throw new ProblemError(wrong);
  const { git, all = false, env, out } = flags;
  const options = { cwd: io.cwd, out, all, ...(env === undefined ? {} : { env }) };
  const { files: found, problems } =
    git === undefined ? await diffTwoFiles(twoOf(files), options) : await diffWithGit(git, files, options);
  if (problems.length > 0) io.stderr(formatProblems(problems, io));
  const inputs = [...files, ...found.flatMap(({ after }) => after ?? [])].map((file) => resolve(io.cwd, file));
  if (found.length > 0 || problems.length === 0) await show(found, flags, inputs, io);
  if (problems.length > 0) return EXIT.usage;
  if (found.length === 0) io.stderr(`No scenario differs from ${quote(git ?? "")}\n`);
  return found.every(isUnchanged) ? EXIT.ok : EXIT.findings;
}

/** Prints or writes what was found. */
async function show(
  found: readonly DiffedFile[],
  { format, output, theme, scale }: DiffFlags & { readonly format: DiffFormat },
  inputs: readonly string[],
  io: Io,
): Promise<void> {
  const target = { output, cwd: io.cwd, inputs };
  if (isDrawing(format)) {
    if (found.length > 0) await drawAll(found, { theme, scale }, { ...target, format }, io);
    return;
  }
  const asText = { ...target, format: "text" } as const;
  const refused = refuseTarget(1, asText);
  if (output !== undefined && isFolder(output, io.cwd)) {
    refused.push({ path: output, message: "This is a folder, and a report is one file" });
  }
  if (refused.length > 0) throw new ProblemError(refused);
  const text = await printed(found, format, painter(output === undefined && io.colors));
  if (output === undefined) io.stdout(text);
  else writeDrawings([{ name: "", content: text }], asText, io);
}

const isDrawing = (format: DiffFormat): format is DrawingFormat => DRAWING_FORMATS.some((name) => name === format);

async function printed(found: readonly DiffedFile[], format: FormatName, paint: Paint): Promise<string> {
  if (format === "patch") return `${visibleJson(writeJson(patchOf(found), "  "))}\n`;
  return found.length === 0 && format === "text" ? "" : (await loadFormat(format))(found, paint);
}

/** A picture of each scenario that differs. */
async function drawAll(
  found: readonly DiffedFile[],
  { theme, scale }: PictureFlags,
  target: DrawingTarget & { readonly format: DrawingFormat },
  io: Io,
): Promise<void> {
  const { format, cwd } = target;
  const refused = refuseTarget(found.length, target);
  if (refused.length > 0) throw new ProblemError(refused);
  const draw = await loadDrawing(format === "png" ? "svg" : format);
  const drawPng = format === "png" ? await pngDrawer(cwd, scale) : (svg: string) => svg;
  const options = theme === undefined ? {} : { theme };
  const drawings = found.map((file) => ({ name: fileNameOf(file), content: drawPng(draw(file, options)) }));
  writeDrawings(drawings, target, io);
}

/** `orders` of `main:exports/orders.blueprint.json`, and of `main:orders.json`. */
const fileNameOf = ({ before, after }: DiffedFile): string =>
  basename(after ?? before ?? "")
    .replace(/^.*:/u, "")
    .replace(/(?:\.blueprint\.json|\.json|\.scenario\.ts)$/u, "");

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
