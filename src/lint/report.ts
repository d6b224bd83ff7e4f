// The report: what a machine reads as JSON, and what every other format is made from.

import type { FilePosition, JsonPlace, Severity, Span } from "../diagnostics/diagnostic.ts";
import type { Finding } from "./linter.ts";
import type { Fix } from "./rule.ts";

/** A finding with lines and columns. Optional parts are there when they exist. */
export interface ReportedFinding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  /** The file that was checked: the blueprint, also when it was printed from a scenario. */
  readonly path: string;
  readonly pointer: string;
  /** Where the author of a scenario wrote the module. */
  readonly source?: FilePosition;
  readonly related?: readonly {
    readonly message: string;
    readonly pointer: string;
    readonly line: number;
    readonly column: number;
  }[];
  readonly fix?: Fix;
}

export interface Report {
  readonly version: 1;
  /** How many blueprints were checked. */
  readonly files: number;
  readonly findings: readonly ReportedFinding[];
  readonly summary: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly suppressed: number;
  };
}

/** A blueprint that was checked, and what is needed to show where its findings are. */
export interface CheckedFile {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly locate: (place: JsonPlace) => Span;
  /** Where the author of a scenario wrote the module at a pointer, or the nearest one around it. */
  readonly sourceOf?: (pointer: string) => FilePosition | undefined;
}

/** Puts findings in order: by file, line, column, rule. The same finding in two printed forms of a scenario is one. */
export function createReport(files: readonly CheckedFile[]): Report {
  const findings = files.flatMap(({ path, findings, locate, sourceOf }) =>
    findings.map(({ rule, severity, message, help, at, related, fix }): ReportedFinding => {
      const source = sourceOf?.(at.pointer);
      return {
        rule,
        severity,
        message,
        ...(help === undefined ? {} : { help }),
        path,
        pointer: at.pointer,
        ...locate(at),
        ...(source ? { source } : {}),
        ...(related.length > 0
          ? {
              related: related.map(({ message: note, at: place }) => {
                const { line, column } = locate(place);
                return { message: note, pointer: place.pointer, line, column };
              }),
            }
          : {}),
        ...(fix ? { fix } : {}),
      };
    }),
  );
  const byIdentity = new Map<string, ReportedFinding>();
  for (const finding of findings) {
    const key = identity(finding);
    if (!byIdentity.has(key)) byIdentity.set(key, finding);
  }
  const once = [...byIdentity.values()].sort(byPosition);
  const count = (severity: Severity): number => once.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    files: files.length,
    findings: once,
    summary: { error: count("error"), warning: count("warning"), info: count("info"), suppressed: 0 },
  };
}

/** A scenario is checked in each form it is printed in; what its author must mend is in the source, once. */
const identity = ({ rule, message, path, pointer, line, column, source }: ReportedFinding): string =>
  JSON.stringify(source ? [rule, message, source, pointer] : [rule, message, path, pointer, line, column]);

const shownAt = ({ source, path, line, column }: ReportedFinding): FilePosition => source ?? { path, line, column };

function byPosition(a: ReportedFinding, b: ReportedFinding): number {
  const [first, second] = [shownAt(a), shownAt(b)];
  return (
    compare(first.path, second.path) ||
    first.line - second.line ||
    first.column - second.column ||
    compare(a.rule, b.rule)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
