// A fix of a printed blueprint, made in the source that it was printed from. That is certain only where the value is a
// plain literal, and where the source prints, with another literal, exactly the mended blueprint.

import { resolve } from "node:path";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { type FixableFinding, mend } from "../../lint/mend.ts";
import { isDeepEqual } from "../../util/is-deep-equal.ts";
import { resolvePointer } from "../../util/json-pointer.ts";
import { type CompileOptions, compileFiles } from "../compile-files.ts";
import type { FixableFile } from "./lint-files.ts";

export type PrintedFile = FixableFile & Required<Pick<FixableFile, "printed">>;

/** The source with the literal changed, or nothing where that is not certain. */
export async function mendSource(
  source: string,
  finding: FixableFinding,
  { file, printed }: PrintedFile,
  options: CompileOptions & { readonly cwd: string },
): Promise<string | undefined> {
  const [operation, ...others] = finding.fix.patch;
  if (operation === undefined || others.length > 0) return undefined;
  if (operation.op === "remove" || operation.op === "move") return undefined;
  const { path, value } = operation;
  const before = resolvePointer(JSON.parse(printed.text), path);
  // The value itself, where its place is certain; otherwise it may stand anywhere behind the step's name.
  const [exact, step] = [printed.exactPlaceOf({ pointer: path }), printed.sourceOf({ pointer: path })];
  if (exact === undefined || step === undefined) return undefined;
  const starts = [startOf(source, exact.line) + exact.column - 1, startOf(source, step.line)];

  // Every form of every scenario in the file is looked at: another one may have the same literal.
  const printedBy = async (text: string) => {
    const forms = await compileFiles([file], { ...options, texts: new Map([[file, text]]) });
    return new Map(forms.map((form) => [form.path, form.text]));
  };
  const isMeant = async (mended: string): Promise<boolean> => {
    const [was, is] = [await printedBy(source), await printedBy(mended)];
    const changed = [...is].filter(([form, text]) => was.get(form) !== text);
    const isRight = changed.every(([form, text]) => {
      const expected = mend(was.get(form) ?? "", [finding.fix]).text;
      return isDeepEqual(JSON.parse(text), JSON.parse(expected));
    });
    return isRight && changed.some(([form]) => form === resolve(options.cwd, printed.path));
  };
  for (const mended of new Set(starts.flatMap((start) => withLiteral(source, start, before, value)))) {
    try {
      if (await isMeant(mended)) return mended;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }
  return undefined;
}

function startOf(source: string, line: number): number {
  let start = 0;
  for (let current = 1; current < line; current++) start = source.indexOf("\n", start) + 1;
  return start;
}

/** A word stands in many places; the first few are tried. */
const TRIED = 4;

/** The source with one of the literals behind an offset changed, if these are written as they are meant. */
function withLiteral(source: string, start: number, before: unknown, after: unknown): readonly string[] {
  const replaced = (index: number, was: string, is: string): string =>
    source.slice(0, index) + is + source.slice(index + was.length);
  if (typeof before === "boolean" && typeof after === "boolean") {
    const found = [...source.slice(start).matchAll(new RegExp(`(?<![\\w$."'\`])${before}(?![\\w$"'\`])`, "gu"))];
    return found.slice(0, TRIED).map(({ index }) => replaced(start + index, String(before), String(after)));
  }
  if (typeof before !== "string" || typeof after !== "string" || /[\\$\r\n]/u.test(before + after)) return [];
  const found = ['"', "'", "`"]
    // A quote of another kind is written as it is.
    .filter((quote) => !`${before}${after}`.includes(quote))
    .map((quote) => source.indexOf(`${quote}${before}${quote}`, start))
    .filter((index) => index >= 0);
  return found.length === 0 ? [] : [replaced(Math.min(...found) + 1, before, after)];
}
