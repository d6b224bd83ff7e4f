import { basename, resolve } from "node:path";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { shownPath } from "../../load/find-files.ts";
import { type ReadScenario, readScenarios } from "../../load/scenarios/read-scenarios.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { MarkedFinding } from "../../render/finding-marks.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { type OutputFlags, outputFormat } from "../output-format.ts";
import { type PictureFlags, pngDrawer, refusePictureFlags } from "../picture-flags.ts";
import { RENDER_FORMATS, refuseTarget, writeDrawings } from "../write-drawings.ts";

type RenderFormat = (typeof RENDER_FORMATS)[number];

export interface RenderFlags extends PictureFlags, OutputFlags<RenderFormat> {
  readonly lint?: boolean;
  readonly env?: string;
}

type ChosenFlags = RenderFlags & { readonly format: RenderFormat };

/** Where scenarios are printed to: their steps have the ids that they have there. */
const PRINTED = "dist-blueprints";

/** Draws each scenario. What cannot be read does not keep the others from being drawn. */
export async function render(files: readonly string[], given: RenderFlags, io: Io): Promise<ExitCode> {
  const flags = { ...given, format: outputFormat(given, RENDER_FORMATS, io.cwd) };
  refuseContradictions(flags);
  const { output, env, format } = flags;
  const { scenarios, problems } = await readScenarios(files, {
    cwd: io.cwd,
    out: PRINTED,
    ...(env === undefined ? {} : { env }),
  });
  const read = scenarios.flatMap(({ path, source }) => [path, source]);
  const inputs = [...files.map((file) => resolve(io.cwd, file)), ...read];
  const target = { format, output, cwd: io.cwd, inputs };
  const refused = refuseTarget(scenarios.length, target);
  if (refused.length > 0) throw new ProblemError([...problems, ...refused]);
  const draw = await drawerOf(files, flags, io);
  writeDrawings(
    scenarios.map((each) => ({
      name: basename(each.path).replace(/(?:\.blueprint)?\.json$/u, ""),
      content: draw(each),
    })),
    target,
    io,
  );
  if (problems.length > 0) throw new ProblemError(problems);
  return EXIT.ok;
}

function refuseContradictions({ format, theme, scale, lint }: ChosenFlags): void {
  const problems = [...refusePictureFlags({ format, theme, scale })];
  if (lint && format !== "html" && format !== "svg" && format !== "png") {
    problems.push({ message: "`--lint` marks pictures", help: "Add `--format svg`, `png` or `html`" });
  }
  if (problems.length > 0) throw new ProblemError(problems);
}

/** Loads what draws in this format, and nothing else. */
async function drawerOf(
  files: readonly string[],
  { format, theme = "auto", scale, lint, env }: ChosenFlags,
  io: Io,
): Promise<(read: ReadScenario) => string | Uint8Array> {
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
    return ({ scenario }) => formatMermaid(scenario, { cover: coverOf(scenario) });
  }
  const found = lint ? await findingsByFile(files, env, io) : new Map<string, readonly MarkedFinding[]>();
  const findingsOf = ({ path }: ReadScenario) => found.get(shownPath(path, io.cwd)) ?? [];
  if (format === "html") {
    const { formatHtml } = await import("../../render/html.ts");
    return (read) => formatHtml(read.scenario, { theme, findings: findingsOf(read), cover: coverOf(read.scenario) });
  }
  const { formatSvg } = await import("../../render/svg.ts");
  const { findingMarks } = await import("../../render/finding-marks.ts");
  const drawSvg = (read: ReadScenario): string => {
    const { scenario } = read;
    return formatSvg(scenario, { theme, findings: findingMarks(scenario, findingsOf(read)), cover: coverOf(scenario) });
  };
  if (format === "svg") return drawSvg;
  const drawPng = await pngDrawer(io.cwd, scale);
  return (read) => drawPng(drawSvg(read));
}

/** What the linter says, with the project's configuration. Files that cannot be read are told by who draws them. */
async function findingsByFile(files: readonly string[], env: string | undefined, io: Io) {
  const { lintFiles } = await import("../../load/lint/lint-files.ts");
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
