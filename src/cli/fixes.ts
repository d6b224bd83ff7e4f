import { createTwoFilesPatch } from "diff";
import { printable } from "../diagnostics/code-frame.ts";
import { count } from "../lint/formats/shown.ts";
import { isScenarioFile, shownPath } from "../load/find-files.ts";
import { type FixedFiles, type FixOptions, type FixOutcome, ROUNDS } from "../load/lint/fix-files.ts";

/** What was mended, and what is left, in a line or a few. */
export function describeFixes(
  { fixed, files, suggested, byHand, isEndless }: FixOutcome,
  { dryRun }: Pick<FixOptions, "dryRun">,
): string {
  const made = dryRun ? "would be fixed" : "fixed";
  const sum = fixed === 0 ? `Nothing ${made}` : `${fixed} ${made} in ${count(files.length, "file")}`;
  const lines = [suggested === 0 ? sum : `${sum}, ${left(suggested)}`];
  lines.push(
    ...byHand.map(({ rule, at }) => `${at.path}:${at.line}:${at.column}  mend \`${rule}\` by hand, in the source`),
  );
  if (isEndless) lines.push(`Fixes undo each other: given up after ${ROUNDS} rounds`);
  if (!dryRun && files.some(({ path }) => isScenarioFile(path))) {
    lines.push("Scenarios were mended: print their blueprints anew with `cyanotype compile`");
  }
  return lines.map((line) => `${printable(line)}\n`).join("");
}

const left = (fixes: number): string =>
  fixes === 1 ? "1 fix left: --fix=all makes it" : `${fixes} fixes left: --fix=all makes them`;

/** All changes as a unified diff. Secrets are covered in it. */
export function diffOf({ fixes, cover }: FixedFiles, cwd: string): string {
  return fixes.files
    .map(({ path, before, after }) => {
      const name = shownPath(path, cwd);
      const [old, mended] = [before, after].map((text) => cover(name, text.replace(/^\ufeff/u, "")));
      const patch = createTwoFilesPatch(name, name, old ?? "", mended ?? "", undefined, undefined, {
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      });
      return patch.split("\n").map(shownLine).join("\n");
    })
    .join("");
}

/** What a line ends with stays, so that the patch fits. */
const shownLine = (line: string): string =>
  line.endsWith("\r") ? `${printable(line.slice(0, -1))}\r` : printable(line);
