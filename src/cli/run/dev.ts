// The live view: builds on each change, shows what came of it in the terminal, and serves it to browsers.

import { basename, resolve } from "node:path";
import { livePages } from "../../dev/live-pages.ts";
import { BEGINNING, type LiveState, nextState } from "../../dev/live-state.ts";
import { servePages } from "../../dev/server.ts";
import { printable } from "../../diagnostics/code-frame.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { formatCompact } from "../../lint/formats/compact.ts";
import { count, sumOf, worstFirst } from "../../lint/formats/shown.ts";
import type { Preset } from "../../lint/rule.ts";
import { type Build, buildViews } from "../../load/build-views.ts";
import { isInside } from "../../load/is-inside.ts";
import { watchFiles } from "../../load/watch.ts";
import { type BuildMessage, type BuildOutcome, createBuilder } from "../dev-builder.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";
import { openInBrowser } from "../open-in-browser.ts";
import { painter } from "../paint.ts";
import { formatProblems } from "../problems.ts";

export interface DevFlags {
  readonly port: number;
  readonly host: string;
  readonly open?: boolean;
  readonly env?: string;
  readonly preset?: Preset;
  readonly config?: string;
  readonly out: string;
  readonly build?: boolean;
}

const ALL = ["scenarios"];
/** As many findings are shown in the terminal; the page has all of them. */
const MOST_SHOWN = 10;

/** Runs until it is interrupted, which is how it is meant to end. */
export async function dev(files: readonly string[], flags: DevFlags, io: Io): Promise<ExitCode> {
  if (files.includes("-")) {
    throw new ProblemError([{ message: "What comes from stdin cannot change", help: "Give files instead of `-`" }]);
  }
  const interrupted = new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
  });
  const { cwd } = io;
  const textOf = (problems: readonly Problem[]): string =>
    problems.length === 0 ? "" : formatProblems(problems, { cwd, colors: false });
  let state = BEGINNING;
  const pages = livePages(basename(cwd) || cwd, textOf);
  const server = await servePages(flags, pages);
  const builder = createBuilder(ownArguments(files, flags), io, (outcome) => void finish(outcome));
  const patterns = files.length > 0 ? files : ALL;
  const out = resolve(cwd, flags.out);
  const watched = await watchFiles(
    patterns,
    {
      cwd,
      named: flags.config === undefined ? [] : [flags.config],
      // Unless somebody looks at what is printed there.
      written: patterns.some((pattern) => isInside(resolve(cwd, pattern), out)) ? [] : [out],
    },
    builder.start,
  );
  io.stdout(`Serving ${server.url}; Ctrl-C ends\n`);
  if (server.isOpen) io.stdout("Whoever reaches this machine can see it\n");
  builder.start();
  if (flags.open) openInBrowser(server.url, io);
  await interrupted;
  await Promise.all([builder.stop(), server.close(), watched.close()]);
  return EXIT.ok;

  async function finish(outcome: BuildOutcome): Promise<void> {
    state = nextState(state, "build" in outcome ? outcome.build : failedBuild(outcome.said, state));
    pages.show(state);
    server.tell();
    tell(state, io);
    await watched.refresh();
  }
}

/** Builds in the process that another one started for it, and hands over what came of it. */
export async function buildOnce(files: readonly string[], flags: DevFlags, io: Io): Promise<ExitCode> {
  const { env, preset, config, out } = flags;
  const build = await buildViews(files.length > 0 ? files : ALL, {
    cwd: io.cwd,
    today: new Date().toISOString().slice(0, "2027-01-31".length),
    out: resolve(io.cwd, out),
    whole: files.length === 0,
    ...(env === undefined ? {} : { env }),
    ...(preset === undefined ? {} : { preset }),
    ...(config === undefined ? {} : { config }),
  });
  const message: BuildMessage = { build };
  await new Promise((done) => (process.send ? process.send(message, done) : done(undefined)));
  return EXIT.ok;
}

const ownArguments = (files: readonly string[], { env, preset, config, out }: DevFlags): readonly string[] => [
  "dev",
  "--build",
  ...(env === undefined ? [] : [`--env=${env}`]),
  ...(preset === undefined ? [] : [`--preset=${preset}`]),
  ...(config === undefined ? [] : [`--config=${config}`]),
  `--out=${out}`,
  "--",
  ...files,
];

/** The process ended without a result; it has said why in the terminal. */
const failedBuild = (said: string, { views }: LiveState): Build => ({
  ...BEGINNING,
  failed: views.map(({ file }) => file),
  problems: [
    {
      message: said.trim().split("\n").at(-1) || "The build ended without a result",
      help: "Look at what the scenarios do when they are loaded",
    },
  ],
});

/** What came of a build, in short. */
function tell({ problems, report, written, leftOver }: LiveState, io: Io): void {
  const paint = painter(io.colors);
  const time = new Date().toTimeString().slice(0, "17:00:00".length);
  if (problems.length > 0) io.stderr(`\n${formatProblems(problems, io)}`);
  const shown = worstFirst(report.findings).slice(0, MOST_SHOWN);
  const more = report.findings.length - shown.length;
  io.stdout(`\n${formatCompact({ ...report, findings: shown })}${more > 0 ? `… and ${more} more\n` : ""}`);
  const parts = [
    ...(problems.length > 0 ? [paint("error", count(problems.length, "problem"))] : []),
    ...(report.files > 0 ? [sumOf(report, paint)] : []),
    ...(written.length > 0 ? [`${count(written.length, "file")} written`] : []),
  ];
  io.stdout(`${paint("quiet", time)}  ${parts.join(" · ") || "nothing to show"}\n`);
  const [first = "", ...others] = leftOver;
  if (first === "") return;
  io.stdout(
    `left over  ${printable(first)}${others.length > 0 ? ` and ${others.length} more` : ""}: no scenario prints ${others.length > 0 ? "them" : "it"}\n`,
  );
}
