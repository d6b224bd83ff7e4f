import type { MessagePort } from "node:worker_threads";

export interface RelayData {
  readonly port: MessagePort;
  /** Counts the messages that went to `port`; who waits for one is woken up. */
  readonly signal: Int32Array;
  readonly command: string;
  readonly args: readonly string[];
}

/** To the relay: a line for the process, and after how many milliseconds to kill it unless it has answered. */
export interface RelayOrder {
  readonly line: string;
  readonly limit?: number;
}

/** From the relay: a line of the process, or that it is gone. */
export type RelayReport = { readonly line: string } | { readonly end: "timeout" | "exit" };

/**
 * The program of a thread that stands between a caller who waits without doing anything else, and the process.
 *
 * It is sent to the thread as text, so it uses nothing from outside of its body.
 */
export function relay(load: NodeJS.Require): void {
  const { workerData } = load("node:worker_threads") as { workerData: RelayData };
  const { spawn } = load("node:child_process") as typeof import("node:child_process");
  const { port, signal, command, args } = workerData;
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;

  const report = (message: RelayReport): void => {
    port.postMessage(message);
    Atomics.add(signal, 0, 1);
    Atomics.notify(signal, 0);
  };

  const subject = spawn(command, args, { env: {}, stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
  let pieces: string[] = [];
  subject.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    pieces.push(chunk);
    if (!chunk.endsWith("\n")) return;
    const lines = pieces.join("").split("\n").slice(0, -1);
    pieces = [];
    // More than one when the code was stopped while it asked.
    for (const line of lines) {
      if (!line.startsWith("?")) clearTimeout(timer);
      report({ line });
    }
  });
  subject.stdin.on("error", () => {});
  subject.on("error", () => report({ end: "exit" }));
  subject.on("exit", () => report({ end: isLate ? "timeout" : "exit" }));
  port.on("message", ({ line, limit }: RelayOrder) => {
    if (limit !== undefined) {
      timer = setTimeout(() => {
        isLate = true;
        subject.kill("SIGKILL");
      }, limit);
    }
    subject.stdin.write(`${line}\n`);
  });
}
