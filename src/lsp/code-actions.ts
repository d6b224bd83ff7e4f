// The linter's fixes as changes that an editor offers.

import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type TextEdit } from "vscode-languageserver";
import { createPatcher } from "../blueprint/patch-edits.ts";
import { mend } from "../lint/mend.ts";
import type { Fix } from "../lint/rule.ts";
import type { Analysis } from "./analysis.ts";
import { rangeOf } from "./position.ts";

/** A finding as the editor shows it, with what mends it. */
export interface Told {
  readonly diagnostic: Diagnostic;
  readonly help: string | undefined;
  readonly fix: Fix | undefined;
}

export interface ActionOptions {
  readonly uri: string;
  readonly range: Range;
  /** The kinds that are asked for; each stands for those below it, too. */
  readonly only?: readonly CodeActionKind[];
}

/** All safe fixes of a document at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.cyanotype`;

/** What can be done about what is told. `told` must be of this very text. */
export function codeActions(analysis: Analysis, told: readonly Told[], options: ActionOptions): readonly CodeAction[] {
  const { only } = options;
  const isWanted = (kind: CodeActionKind): boolean =>
    only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? kind === CodeActionKind.QuickFix;
  if (analysis.document === undefined) return [];
  return [
    ...(isWanted(CodeActionKind.QuickFix) ? quickFixes(analysis, told, options) : []),
    ...(isWanted(FIX_ALL) ? fixAll(analysis, told, options) : []),
  ];
}

function quickFixes(
  { text, spanOf }: Analysis,
  told: readonly Told[],
  { uri, range }: ActionOptions,
): readonly CodeAction[] {
  const edits = createPatcher(text);
  const here = told.filter(({ diagnostic, fix }) => fix && overlap(diagnostic.range, range));
  return here.flatMap(({ diagnostic, help, fix }) => {
    const changes = fix && edits(fix.patch);
    if (changes === undefined) return [];
    const written = changes.map(
      (edit): TextEdit => ({ range: rangeOf(spanOf(edit.start, edit.end)), newText: edit.text }),
    );
    return {
      title: `Fix ${diagnostic.code}${help === undefined ? "" : `: ${help}`}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(fix?.safety === "safe" ? { isPreferred: true } : {}),
      edit: { changes: { [uri]: written } },
    };
  });
}

function fixAll({ text, spanOf }: Analysis, told: readonly Told[], { uri }: ActionOptions): readonly CodeAction[] {
  const safe = told.flatMap(({ fix }) => (fix?.safety === "safe" ? fix : []));
  const mended = mend(text, safe);
  if (mended.made === 0) return [];
  const { start, end, newText } = difference(text, mended.text);
  const written = { range: rangeOf(spanOf(start, end)), newText };
  return [{ title: "Fix all that is safe to fix", kind: FIX_ALL, edit: { changes: { [uri]: [written] } } }];
}

/** The part of a text that is another one now. */
function difference(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly newText: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) };
}

const overlap = (a: Range, b: Range): boolean => !isBehind(a.start, b.end) && !isBehind(b.start, a.end);

const isBehind = (a: Range["start"], b: Range["start"]): boolean =>
  a.line > b.line || (a.line === b.line && a.character > b.character);
