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

export interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes all files or none: each is first written whole under another name in its folder, and only when all of them
 * are there do they take their places. An interrupt waits until it is done. Links are followed.
 */
export function writeFiles(files: readonly FileToWrite[]): void {
  const interrupted = (): never => process.exit(130);
  process.once("SIGINT", interrupted);
  // A signal that came in the meantime is handed out before this runs.
  setImmediate(() => process.off("SIGINT", interrupted));
  const written: { readonly temporary: string; readonly path: string }[] = [];
  const replaced: { readonly path: string; readonly before: Buffer | undefined }[] = [];
  try {
    for (const { path: given, text } of files) {
      mkdirSync(dirname(given), { recursive: true });
      const path = existsSync(given) ? realpathSync(given) : given;
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
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw error;
  }
}
