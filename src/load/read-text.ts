import { readFile } from "node:fs/promises";
import { ProblemError } from "../diagnostics/diagnostic.ts";

/** The text of a file. Throws a `ProblemError` when it is not UTF-8: text that was guessed at would be printed wrong. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProblemError([{ path, message: "The file is not encoded as UTF-8", help: "Save it as UTF-8" }]);
  }
}
