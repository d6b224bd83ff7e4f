import { explainFault, type Slip } from "./explain-fault.ts";
import { createLineIndex } from "./line-index.ts";
import { MAX_PROBLEMS, type ReadProblem } from "./read-problem.ts";
import { scanJson } from "./scan-json.ts";

/** The problems of a text that is not JSON, in the order of the text. */
export function explainSyntax(text: string): readonly ReadProblem[] {
  const spanOf = createLineIndex(text);
  const foreign = explainForeignText(text);
  const slips = foreign === undefined ? findSlips(text, (offset) => spanOf(offset, offset).line) : [foreign];
  return slips.map(({ start, end, message, help }) => ({
    message,
    span: spanOf(start, end),
    ...(help !== undefined && { help }),
  }));
}

/** What is wrong with a text that was never meant to be JSON. */
function explainForeignText(text: string): Slip | undefined {
  const start = text.search(/\S/);
  if (start < 0) {
    return { start: 0, end: 0, message: "The file is empty", help: "Export the blueprint from Make's editor again" };
  }
  const conflict = /^<{7}(?: .*)?$/mu.exec(text);
  if (conflict) {
    const message = "A merge left both of its sides in the file";
    const help = "Choose one, and delete the lines with <<<<<<<, ======= and >>>>>>>";
    return { start: conflict.index, end: conflict.index + conflict[0].trimEnd().length, message, help };
  }
  if (text[start] === "<") {
    const message = "The file is a web page or XML, not JSON";
    return { start, end: start + 1, message, help: "Download the raw file, not the page that shows it" };
  }
  if (text.startsWith("```", start)) {
    const message = "The file is Markdown, not JSON";
    return { start, end: start + 3, message, help: "Keep only what stands between the lines with ```" };
  }
  if (/[\0\ufffd]/.test(text.slice(0, 4))) {
    return { start: 0, end: 1, message: "The file is not encoded as UTF-8", help: "Save it as UTF-8" };
  }
  return undefined;
}

/** Each slip that stands by itself is read as if it were mended, so that the next one is found in the same run. */
function findSlips(text: string, lineOf: (offset: number) => number): readonly Slip[] {
  const slips: Slip[] = [];
  let mended = text;
  while (slips.length < MAX_PROBLEMS) {
    const scan = scanJson(mended);
    if (scan.ok) break;
    const slip = explainFault({ ...scan.fault, text: mended, lineOf });
    slips.push(slip);
    if (slip.readAs === undefined) break;
    mended = mended.slice(0, slip.start) + slip.readAs.padEnd(slip.end - slip.start) + mended.slice(slip.end);
  }
  return slips;
}
