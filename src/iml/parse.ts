import type { Part, Template } from "./ast.ts";
import { MappingParser } from "./mapping-parser.ts";
import type { ImlProblem } from "./problem.ts";
import { findMapping } from "./scan.ts";
import * as syntax from "./syntax-problems.ts";

export interface ParsedTemplate {
  readonly template: Template;
  /** In the order of the text. */
  readonly problems: readonly ImlProblem[];
}

/** Reads any text; what is wrong with it is told beside the tree. Printing the tree gives the text back. */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: Part[] = [];
  const problems: ImlProblem[] = [];
  let position = 0;
  const addTextUpTo = (end: number) => {
    if (end > position) parts.push({ kind: "text", text: text.slice(position, end), range: { start: position, end } });
  };
  for (let found = findMapping(text, 0); found !== undefined; found = findMapping(text, position)) {
    if ("unclosed" in found) {
      problems.push(syntax.unclosedMapping({ start: found.unclosed, end: found.unclosed + 2 }));
      break;
    }
    if (found.braces > 3) {
      const many = found.braces - 2;
      const range = { start: found.start - many, end: found.start + 2 };
      const isClosed = text.startsWith("}".repeat(many), found.end);
      const extra = [
        { start: range.start, end: found.start },
        { start: found.end, end: found.end + many },
      ];
      problems.push(syntax.doubledBraces(range, isClosed ? extra : []));
    }
    addTextUpTo(found.start);
    parts.push(new MappingParser(text, found, problems).mapping());
    position = found.end;
  }
  addTextUpTo(text.length);
  problems.sort((a, b) => a.range.start - b.range.start);
  return { template: { parts }, problems };
}
