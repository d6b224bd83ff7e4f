import { createInterface } from "node:readline";
import { completionsOf } from "../iml/complete.ts";
import type { EvaluationContext } from "../iml/evaluate.ts";
import { EXIT, type ExitCode, type Io } from "./io.ts";
import { tryMapping } from "./try-mapping.ts";

/** Where lines come from. With a terminal, a person edits them: there is a history, and Tab completes. */
export interface Lines {
  readonly input: NodeJS.ReadableStream;
  readonly terminal?: NodeJS.WritableStream;
}

/** Evaluates one mapping a line. A person's slips are no failure; a line of a file that has no value is one. */
export async function answerLines({ input, terminal }: Lines, context: EvaluationContext, io: Io): Promise<ExitCode> {
  const lines =
    terminal === undefined
      ? createInterface({ input })
      : createInterface({ input, output: terminal, terminal: true, prompt: "> ", completer: complete });
  // What was typed ahead is still answered when the terminal is closed, and nobody is asked for more.
  let isOpen = terminal !== undefined;
  lines.once("close", () => {
    isOpen = false;
  });
  const ask = (): void => {
    if (isOpen) lines.prompt();
  };
  if (terminal !== undefined) io.stdout("One expression a line; Tab completes, Ctrl+D ends.\n");
  let code: ExitCode = EXIT.ok;
  ask();
  for await (const line of lines) {
    if (line.trim() !== "") {
      const result = tryMapping(line, context, io, terminal === undefined ? undefined : 2);
      if (terminal === undefined && result !== EXIT.ok) code = result;
    }
    ask();
  }
  return code;
}

const WORD_AT_END = /[\p{L}_$][\p{L}\p{N}_$.]*$/u;

function complete(line: string): [string[], string] {
  const word = WORD_AT_END.exec(line)?.[0] ?? "";
  return [completionsOf(word).map(({ label, kind }) => (kind === "function" ? `${label}(` : label)), word];
}
