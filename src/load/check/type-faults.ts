// What TypeScript's command prints: `file(line,column): error TS2551: message`, with explanations indented below, the
// innermost of which is the reason; and the files that it looked at.

import { resolve } from "node:path";

/** A mistake that TypeScript has found. */
export interface TypeFault {
  /** `TS2551`. */
  readonly code: string;
  readonly message: string;
  /** Absolute; nothing where the mistake is in no file. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  /** What is wrong with syntax or settings keeps TypeScript from looking at types anywhere. */
  readonly isFinal: boolean;
}

interface Printed {
  readonly faults: readonly TypeFault[];
  /** Absolute. */
  readonly files: readonly string[];
}

const FAULT = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS\d+): (.+)$/u;
const FILE = /\.[cm]?tsx?$/u;
/** Settings that name no file: that nothing was looked at is told in other words. */
const NO_FILES = new Set(["TS18002", "TS18003"]);

/** Reads what was printed with `--listFiles` in a folder. */
export function readTypeFaults(printed: string, folder: string): Printed {
  const lines = printed.split(/\r?\n/u);
  return {
    faults: lines.flatMap((_, at) => faultIn(lines, at, folder) ?? []).filter(({ code }) => !NO_FILES.has(code)),
    files: lines.filter((line) => FILE.test(line) && !/^\s/u.test(line)).map((line) => resolve(folder, line)),
  };
}

function faultIn(lines: readonly string[], at: number, folder: string): TypeFault | undefined {
  const [, file, line, column, code, said] = FAULT.exec(lines[at] ?? "") ?? [];
  if (code === undefined || said === undefined) return undefined;
  const message = [said, ...reasonBelow(lines, at)].map((sentence) => sentence.replace(/\.$/u, "")).join(": ");
  if (file === undefined) return { code, message, isFinal: true };
  return {
    code,
    message,
    path: resolve(folder, file),
    line: Number(line),
    column: Number(column),
    isFinal: SYNTAX.test(code) || file.endsWith(".json"),
  };
}

/** The first of the explanations that are indented most: those around it only lead to it. */
function reasonBelow(lines: readonly string[], at: number): readonly string[] {
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => !/^\s+\S/u.test(line));
  const [reason] = below
    .slice(0, end < 0 ? below.length : end)
    .toSorted((a, b) => b.search(/\S/u) - a.search(/\S/u))
    .map((line) => line.trim());
  return reason === undefined ? [] : [reason];
}

/** TypeScript numbers its messages by what finds them: those about syntax are from 1000 on. */
const SYNTAX = /^TS1\d{3}$/u;
