import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { printable } from "../../diagnostics/code-frame.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { shownPath } from "../../load/find-files.ts";
import { type ReadScenario, readScenarios } from "../../load/read-scenarios.ts";
import { type FileToWrite, writeFiles } from "../../load/write-files.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { MarkedFinding } from "../../render/finding-marks.ts";
import type { Theme } from "../../render/svg-theme.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

type DrawingFormat = "text" | "svg" | "html" | "mermaid";

export interface RenderFlags {
  readonly format: DrawingFormat;
  readonly output?: string;
  readonly theme?: Theme;
  readonly lint?: boolean;
  readonly env?: string;
}

const ENDINGS: Readonly<Record<DrawingFormat, string>> = { text: ".txt", svg: ".svg", html: ".html", mermaid: ".mmd" };
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
  const inFolder = output !== undefined && isFolder(output, io.cwd);
  if (scenarios.length > 1 && !inFolder && (output !== undefined || format !== "text")) {
    throw new ProblemError([...problems, manyInOne(scenarios.length, output)]);
  }
  const draw = await drawerOf(files, flags, io);
  const drawn = scenarios.map((read) => ({ ...read, text: draw(read) }));
  if (output === undefined) io.stdout(drawn.map(({ text }) => text).join("\n"));
  else {
    const path = resolve(io.cwd, output);
    const written = inFolder ? filesIn(path, drawn, format) : drawn.map(({ text }) => ({ path, text }));
    writeFiles(written);
    for (const file of written) io.stderr(`written  ${printable(shownPath(file.path, io.cwd))}\n`);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return EXIT.ok;
}

function refuseContradictions({ format, theme, lint }: RenderFlags): void {
  const problems: Problem[] = [];
  const isPicture = format === "svg" || format === "html";
  const help = "Add `--format svg` or `--format html`";
  if (!isPicture && theme !== undefined) problems.push({ message: "`--theme` is for pictures", help });
  if (!isPicture && lint) problems.push({ message: "`--lint` marks pictures", help });
  if (problems.length > 0) throw new ProblemError(problems);
}

const manyInOne = (count: number, output: string | undefined): Problem => ({
  ...(output === undefined ? {} : { path: output }),
  message: `These are ${count} scenarios, and ${output === undefined ? "one picture is printed" : "a file holds one"}`,
  help: "Name a folder, with a slash at its end: `-o pictures/`",
});

/** Loads what draws in this format, and nothing else. */
async function drawerOf(
  files: readonly string[],
  { format, theme = "auto", lint, env }: RenderFlags,
  io: Io,
): Promise<(read: ReadScenario) => string> {
  // What is drawn is shown around: it holds no password that somebody typed into a module.
  const { maskSecrets } = await import("../../lint/secrets.ts");
  const coverOf =
    (scenario: Scenario) =>
    (shown: string): string =>
      maskSecrets(shown, scenario);
  if (format === "text") {
    const { formatOutline } = await import("../../render/outline.ts");
    return ({ scenario }) => coverOf(scenario)(formatOutline(scenario));
  }
  if (format === "mermaid") {
    const { formatMermaid } = await import("../../render/mermaid.ts");
    return ({ scenario }) => formatMermaid(scenario, coverOf(scenario));
  }
  const found = lint ? await findingsByFile(files, env, io) : new Map<string, readonly MarkedFinding[]>();
  const findingsOf = ({ path }: ReadScenario) => found.get(shownPath(path, io.cwd)) ?? [];
  if (format === "html") {
    const { formatHtml } = await import("../../render/html.ts");
    return (read) => formatHtml(read.scenario, { theme, findings: findingsOf(read), cover: coverOf(read.scenario) });
  }
  const { formatSvg } = await import("../../render/svg.ts");
  const { findingMarks } = await import("../../render/finding-marks.ts");
  return (read) => {
    const { scenario } = read;
    return formatSvg(scenario, { theme, findings: findingMarks(scenario, findingsOf(read)), cover: coverOf(scenario) });
  };
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

/** A folder is what is one already, and what is written like one. */
const isFolder = (output: string, cwd: string): boolean =>
  /[\\/]$/u.test(output) || statSync(resolve(cwd, output), { throwIfNoEntry: false })?.isDirectory() === true;

/** A file for each picture, called like its blueprint; the second of a name has a number. */
function filesIn(
  folder: string,
  drawn: readonly (ReadScenario & { readonly text: string })[],
  format: DrawingFormat,
): readonly FileToWrite[] {
  const taken = new Set<string>();
  return drawn.map(({ path, text }) => {
    const base = basename(path).replace(/(?:\.blueprint)?\.json$/u, "");
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}-${count}`;
    taken.add(name.toLowerCase());
    return { path: join(folder, `${name}${ENDINGS[format]}`), text };
  });
}
