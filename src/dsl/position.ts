import { fileURLToPath } from "node:url";
import type { FilePosition } from "../diagnostics/diagnostic.ts";

/** The folder of this package's own code: its frames in a stack are not the author's. */
const OWN_FOLDER = fileURLToPath(import.meta.url.replace(/^(.*\/(?:src|dist)\/).*$/u, "$1"));

/** `at name (path:line:column)`, with or without a name; frames of Node itself have no such path. */
const FRAME = /^\s*at (?:async )?(?:.*? \()?((?:file:\/|\/|[A-Za-z]:[\\/]).+?):(\d+):(\d+)\)?$/gmu;

/**
 * Where the author's code is from which an error was thrown; without an error, from which this package was called.
 * Nothing when no file can be told. The text of the stack is read, because tools that translate TypeScript mend that.
 */
export const authorPosition = (error?: Error): FilePosition | undefined =>
  positionIn(error ?? nearbyError()) ?? (error ? undefined : positionIn(new Error()));

/** Between the author and whoever asks there are a few frames at most, and each costs time. */
const NEARBY = 12;

function nearbyError(): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = Math.min(stackTraceLimit, NEARBY);
  const error = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return error;
}

function positionIn(error: Error): FilePosition | undefined {
  for (const [, file = "", line, column] of String(error.stack).matchAll(FRAME)) {
    const path = file.startsWith("file:") ? fileURLToPath(file) : file;
    if (path.startsWith(OWN_FOLDER) || /[\\/]node_modules[\\/]/u.test(path)) continue;
    return { path, line: Number(line), column: Number(column) };
  }
  return undefined;
}
