// `dev` as a process that lives, while files change under it.

import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { Project } from "../load/project.ts";
import { COMMAND } from "./command.ts";

export interface Serving {
  /** Where it serves, with a slash at the end. */
  readonly url: string;
  /** The text of a page. */
  readonly page: (path: string) => Promise<string>;
  /** What the terminal has shown since the last time that somebody asked, once a build is done. */
  readonly built: () => Promise<string>;
  readonly isQuiet: (milliseconds: number) => Promise<boolean>;
  readonly interrupt: () => Promise<number | null>;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** How a build ends: the time, and what came of it. */
const DONE = /^\d\d:\d\d:\d\d {2}.*\n/mu;

/** Begins to serve on a free port, and waits until the first build is done. */
export async function serving({ folder }: Project, ...args: readonly string[]): Promise<Serving & { first: string }> {
  const child: ChildProcess = spawn(process.execPath, [COMMAND, "dev", "--port", "0", ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (let left = 150; left > 0; left--) {
      const match = pattern.exec(said);
      if (match) return match;
      await wait(100);
    }
    throw new Error(`It never says ${pattern}: ${said}`);
  };
  const built = async (): Promise<string> => {
    const { index, 0: line } = await until(DONE);
    const text = said.slice(0, index + line.length);
    said = said.slice(index + line.length);
    return text;
  };
  const end = (signal: NodeJS.Signals): Promise<number | null> =>
    new Promise((done) => {
      child.once("close", (code) => done(code));
      child.kill(signal);
    });
  const [, url = ""] = await until(/^Serving (http:\S+); Ctrl-C ends\n/mu);
  return {
    url,
    first: await built(),
    page: async (path) => (await fetch(new URL(path, url))).text(),
    built,
    isQuiet: async (milliseconds) => {
      said = "";
      await wait(milliseconds);
      return said === "";
    },
    interrupt: () => end("SIGINT"),
    end,
  };
}

/** What a page is told as long as it is open: one event after the other. */
export async function eventsOf(url: string, of = ""): Promise<() => Promise<string>> {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const { body } = await fetch(new URL(`/events?of=${encodeURIComponent(of)}`, url), { signal: stop.signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return async () => {
    while (!text.includes("\n\n")) text += (await reader?.read())?.value ?? "";
    const [event = "", ...rest] = text.split("\n\n");
    text = rest.join("\n\n");
    return event;
  };
}
