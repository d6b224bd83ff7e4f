import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { ProblemError } from "../diagnostics/diagnostic.ts";

/** The text of a file. Throws a `ProblemError` when it is not UTF-8: text that was guessed at would be printed wrong. */
export async function readText(path: string): Promise<string> {
  // Nothing else is to be done meanwhile, and thousands of small files are read twice as fast.
  const bytes = readFileSync(path);
  if (isUtf8(bytes)) return bytes.toString("utf8");
  throw new ProblemError([{ path, message: "The file is not encoded as UTF-8", help: "Save it as UTF-8" }]);
}
