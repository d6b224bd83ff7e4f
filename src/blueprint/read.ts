import { checkKeys } from "./check-keys.ts";
import { explainLost, parseExactly } from "./exact-numbers.ts";
import { explainSyntax } from "./explain-syntax.ts";
import { type FoundBlueprint, findBlueprint } from "./find-blueprint.ts";
import { createLocator } from "./locate.ts";
import type { ReadProblem } from "./read-problem.ts";
import { type JsonTape, scanJson } from "./scan-json.ts";

/** A file that holds a blueprint. Nothing beyond what is said here is known of its shape: the schema tells. */
export interface BlueprintDocument extends FoundBlueprint {
  /** The text of the file, without a byte order mark. */
  readonly text: string;
  /** Where everything stands in the text. */
  readonly tape: JsonTape;
  /** All that the file holds. Numbers that JavaScript cannot hold are rounded, unless they were to be kept. */
  readonly json: unknown;
}

export type ReadResult =
  | { readonly ok: true; readonly document: BlueprintDocument }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/**
 * Longest text that is read, in UTF-16 units. Make refuses blueprints above about 5 MB, says the documentation of
 * Workfront Fusion, which runs on the same engine.
 */
export const MAX_TEXT_LENGTH = 20 * 1024 * 1024;

export interface ReadOptions {
  /**
   * For those who hand on what the file says: whole numbers that JavaScript would round are read as `bigint`, and other
   * ones that it would change are problems.
   */
  readonly exact?: boolean;
}

/** Reads a blueprint from the text of a file: an export of the editor, an answer of Make's API, copied modules. */
export function readBlueprint(source: string, { exact = false }: ReadOptions = {}): ReadResult {
  const text = source.startsWith("\ufeff") ? source.slice(1) : source;
  if (text.length > MAX_TEXT_LENGTH) return failed([explainLength(text.length)]);

  const scan = scanJson(text);
  if (!scan.ok) return failed(explainSyntax(text));
  const ambiguous = checkKeys(text, scan.tape);
  if (ambiguous.length > 0) return failed(ambiguous);

  const { json, lost } = exact ? parseExactly(text, scan.tape) : { json: JSON.parse(text) as unknown, lost: [] };
  if (lost.length > 0) return failed(explainLost(text, scan.tape, lost));
  const found = findBlueprint(json);
  if (!("misfits" in found)) return { ok: true, document: { text, tape: scan.tape, json, ...found } };
  const locate = createLocator(text);
  return failed(found.misfits.map(({ message, help, place }) => ({ message, help, span: locate(place) })));
}

const failed = (problems: readonly ReadProblem[]): ReadResult => ({ ok: false, problems });

const explainLength = (length: number): ReadProblem => ({
  message: `The file holds ${inMebibytes(length)} of text, and at most ${inMebibytes(MAX_TEXT_LENGTH)} are read`,
  help: "Check that it is a blueprint: Make refuses what is longer than about 5 MB",
  span: { line: 1, column: 1, endLine: 1, endColumn: 1 },
});

const inMebibytes = (length: number): string => `${(length / 1024 / 1024).toFixed(1)} MiB`;
