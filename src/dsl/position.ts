import { fileURLToPath } from "node:url";
import type { FilePosition } from "../diagnostics/diagnostic.ts";

/** The folder of this package's own code: its frames in a stack are not the author's. */
const OWN_FOLDER = fileURLToPath(new URL(import.meta.url.includes("/src/dsl/") ? ".." : ".", import.meta.url));

/** Where the author's code is that called into this package; nothing when no file can be told. */
export function authorPosition(): FilePosition | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const holder: { stack?: unknown } = {};
  try {
    Error.stackTraceLimit = 30;
    Error.prepareStackTrace = (_, frames) => frames;
    Error.captureStackTrace(holder, authorPosition);
    for (const frame of holder.stack as readonly NodeJS.CallSite[]) {
      const file = frame.getFileName();
      if (!file || file.startsWith("node:")) continue;
      const path = file.startsWith("file:") ? fileURLToPath(file) : file;
      if (path.startsWith(OWN_FOLDER) || path.includes("/node_modules/")) continue;
      return { path, line: frame.getLineNumber() ?? 1, column: frame.getColumnNumber() ?? 1 };
    }
    return undefined;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}
