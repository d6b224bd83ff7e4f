// Lines and columns: the protocol counts them from 0, everything else here from 1. Columns are UTF-16 units in both.

import type { Range } from "vscode-languageserver";
import type { Span } from "../diagnostics/diagnostic.ts";

export const rangeOf = ({ line, column, endLine, endColumn }: Span): Range => ({
  start: { line: line - 1, character: column - 1 },
  end: { line: endLine - 1, character: endColumn - 1 },
});
