import type * as Vm from "node:vm";
import type { Realm } from "./realm.ts";

export interface SandboxRun {
  /** A function of JavaScript. */
  readonly source: string;
  /** JSON: an array. */
  readonly args: string;
  /** JSON: an array of names. */
  readonly builtins: string;
  readonly timezone: string;
  /** In milliseconds. */
  readonly timeout: number;
}

/**
 * The program of the process that foreign code runs in. It reads jobs from its input, one a line, and answers each
 * with a line: `?` asks for a built-in function, `=` is a result, `!` an error.
 *
 * Foreign code has a realm of its own with nothing in it but JavaScript. This function's realm is closed to it: what
 * crosses are texts, and there is no way to make code out of texts on either side.
 *
 * It is sent to the process as text, so it uses nothing from outside of its body.
 */
export function child(load: NodeJS.Require, realm: string): void {
  const { readSync, writeSync } = load("node:fs") as typeof import("node:fs");
  const vm = load("node:vm") as typeof Vm;
  const chunk = Buffer.alloc(65_536);

  /** The other side never sends a second line before the first is answered. */
  const readLine = (): string | undefined => {
    const pieces: Buffer[] = [];
    for (;;) {
      const length = readSync(0, chunk);
      if (length === 0) return undefined;
      pieces.push(Buffer.from(chunk.subarray(0, length)));
      if (chunk[length - 1] === 10) return Buffer.concat(pieces).toString("utf8");
    }
  };
  const writeLine = (kind: string, text: string): void => {
    let rest = Buffer.from(`${kind}${JSON.stringify(text)}\n`);
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
  };
  let isAsking = false;
  const ask = (request: string): string => {
    isAsking = true;
    writeLine("?", `${request}`);
    const line = readLine() ?? "";
    isAsking = false;
    return line;
  };

  const own = process;
  for (const name of ["process", "require", "module", "fetch", "WebSocket", "WebAssembly"]) {
    Reflect.deleteProperty(globalThis, name);
  }
  writeLine("=", "ready");
  for (let line = readLine(); line !== undefined; line = readLine()) {
    const { source, args, builtins, timezone, timeout } = JSON.parse(line) as SandboxRun;
    own.env.TZ = timezone;
    const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
    const evaluate = (code: string): unknown => vm.runInContext(code, context, { timeout });
    const { prepare, explain } = vm.runInContext(`"use strict"; (${realm})`, context)(ask, builtins) as Realm;
    try {
      prepare(evaluate(`(${source}\n)`), args);
      writeLine("=", `${evaluate("start()")}`);
    } catch (error) {
      writeLine("!", `${explain(error)}`);
    }
    // Stopped while it asked: the answer still comes, and would be taken for the next job.
    if (isAsking) break;
  }
  // What the code has put off until later never runs.
  own.exit();
}
