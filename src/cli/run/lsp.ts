import { Console } from "node:console";
import { serve } from "../../lsp/server.ts";
import type { Io } from "../io.ts";
import { VERSION } from "../version.ts";

/** Serves until the client ends it or is gone, and the process with it. */
export function lsp({ cwd }: Io): void {
  // Stdout is for the protocol alone, and rules of a project's own may print.
  globalThis.console = new Console(process.stderr);
  serve({
    input: process.stdin,
    output: process.stdout,
    cwd,
    today: () => new Date().toISOString().slice(0, "2027-01-31".length),
    version: VERSION,
  });
}
