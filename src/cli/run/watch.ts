// Checks again and again. Each check is a process of its own: a file of the author's that was changed is run anew, with
// all that it imports.

import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { shownPath } from "../../load/find-files.ts";
import { watchFiles } from "../../load/watch.ts";
import { EXIT, type ExitCode, type Io } from "../io.ts";

export interface WatchedRun {
  readonly patterns: readonly string[];
  /** Files that the check looks at besides, and files that it writes; as they were typed. */
  readonly named: readonly string[];
  readonly written: readonly string[];
}

/** Runs until it is interrupted, which is how it is meant to end. */
export async function watch({ patterns, named, written }: WatchedRun, io: Io): Promise<ExitCode> {
  let running: ChildProcess | undefined;
  const waiting = new Set<string>();
  let isOver = false;

  const interrupted = new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
  const watched = await watchFiles(
    patterns,
    { cwd: io.cwd, named, written: written.map((path) => resolve(io.cwd, path)) },
    (files) => {
      if (!running) check(files);
      else for (const file of files) waiting.add(file);
    },
  );
  check([]);
  await interrupted;
  isOver = true;
  running?.kill();
  await watched.close();
  return EXIT.ok;

  function check(files: readonly string[]): void {
    const [first, ...others] = files.map((file) => shownPath(file, io.cwd));
    const because =
      first === undefined ? "" : ` ${first}${others.length > 0 ? ` and ${others.length} more` : ""} changed`;
    if (because !== "") io.stderr(`\n──${because} ${"─".repeat(Math.max(3, 76 - because.length))}\n\n`);
    running = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? "", ...ownArguments()], {
      cwd: io.cwd,
      stdio: ["ignore", "inherit", "inherit"],
    });
    running.once("close", () => void finish());
  }

  async function finish(): Promise<void> {
    running = undefined;
    if (isOver) return;
    await watched.refresh();
    const files = [...waiting];
    waiting.clear();
    if (files.length > 0) check(files);
    else io.stderr("Watching for changes; Ctrl-C ends\n");
  }
}

/** What was typed, but for the word that led here. */
function ownArguments(): readonly string[] {
  const args = process.argv.slice(2);
  const end = args.indexOf("--");
  return args.filter((arg, index) => arg !== "--watch" || (end >= 0 && index > end));
}
