import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { ProblemError } from "../diagnostics/diagnostic.ts";

/** A text, or the bytes of a picture. */
export interface FileToWrite<Content = string> {
  readonly path: string;
  readonly text: Content;
}

const NO_FILE = "This is a folder or a device, not a file";

/**
 * Writes all files or none: each is first written whole under another name in its folder, and only when all of them
 * are there do they take their places. An interrupt waits until it is done. Links are followed. Folders that were made for
 * files that could not be written are gone again.
 */
export function writeFiles(files: readonly FileToWrite<string | Uint8Array>[]): void {
  const interrupted = (): never => process.exit(130);
  process.once("SIGINT", interrupted);
  // A signal that came in the meantime is handed out before this runs.
  setImmediate(() => process.off("SIGINT", interrupted));
  const made: string[] = [];
  const written: { readonly temporary: string; readonly path: string }[] = [];
  const replaced: { readonly path: string; readonly before: Buffer | undefined }[] = [];
  try {
    for (const { path: given, text } of files) {
      const first = mkdirSync(dirname(given), { recursive: true });
      if (first !== undefined) made.push(first);
      const path = existsSync(given) ? realpathSync(given) : given;
      // A file would take the place of a device, and of what others expect of it.
      if (existsSync(path) && !statSync(path).isFile()) throw new ProblemError([{ path: given, message: NO_FILE }]);
      const temporary = `${path}.${process.pid}.tmp`;
      written.push({ temporary, path });
      writeFileSync(temporary, text);
      // Who may read a file stays as it was.
      if (existsSync(path)) chmodSync(temporary, statSync(path).mode);
    }
    for (const { temporary, path } of written) {
      const before = existsSync(path) ? readFileSync(path) : undefined;
      renameSync(temporary, path);
      replaced.push({ path, before });
    }
  } catch (error) {
    for (const { path, before } of replaced) {
      if (before === undefined) rmSync(path, { force: true });
      else writeFileSync(path, before);
    }
    for (const { temporary } of written) removeIfThere(temporary);
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
    // The other name says nothing to anybody.
    const failed = written.find(({ temporary }) => temporary === (error as NodeJS.ErrnoException).path);
    throw failed ? Object.assign(error as Error, { path: failed.path }) : error;
  }
}

/** Why a file could not be written is told, rather than why what was not written cannot be removed. */
function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A name that is too long is no name of a file.
  }
}
