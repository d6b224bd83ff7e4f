import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { MAX_TEXT_LENGTH } from "../blueprint/read.ts";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";

/**
 * The text of a file. Throws a `ProblemError` when it is not UTF-8, because text that was guessed at would be printed
 * wrong, and when it is longer than anybody would want to read.
 */
export async function readText(path: string): Promise<string> {
  // Nothing else is to be done meanwhile, and thousands of small files are read twice as fast.
  const file = openSync(path, "r");
  try {
    const length = fill(file);
    if (length > MAX_BYTES) throw new ProblemError([tooLong(path, Math.max(length, fstatSync(file).size))]);
    const bytes = buffer.subarray(0, length);
    if (isUtf8(bytes)) return bytes.toString("utf8");
    throw new ProblemError([{ path, message: "The file is not encoded as UTF-8", help: "Save it as UTF-8" }]);
  } finally {
    closeSync(file);
  }
}

const MEBIBYTE = 1024 * 1024;
/** Longer than any text that is read, even if every character took four bytes. */
const MAX_BYTES = 4 * MAX_TEXT_LENGTH;

const tooLong = (path: string, bytes: number): Problem => ({
  path,
  message: `The file has ${Math.round(bytes / MEBIBYTE)} MiB; at most ${MAX_TEXT_LENGTH / MEBIBYTE} MiB are read`,
  help: "Check that it is a blueprint: Make refuses what is longer than about 5 MB",
});

// Kept from one file to the next: memory that is new takes longer to get than to fill.
let buffer = Buffer.allocUnsafeSlow(MEBIBYTE);

/** Reads a file into the buffer, but hardly more than is allowed. How much it is, in bytes. */
function fill(file: number): number {
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0 || length > MAX_BYTES) return length;
    if (length === buffer.length) buffer = Buffer.concat([buffer], 2 * length);
  }
}
