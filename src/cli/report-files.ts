// Reports that are written to files, beside the one on stdout.

import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import { FORMATS, type FormatName } from "../lint/formats/format.ts";
import { systemProblem } from "../load/system-problem.ts";
import { type FileToWrite, writeFiles } from "../load/write-files.ts";
import { nearest } from "../util/nearest.ts";
import { quote } from "../util/quote.ts";

export interface ReportFile {
  readonly format: FormatName;
  readonly path: string;
}

/** What a file of this ending holds when nobody says so; longer endings come first. */
const ENDINGS: readonly (readonly [ending: string, format: FormatName])[] = [
  [".sarif.json", "sarif"],
  [".sarif", "sarif"],
  [".json", "json"],
  [".xml", "junit"],
  [".md", "markdown"],
  [".txt", "text"],
];

/** Reads `sarif=report.sarif` and `report.sarif`. Throws, with all that is wrong, before anything is checked. */
export function readReportFiles(written: readonly string[], cwd: string): readonly ReportFile[] {
  const problems: Problem[] = [];
  const files: ReportFile[] = [];
  for (const text of written) {
    const file = readReportFile(text, cwd);
    if ("message" in file) problems.push(file);
    else if (files.some(({ path }) => path === file.path)) {
      problems.push({ path: file.path, message: "Two reports would be written to this file" });
    } else if (isNoFile(file.path)) {
      problems.push({ path: file.path, message: "This is a folder or a device, not a file" });
    } else files.push(file);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return files;
}

function readReportFile(text: string, cwd: string): ReportFile | Problem {
  const [, named, rest] = /^([a-z]+)=(.*)$/su.exec(text) ?? [];
  const name = rest ?? text;
  const format = named === undefined ? formatOf(name) : FORMATS.find((candidate) => candidate === named);
  if (name === "" || name === "-") {
    return {
      message: `${quote(text)} names no file`,
      help: "Write <format>=<file>; what is printed to stdout is chosen by --format",
    };
  }
  if (format !== undefined) return { format, path: resolve(cwd, name) };
  if (named === undefined) {
    return { message: `The ending of ${quote(name)} tells no format`, help: `Write ${FORMATS.join("=, ")}= in front` };
  }
  const [similar] = nearest(named, FORMATS);
  return {
    message: `There is no format ${quote(named)}`,
    help: similar === undefined ? `Write one of ${FORMATS.join(", ")}` : `Did you mean \`${similar}\`?`,
  };
}

const formatOf = (name: string): FormatName | undefined =>
  ENDINGS.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1];

/** What is not there, or cannot be looked at, is told when it is written. */
function isNoFile(path: string): boolean {
  try {
    return !statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Writes all reports or none, and tells why. None may take the place of a file that was checked. */
export async function writeReports(
  outputs: readonly ReportFile[],
  print: (format: FormatName) => Promise<string>,
  { checked, cwd }: { readonly checked: readonly string[]; readonly cwd: string },
): Promise<readonly Problem[]> {
  const sources = new Set(checked.map((path) => resolve(cwd, path)));
  const taken = outputs.filter(({ path }) => sources.has(path));
  if (taken.length > 0) {
    return taken.map(({ path }) => ({
      path,
      message: "A report would be written over a file that was checked",
      help: "Give the report another name",
    }));
  }
  const files: FileToWrite[] = [];
  for (const { format, path } of outputs) files.push({ path, text: await print(format) });
  try {
    writeFiles(files);
    return [];
  } catch (error) {
    const problem = systemProblem(error);
    if (problem === undefined) throw error;
    // It was under another name that the file could not be written.
    const path = files.find((file) => problem.path?.startsWith(file.path))?.path ?? problem.path ?? files[0]?.path;
    return [{ ...problem, ...(path === undefined ? {} : { path }) }];
  }
}
