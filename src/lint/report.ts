// The report: what a machine reads as JSON, and what every other format is made from.

import type { FilePosition, JsonPlace, Severity, Span } from "../diagnostics/diagnostic.ts";
import type { Finding } from "./linter.ts";
import type { Fix } from "./rule.ts";
import { createCover } from "./secrets.ts";
import type { SuppressedFinding, Suppression } from "./suppressions.ts";

/** A finding with lines and columns. Optional parts are there when they exist. */
export interface ReportedFinding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  /** The file that was checked: the blueprint, also when it was printed from a scenario. */
  readonly path: string;
  readonly pointer: string;
  /** Where the author of a scenario wrote it: the value, where that is certain, and else the name of the step. */
  readonly source?: FilePosition;
  readonly related?: readonly {
    readonly message: string;
    readonly pointer: string;
    readonly line: number;
    readonly column: number;
    /** Where the author of a scenario wrote it. */
    readonly source?: FilePosition;
  }[];
  readonly fix?: Fix;
  /** What it is recognized by tomorrow; equal ones are equally many findings. There when it was asked for. */
  readonly fingerprint?: string;
}

/** A finding that somebody accepts. */
export interface ReportedSuppression extends ReportedFinding {
  readonly suppression: Pick<Suppression, "by" | "reason" | "expires">;
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
  /** Findings that somebody accepts; they are not in `findings`. */
  readonly suppressed?: readonly ReportedSuppression[];
}

/** A blueprint that was checked, and what is needed to show where its findings are. */
export interface CheckedFile {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly suppressed?: readonly SuppressedFinding[];
  /** Findings that are in the baseline: they are only counted. */
  readonly known?: readonly Finding[];
  readonly locate: (place: JsonPlace) => Span;
  /** Where the author of a scenario wrote what stands at a place. */
  readonly sourceOf?: (place: JsonPlace) => FilePosition | undefined;
  /** The same, but no smaller than a step: by that, a finding is recognized in every form the scenario is printed in. */
  readonly stepOf?: (place: JsonPlace) => FilePosition | undefined;
  readonly fingerprintOf?: (finding: Finding) => string;
  /** Texts that must not be shown; without any, nothing is covered. */
  readonly secrets?: readonly string[];
}

/** A blueprint's findings with their places: all that is left of it when the next one is read. */
export interface LocatedFile {
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly ReportedSuppression[];
  /** What each finding is recognized by in another form of its scenario, in their order. */
  readonly identities: Readonly<Record<"findings" | "suppressed" | "known", readonly Identity[]>>;
}

interface Identity {
  readonly key: string;
  /** The step of the scenario's author. */
  readonly step: FilePosition | undefined;
}

/** Looks up where the findings of a file are. */
export function locateFindings(file: CheckedFile): LocatedFile {
  const cover = createCover(file.secrets ?? []);
  return {
    findings: file.findings.map((finding) => locateFinding(finding, file, cover)),
    suppressed: (file.suppressed ?? []).map(({ finding, suppression: { by, reason, expires } }) => ({
      ...locateFinding(finding, file, cover),
      suppression: { by, reason, ...(expires === undefined ? {} : { expires }) },
    })),
    identities: {
      findings: identitiesOf(file.findings, file),
      suppressed: identitiesOf(
        (file.suppressed ?? []).map(({ finding }) => finding),
        file,
      ),
      known: identitiesOf(file.known ?? [], file),
    },
  };
}

/**
 * A scenario is checked in each form that it is printed in; what its author must mend is in the source, once. Places in
 * the forms differ, so it is the how many-th of its kind in a step. Lines are not looked up: there may be thousands.
 */
function identitiesOf(findings: readonly Finding[], { path, stepOf }: CheckedFile): readonly Identity[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, message, at }) => {
    const step = stepOf?.(at);
    if (step === undefined) {
      const { pointer, range, key } = at;
      return { key: `${[rule, path, pointer, key, range?.start, range?.end].join("\0")}\0${message}`, step };
    }
    const kind = JSON.stringify([rule, message, step]);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { key: `${count} ${kind}`, step };
  });
}

/**
 * Puts findings in order: by file, line, column, rule. The same finding in two printed forms of a scenario is one.
 * `files` is how many blueprints were checked.
 */
export function createReport(located: readonly LocatedFile[], files: number): Report {
  const findings = once(located.map((file) => ({ found: file.findings, identities: file.identities.findings })));
  const suppressed = once(located.map((file) => ({ found: file.suppressed, identities: file.identities.suppressed })));
  const known = new Set(located.flatMap((file) => file.identities.known.map(({ key }) => key)));
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    files,
    findings,
    summary: {
      error: count("error"),
      warning: count("warning"),
      info: count("info"),
      suppressed: suppressed.length + known.size,
    },
    ...(suppressed.length > 0 ? { suppressed } : {}),
  };
}

function locateFinding(
  finding: Finding,
  { path, locate, sourceOf, fingerprintOf }: CheckedFile,
  cover: (text: string) => string,
): ReportedFinding {
  const { rule, severity, message, help, at, related, fix } = finding;
  const source = sourceOf?.(at);
  return {
    rule,
    severity,
    message: cover(message),
    ...(help === undefined ? {} : { help: cover(help) }),
    path,
    pointer: at.pointer,
    ...locate(at),
    ...(source ? { source } : {}),
    ...(related.length > 0
      ? {
          related: related.map(({ message: note, at: place }) => {
            const { line, column } = locate(place);
            const written = sourceOf?.(place);
            const told = { message: cover(note), pointer: place.pointer, line, column };
            return written ? { ...told, source: written } : told;
          }),
        }
      : {}),
    ...(fix && !holdsSecret(fix, cover) ? { fix } : {}),
    ...(fingerprintOf ? { fingerprint: fingerprintOf(finding) } : {}),
  };
}

/** A change that carries a secret is made, but not shown. */
function holdsSecret(fix: Fix, cover: (text: string) => string): boolean {
  const text = JSON.stringify(fix.patch);
  return cover(text) !== text;
}

/** In order, and each once: of a scenario's forms, the first in which more is known than the step. */
function once<T extends ReportedFinding>(
  files: readonly { readonly found: readonly T[]; readonly identities: readonly Identity[] }[],
): readonly T[] {
  const byIdentity = new Map<string, T>();
  for (const { found, identities } of files) {
    for (const [index, finding] of found.entries()) {
      const { key, step } = identities[index] as Identity;
      const known = byIdentity.get(key);
      const tellsMore = known !== undefined && isAt(known.source, step) && !isAt(finding.source, step);
      if (known === undefined || tellsMore) byIdentity.set(key, finding);
    }
  }
  return [...byIdentity.values()].sort(byPosition);
}

const isAt = (source: FilePosition | undefined, step: FilePosition | undefined): boolean =>
  source !== undefined && source.line === step?.line && source.column === step.column;

const shownAt = ({ source, path, line, column }: ReportedFinding): FilePosition => source ?? { path, line, column };

function byPosition(a: ReportedFinding, b: ReportedFinding): number {
  const first = shownAt(a);
  const second = shownAt(b);
  return (
    compare(first.path, second.path) ||
    first.line - second.line ||
    first.column - second.column ||
    compare(a.rule, b.rule)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
