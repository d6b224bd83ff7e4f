import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { printable } from "../../diagnostics/code-frame.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { shownPath } from "../../load/find-files.ts";
import { type ReadScenario, readScenarios } from "../../load/read-scenarios.ts";
import { type FileToWrite, writeFiles } from "../../load/write-files.ts";
import type { MarkedFinding } from "../../render/finding-marks.ts";
import type { Theme } from "../../render/svg-theme.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

type DrawingFormat = "text" | "svg" | "mermaid";

export interface RenderFlags {
  readonly format: DrawingFormat;
  readonly output?: string;
  readonly theme?: Theme;
  readonly lint?: boolean;
  readonly env?: string;
}

const ENDINGS: Readonly<Record<DrawingFormat, string>> = { text: ".txt", svg: ".svg", mermaid: ".mmd" };
/** Where scenarios are printed to: their steps have the ids that they have there. */
const PRINTED = "dist-blueprints";

/** Draws each scenario. What cannot be read does not keep the others from being drawn. */
export async function render(files: readonly string[], flags: RenderFlags, io: Io): Promise<ExitCode> {
  refuseContradictions(flags);
  const { output, env, format } = flags;
  const { scenarios, problems } = await readScenarios(files, {
    cwd: io.cwd,
    out: PRINTED,
    ...(env === undefined ? {} : { env }),
  });
  if (output === undefined && format !== "text" && scenarios.length > 1)
    throw new ProblemError([severalOnStdout(scenarios.length)]);
  const draw = await drawerOf(files, flags, io);
  const drawn = scenarios.map((read) => ({ ...read, text: draw(read) }));
  if (output === undefined) io.stdout(drawn.map(({ text }) => text).join("\n"));
  else if (drawn.length > 0) {
    const written = targets(drawn, resolve(io.cwd, output), {
      format,
      isFolder: isFolder(output, drawn.length, io.cwd),
    });
    writeFiles(written);
    for (const { path } of written) io.stderr(`written  ${printable(shownPath(path, io.cwd))}\n`);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return EXIT.ok;
}

function refuseContradictions({ format, theme, lint }: RenderFlags): void {
  const problems: Problem[] = [];
  const help = "Add `--format svg`";
  if (format !== "svg" && theme !== undefined) problems.push({ message: "`--theme` is for an svg", help });
  if (format !== "svg" && lint) problems.push({ message: "`--lint` marks an svg", help });
  if (problems.length > 0) throw new ProblemError(problems);
}

const severalOnStdout = (count: number): Problem => ({
  message: `One picture can be printed, and these are ${count}`,
  help: "Write them into a folder with `-o pictures`, or give one file",
});

/** Loads what draws in this format, and nothing else. */
async function drawerOf(
  files: readonly string[],
  { format, theme, lint, env }: RenderFlags,
  io: Io,
): Promise<(read: ReadScenario) => string> {
  if (format === "text") {
    const { formatOutline } = await import("../../render/outline.ts");
    return ({ scenario }) => formatOutline(scenario);
  }
  if (format === "mermaid") {
    const { formatMermaid } = await import("../../render/mermaid.ts");
    return ({ scenario }) => formatMermaid(scenario);
  }
  const [{ formatSvg }, { findingMarks }] = await Promise.all([
    import("../../render/svg.ts"),
    import("../../render/finding-marks.ts"),
  ]);
  const found = lint ? await findingsByFile(files, env, io) : new Map<string, readonly MarkedFinding[]>();
  return ({ scenario, path }) =>
    formatSvg(scenario, {
      theme: theme ?? "auto",
      findings: findingMarks(scenario, found.get(shownPath(path, io.cwd)) ?? []),
    });
}

/** What the linter says, with the project's configuration. Files that cannot be read are told by who draws them. */
async function findingsByFile(files: readonly string[], env: string | undefined, io: Io) {
  const { lintFiles } = await import("../../load/lint-files.ts");
  const { report } = await lintFiles(files, {
    cwd: io.cwd,
    today: new Date().toISOString().slice(0, "2027-01-31".length),
    out: resolve(io.cwd, PRINTED),
    stdinFilename: "",
    ...(env === undefined ? {} : { env }),
  });
  const byFile = new Map<string, MarkedFinding[]>();
  for (const finding of report.findings) {
    const found = byFile.get(finding.path);
    if (found) found.push(finding);
    else byFile.set(finding.path, [finding]);
  }
  return byFile;
}

/** A folder is what is one already, what is written like one, and what several pictures go into. */
const isFolder = (output: string, count: number, cwd: string): boolean =>
  count > 1 ||
  /[\\/]$/u.test(output) ||
  statSync(resolve(cwd, output), { throwIfNoEntry: false })?.isDirectory() === true;

/** The file for each picture: called like its blueprint, the second of a name with a number. */
function targets(
  drawn: readonly (ReadScenario & { readonly text: string })[],
  output: string,
  { format, isFolder: inFolder }: { readonly format: DrawingFormat; readonly isFolder: boolean },
): readonly FileToWrite[] {
  if (!inFolder) return drawn.map(({ text }) => ({ path: output, text }));
  const taken = new Set<string>();
  return drawn.map(({ path, text }) => {
    const base = basename(path).replace(/(?:\.blueprint)?\.json$/u, "");
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}-${count}`;
    taken.add(name.toLowerCase());
    return { path: join(output, `${name}${ENDINGS[format]}`), text };
  });
}
