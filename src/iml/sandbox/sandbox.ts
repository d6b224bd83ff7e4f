// Runs foreign JavaScript where it can do no harm, and waits for the result.
//
// It runs in a process of its own, which dies when the code takes too long or too much memory. The process has an
// empty environment, may not open files or start anything, and cannot turn texts into code; within it, the code has a
// realm with nothing in it but JavaScript (see `child.ts`). What crosses is JSON.

import { isObject } from "../../util/is-object.ts";
import { attempt, EvaluationError } from "../evaluation-error.ts";
import { loadThreads } from "../lazy-modules.ts";
import { MAX_SIZE, tooLarge } from "../limits.ts";
import { child, type SandboxRun } from "./child.ts";
import { realm } from "./realm.ts";
import { type RelayData, type RelayOrder, type RelayReport, relay } from "./relay.ts";

/** As long as Make lets a custom function run. */
const RUN_MILLISECONDS = 300;
/** How much later the process is killed, where the code cannot be stopped within it. */
const GRACE_MILLISECONDS = 100;
const START_MILLISECONDS = 10_000;
const MEMORY_MEGABYTES = 64;

export interface Job {
  /** A function: `(a, b) => a + b`, or a declaration. */
  readonly source: string;
  /** As `transport.ts` encodes them. */
  readonly args: readonly unknown[];
  /** A name of the IANA database: the zone of the code's clock. */
  readonly timezone?: string;
  /** What the code can call as `iml.name(…)`. */
  readonly builtins?: readonly string[];
  readonly callBuiltin?: (name: string, args: readonly unknown[]) => unknown;
}

/** What the code returns, once; an `EvaluationError` where it fails, never ends, or takes too much memory. */
export const runIsolated = (job: Job): unknown => isolation.run(job);

class Isolation {
  private connection: Connection | undefined;

  run(job: Job): unknown {
    const { source, args, timezone = "UTC", builtins = [], callBuiltin } = job;
    const isNew = this.connection === undefined;
    let isSilent = true;
    const connection = this.connect();
    const run: SandboxRun = {
      source,
      args: JSON.stringify(args),
      builtins: JSON.stringify(builtins),
      timezone,
      timeout: RUN_MILLISECONDS,
    };
    connection.send({ line: JSON.stringify(run), limit: RUN_MILLISECONDS + GRACE_MILLISECONDS });
    for (;;) {
      const report = connection.receive();
      if ("end" in report) {
        this.disconnect();
        // The process may have ended of what it ran before: that is nothing that this code has done.
        if (report.end === "exit" && isSilent && !isNew) return this.run(job);
        throw report.end === "timeout" ? timedOut() : new EvaluationError("Script execution took too much memory");
      }
      isSilent = false;
      const kind = report.line[0];
      if (report.line.length > MAX_SIZE) {
        this.disconnect();
        throw tooLarge();
      }
      const text = parsed(report.line.slice(1));
      if (typeof text !== "string") {
        // Code that is stopped may have said half of something.
        this.disconnect();
        throw timedOut();
      }
      if (kind === "=") return valueIn(text);
      if (kind === "!") throw new EvaluationError(text);
      connection.send({ line: JSON.stringify(answer(text, callBuiltin)) });
    }
  }

  private connect(): Connection {
    if (this.connection !== undefined) return this.connection;
    const connection = openConnection();
    if ("end" in connection.receive()) {
      connection.close();
      throw new EvaluationError("No process can be started to run the script in");
    }
    this.connection = connection;
    return connection;
  }

  private disconnect(): void {
    this.connection?.close();
    this.connection = undefined;
  }
}

const isolation = new Isolation();

const timedOut = (): EvaluationError => new EvaluationError(`Script execution timed out after ${RUN_MILLISECONDS}ms`);

// The code may have meddled with how its own realm writes JSON, so that any text can come.

function valueIn(text: string): unknown {
  const result = parsed(text);
  return isObject(result) ? result.value : undefined;
}

function answer(request: string, callBuiltin: Job["callBuiltin"]): { value?: unknown } | { error: string } {
  const called = parsed(request);
  const [name, args]: readonly unknown[] = Array.isArray(called) ? called : [];
  if (typeof name !== "string" || !Array.isArray(args)) return { error: "This is no call of a function" };
  const result = attempt(() => callBuiltin?.(name, args));
  return result.ok ? { value: result.value } : { error: result.error.message };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Connection {
  readonly send: (order: RelayOrder) => void;
  /** Waits for the next report. */
  readonly receive: () => RelayReport;
  readonly close: () => void;
}

function openConnection(): Connection {
  const { MessageChannel, receiveMessageOnPort, Worker } = loadThreads();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1: near, port2: far } = new MessageChannel();
  const workerData: RelayData = { port: far, signal, command: process.execPath, args: processArguments() };
  const thread = new Worker(`(${relay})(require)`, { eval: true, workerData, transferList: [far] });
  // Who waits learns of it by getting no report.
  thread.on("error", () => {});
  thread.unref();
  near.unref();
  return {
    send: (order) => near.postMessage(order),
    receive: () => {
      for (;;) {
        const seen = Atomics.load(signal, 0);
        const received = receiveMessageOnPort(near) as { readonly message: RelayReport } | undefined;
        if (received !== undefined) return received.message;
        if (Atomics.wait(signal, 0, seen, START_MILLISECONDS) === "timed-out") return { end: "exit" };
      }
    },
    close: () => {
      near.close();
      void thread.terminate();
    },
  };
}

const processArguments = (): readonly string[] => [
  "--no-warnings",
  process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission",
  "--disallow-code-generation-from-strings",
  "--frozen-intrinsics",
  `--max-old-space-size=${MEMORY_MEGABYTES}`,
  "--eval",
  `"use strict"; (${child})(require, ${JSON.stringify(String(realm))})`,
];
