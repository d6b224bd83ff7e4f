// The texts that lines are shown of. A blueprint in a file is read again when it is shown, rather than kept for as long
// as all others are checked; secrets are covered wherever a text goes.

import { readFileSync } from "node:fs";
import { covered } from "../../lint/secrets.ts";

export interface ShownTexts {
  /** Keeps a text. */
  readonly keep: (path: string, text: string) => void;
  /** Reads a text again from a file when it is asked for. */
  readonly readAgain: (path: string, file: string) => void;
  /** Covers secrets in the text of a path. */
  readonly hide: (path: string, secrets: readonly string[]) => void;
  /** Another text of the same file, as it may be shown. */
  readonly cover: (path: string, text: string) => string;
  /** A text as it may be shown, or nothing when it is not there any more. */
  readonly textOf: (path: string) => string | undefined;
}

export function createShownTexts(): ShownTexts {
  const kept = new Map<string, string>();
  const files = new Map<string, string>();
  const secrets = new Map<string, readonly string[]>();
  // Findings come file by file.
  let last: { readonly path: string; readonly text: string | undefined } | undefined;
  const read = (path: string): string | undefined => {
    const file = files.get(path);
    const text = kept.get(path) ?? (file === undefined ? undefined : readIfPossible(file));
    return text === undefined ? undefined : covered(text, secrets.get(path) ?? []);
  };
  return {
    keep: (path, text) => {
      kept.set(path, text);
    },
    readAgain: (path, file) => {
      files.set(path, file);
    },
    hide: (path, more) => {
      if (more.length > 0) secrets.set(path, [...(secrets.get(path) ?? []), ...more]);
    },
    cover: (path, text) => covered(text, secrets.get(path) ?? []),
    textOf: (path) => {
      if (last?.path !== path) last = { path, text: read(path) };
      return last.text;
    },
  };
}

function readIfPossible(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").replace(/^\ufeff/u, "");
  } catch {
    return undefined;
  }
}
