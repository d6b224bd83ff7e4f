// Builds again and again. Each build is a process of its own: a file of the author's that was changed is run anew, with
// all that it imports. One that is overtaken by a change is ended, and nobody hears of it.

import { type ChildProcess, fork } from "node:child_process";
import type { Build } from "../load/build-views.ts";
import { isObject } from "../util/is-object.ts";

/** What came of a build, or the last that its process said when there is no result. */
export type BuildOutcome = BuildMessage | { readonly said: string };

/** How a build is handed over: an author's file may send messages of its own. */
export interface BuildMessage {
  readonly build: Build;
}

const isBuild = (message: unknown): message is BuildMessage =>
  isObject(message) && isObject(message.build) && Array.isArray(message.build.views);

export interface Builder {
  /** Builds, instead of what is being built. */
  readonly start: () => void;
  /** Ends what runs. */
  readonly stop: () => Promise<void>;
}

/** How long a process may take to end that was asked to, in milliseconds. */
const PATIENCE = 1000;
/** How long the last words of a process may take, in milliseconds: what it started may hold its output open for ever. */
const LAST_WORDS = 300;
const LONGEST_SAID = 4000;
/** Nobody's scenarios take as long as this, in milliseconds. */
const SUSPICIOUS = 10_000;

/** `args` is what the command is given in each process; `onDone` is told what came of it. */
export function createBuilder(
  args: readonly string[],
  { cwd, stderr }: { readonly cwd: string; readonly stderr: (text: string) => void },
  onDone: (outcome: BuildOutcome) => void,
): Builder {
  let running: ChildProcess | undefined;
  let isOvertaken = false;
  let isOver = false;
  // However this process ends, none is left behind that goes round without end.
  process.once("exit", () => running?.kill("SIGKILL"));

  return {
    start: () => {
      if (running === undefined) run();
      else {
        isOvertaken = true;
        end(running);
      }
    },
    stop: async () => {
      isOver = true;
      const last = running;
      if (last === undefined) return;
      const ended = new Promise((done) => last.once("exit", done).once("error", done));
      end(last);
      await ended;
      last.stderr?.destroy();
    },
  };

  function run(): void {
    isOvertaken = false;
    const child = fork(process.argv[1] ?? "", args, {
      cwd,
      execArgv: process.execArgv,
      serialization: "advanced",
      stdio: ["ignore", "inherit", "pipe", "ipc"],
    });
    running = child;
    const timer = setTimeout(
      () => stderr("It still builds: does a scenario wait for something, or go round without end?\n"),
      SUSPICIOUS,
    );
    let build: Build | undefined;
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = `${said}${text}`.slice(-LONGEST_SAID);
      if (!isOver) stderr(text);
    });
    child.on("message", (message) => {
      if (build !== undefined || !isBuild(message)) return;
      build = message.build;
      // What an author's file leaves behind may keep it alive.
      end(child);
    });
    child.once("exit", () => setTimeout(finish, LAST_WORDS).unref());
    child.once("close", finish);
    // The folder may be gone, or too many files be open: it may work the next time.
    child.on("error", ({ message }) => {
      said = `The build does not start: ${message}`;
      if (child.pid === undefined) finish();
    });

    function finish(): void {
      if (running !== child) return;
      clearTimeout(timer);
      child.stderr?.destroy();
      running = undefined;
      if (isOver) return;
      if (isOvertaken) run();
      else onDone(build ? { build } : { said });
    }
  }

  /** As Ctrl-C does it: what is being written is written whole. */
  function end(child: ChildProcess): void {
    child.kill("SIGINT");
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    child.once("exit", () => clearTimeout(timer));
  }
}
