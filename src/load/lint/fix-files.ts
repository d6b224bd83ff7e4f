// Files, checked and mended. A fix may bring what another one mends, or stand where another one is made: so all is checked
// again until nothing changes. Nothing is written before that.

import { accessSync, constants, realpathSync } from "node:fs";
import type { FilePosition, Problem } from "../../diagnostics/diagnostic.ts";
import { type FixLevel, isWanted, mend } from "../../lint/mend.ts";
import { readText } from "../read-text.ts";
import { writeFiles } from "../write-files.ts";
import { type FixableFile, type LintedFiles, type LintFilesOptions, lintFiles } from "./lint-files.ts";
import { mendSource } from "./mend-source.ts";

/** More rounds than this are fixes that undo each other. */
export const ROUNDS = 10;

export interface FixOptions {
  readonly level: FixLevel;
  /** Write nothing: only tell what would change. */
  readonly dryRun: boolean;
}

/** A file before and after its fixes. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface FixOutcome {
  /** How many fixes were made. */
  readonly fixed: number;
  readonly files: readonly FixedFile[];
  /** How many fixes are left that only `--fix=all` makes. */
  readonly suggested: number;
  /** Fixes of printed scenarios that cannot be made in their source with certainty. */
  readonly byHand: readonly { readonly rule: string; readonly at: FilePosition }[];
  /** Whether something was still changing when it was given up. */
  readonly isEndless: boolean;
}

export interface FixedFiles extends LintedFiles {
  readonly fixes: FixOutcome;
}

/** Checks, and mends what can be mended; what is told is what is left. */
export async function fixFiles(
  patterns: readonly string[],
  options: LintFilesOptions,
  { level, dryRun }: FixOptions,
): Promise<FixedFiles> {
  const before = new Map<string, string>();
  const texts = new Map<string, string>();
  let fixed = 0;
  for (let round = 0; ; round++) {
    const linted = await lintFiles(patterns, { ...options, texts });
    const made = round < ROUNDS ? await mendAll(linted.fixable) : 0;
    fixed += made;
    if (made > 0) continue;
    const files = [...before].map(([path, text]) => ({ path, before: text, after: texts.get(path) ?? text }));
    const changed = files.filter((file) => file.before !== file.after);
    const problems = dryRun ? [] : await write(changed);
    const left = linted.fixable.flatMap((file) => file.findings.map((finding) => ({ file, finding })));
    // Of what several printed forms have alike, the report tells one.
    const told = new Set(linted.report.findings.map(({ rule, source }) => JSON.stringify([rule, source])));
    const byHand = left.flatMap(({ file, finding: { rule, fix, at: place } }) => {
      const at = file.printed?.exactPlaceOf(place);
      return at && isWanted(fix, level) && told.has(JSON.stringify([rule, at])) ? [{ rule, at }] : [];
    });
    return {
      ...linted,
      problems: [...linted.problems, ...problems],
      fixes: {
        fixed: problems.length > 0 ? 0 : fixed,
        files: problems.length > 0 ? [] : changed,
        suggested: left.filter(({ finding }) => !isWanted(finding.fix, level)).length,
        byHand: onceEach(byHand),
        isEndless: round === ROUNDS && left.some(({ file, finding }) => !file.printed && isWanted(finding.fix, level)),
      },
    };
  }

  async function mendAll(files: readonly FixableFile[]): Promise<number> {
    let sum = 0;
    const seen = new Map<string, string>();
    for (const file of files) {
      const wanted = file.findings.filter(({ fix }) => isWanted(fix, level));
      if (wanted.length === 0) continue;
      const text = texts.get(file.file) ?? (await readText(file.file));
      if (!before.has(file.file)) before.set(file.file, text);
      const real = realpathSync(file.file);
      // One file by two names is mended once. Of a source, each printed form may bring more.
      const other = file.printed ? undefined : seen.get(real);
      seen.set(real, file.file);
      const { text: mended, made } = other
        ? { text: texts.get(other) ?? text, made: 0 }
        : await mendFile(file, text, wanted);
      if (mended !== text) texts.set(file.file, mended);
      sum += made;
    }
    return sum;
  }

  async function mendFile(
    file: FixableFile,
    text: string,
    wanted: FixableFile["findings"],
  ): Promise<{ readonly text: string; readonly made: number }> {
    const { printed } = file;
    if (printed === undefined) {
      return mend(
        text,
        wanted.map(({ fix }) => fix),
      );
    }
    let source = text;
    let made = 0;
    for (const finding of wanted) {
      const mended = await mendSource(source, finding, { ...file, printed }, options);
      if (mended === undefined) continue;
      source = mended;
      made++;
    }
    return { text: source, made };
  }
}

function onceEach<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** Writes all or none. What somebody has changed in the meantime is left as it is. */
async function write(files: readonly FixedFile[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { path, before } of files) {
    accessSync(path, constants.W_OK);
    if ((await readText(path)) !== before) {
      problems.push({ path, message: "The file was changed while it was checked", help: "Run the fixes again" });
    }
  }
  if (problems.length > 0) return problems;
  const byRealPath = new Map(files.map(({ path, after }) => [realpathSync(path), after]));
  writeFiles([...byRealPath].map(([path, text]) => ({ path, text })));
  return [];
}
