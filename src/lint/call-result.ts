import type { Call, EmptyArgument, Expression } from "../iml/ast.ts";
import { findFunction } from "../iml/functions.ts";

export type Argument = Expression | EmptyArgument;

/** What can be told of a call without running it. */
export interface CallResult {
  /** A number, a date or a truth: its text is short, and has neither quotes nor line breaks. */
  readonly isPlain: boolean;
  /** The arguments one of which comes out as it is, where the function only chooses: `if`, `ifempty`, `switch`. */
  readonly choices: readonly Argument[] | undefined;
}

export function callResult({ name, args }: Call): CallResult {
  const { returns, params = [] } = findFunction(name) ?? {};
  if (typeof returns !== "object") {
    return { isPlain: returns === "number" || returns === "date" || returns === "boolean", choices: undefined };
  }
  if (!("sameAs" in returns)) return { isPlain: false, choices: undefined };
  return { isPlain: false, choices: args.filter((_, index) => returns.sameAs.includes(params[index]?.name ?? "")) };
}
