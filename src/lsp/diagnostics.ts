// Findings and problems as an editor shows them.

import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Problem, Severity } from "../diagnostics/diagnostic.ts";
import type { ReportedFinding } from "../lint/report.ts";
import { rangeOf } from "./position.ts";

const SOURCE = "cyanotype";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Where something is told: which document, where its rules' pages are. */
export interface DiagnosticContext {
  readonly uri: string;
  readonly pageOf: (rule: string) => string | undefined;
}

export function ofFinding(
  { rule, severity, related, ...told }: ReportedFinding,
  { uri, pageOf }: DiagnosticContext,
): Diagnostic {
  const href = pageOf(rule);
  return {
    range: rangeOf(told),
    severity: SEVERITIES[severity],
    code: rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: SOURCE,
    message: messageOf(told),
    ...(related
      ? {
          relatedInformation: related.map(({ message, ...place }) => ({
            message,
            location: { uri, range: rangeOf({ endLine: place.line, endColumn: place.column, ...place }) },
          })),
        }
      : {}),
  };
}

/** What keeps a file from being read. */
export const ofProblem = ({ span, ...told }: Problem): Diagnostic => ({
  range: rangeOf(span ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }),
  severity: DiagnosticSeverity.Error,
  source: SOURCE,
  message: messageOf(told),
});

/** What is wrong, and what to do on a line of its own. */
const messageOf = ({ message, help }: Pick<Problem, "message" | "help">): string =>
  help === undefined ? message : `${message}\n${help}`;
