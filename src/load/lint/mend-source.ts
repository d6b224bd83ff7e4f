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
  if (operation?.op !== "replace" || others.length > 0) return undefined;
  const { path, value } = operation;
  const before = resolvePointer(JSON.parse(printed.text), path);
  const line = printed.sourceOf(path)?.line;
  if (typeof before !== "string" || typeof value !== "string" || line === undefined) return undefined;
  const mended = withLiteral(source, line, before, value);
  if (mended === undefined) return undefined;

  // Every form of every scenario in the file is looked at: another one may have the same literal.
  const printedBy = async (text: string) => {
    const forms = await compileFiles([file], { ...options, texts: new Map([[file, text]]) });
    return new Map(forms.map((form) => [form.path, form.text]));
  };
  try {
    const [was, is] = [await printedBy(source), await printedBy(mended)];
    const changed = [...is].filter(([form, text]) => was.get(form) !== text);
    const isMeant = changed.every(([form, text]) => {
      const expected = mend(was.get(form) ?? "", [finding.fix]).text;
      return isDeepEqual(JSON.parse(text), JSON.parse(expected));
    });
    return isMeant && changed.some(([form]) => form === resolve(options.cwd, printed.path)) ? mended : undefined;
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

/** The literal nearest behind the beginning of a line, if it is written as it is meant. */
function withLiteral(source: string, line: number, before: string, after: string): string | undefined {
  if (/["'`\\$\r\n]/u.test(before + after)) return undefined;
  let start = 0;
  for (let current = 1; current < line; current++) start = source.indexOf("\n", start) + 1;
  const found = ['"', "'", "`"]
    .map((quote) => source.indexOf(`${quote}${before}${quote}`, start))
    .filter((index) => index >= 0);
  if (found.length === 0) return undefined;
  const index = Math.min(...found) + 1;
  return source.slice(0, index) + after + source.slice(index + before.length);
}
