import { createLineIndex } from "../blueprint/line-index.ts";
import { codeFrame, printable } from "../diagnostics/code-frame.ts";
import type { Severity } from "../diagnostics/diagnostic.ts";
import type { Range } from "../iml/ast.ts";
import { checkTemplate } from "../iml/check.ts";
import { type EvaluationContext, evaluateTemplate } from "../iml/evaluate.ts";
import { isNothing, type Value } from "../iml/value.ts";
import { EXIT, type ExitCode, type Io } from "./io.ts";
import { painter } from "./paint.ts";

interface Remark {
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string | undefined;
  readonly range?: Range | undefined;
}

/**
 * Prints the value of a field to stdout, as JSON, and what is to be said about it to stderr. A line without braces is
 * an expression. `indent` is how far JSON is indented; without it, it stands on one line.
 */
export function tryMapping(line: string, context: EvaluationContext, io: Io, indent?: number): ExitCode {
  const text = line.includes("{{") ? line : `{{${line}}}`;
  const problems = checkTemplate(text);
  const result = evaluateTemplate(text, context);
  const failure = result.ok ? undefined : result.error;
  const remarks = problems.map(
    (problem): Remark => ({ ...problem, severity: isAt(problem.range, failure?.range) ? "error" : "warning" }),
  );
  if (failure !== undefined && !remarks.some(({ severity }) => severity === "error")) {
    remarks.unshift({ severity: "error", message: failure.message, range: failure.range });
  }
  if (result.ok) remarks.push(...unwritable(result.value));
  for (const remark of remarks) io.stderr(formatRemark(remark, text, io));
  if (!result.ok) return EXIT.findings;
  io.stdout(`${harmless(JSON.stringify(result.value ?? null, asJson, indent) ?? "null")}\n`);
  return EXIT.ok;
}

/** JSON leaves some characters that steer a terminal as they are; written as escapes they mean the same. */
const harmless = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const isAt = (range: Range, other: Range | undefined): boolean =>
  range.start === other?.start && range.end === other.end;

/** Bytes are shown in hexadecimal digits, as Make shows them; `value` is what they have become already. */
function asJson(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  const own = this[key];
  return own instanceof Uint8Array ? Buffer.from(own).toString("hex") : value;
}

/** Values that JSON does not tell from `null`. */
function unwritable(value: Value): readonly Remark[] {
  if (typeof value === "symbol") {
    return [
      { severity: "info", message: `The keyword \`${value.description}\` is an order to the module, not a value` },
    ];
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    return [{ severity: "info", message: `The value is \`${value}\`, which JSON has no word for` }];
  }
  return isNothing(value) ? [{ severity: "info", message: "There is no value" }] : [];
}

function formatRemark({ severity, message, help, range }: Remark, text: string, { colors }: Io): string {
  const paint = painter(colors);
  const frame = range === undefined ? [] : codeFrame(text, createLineIndex(text)(range.start, range.end));
  const lines = [
    `${paint(severity, severity)}  ${paint("strong", printable(message))}`,
    ...frame.map((line) => `  ${paint("quiet", line)}`),
    ...(help === undefined ? [] : [`${paint("quiet", "  help    ")}${printable(help)}`]),
  ];
  return `${lines.join("\n")}\n`;
}
