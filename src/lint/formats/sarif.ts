// SARIF 2.1.0, as code scanning reads it. A finding stands at the author's line where there is one; then the place in
// the blueprint is a related one. Columns count from 1, in UTF-16 units.

import { createLineIndex } from "../../blueprint/line-index.ts";
import { createPatcher } from "../../blueprint/patch-edits.ts";
import { printable } from "../../diagnostics/code-frame.ts";
import type { Problem, Severity, Span } from "../../diagnostics/diagnostic.ts";
import { listedRules } from "../listed-rules.ts";
import type { Report, ReportedFinding, ReportedSuppression } from "../report.ts";
import type { RuleSeverity } from "../rule.ts";
import type { FormatContext } from "./format.ts";
import { shownPlace } from "./shown.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;
/** What GitHub calls the severities. */
const GITHUB_SEVERITIES = { error: "error", warning: "warning", info: "recommendation" } as const;

type Context = Pick<FormatContext, "textOf" | "problems" | "pageOf" | "version">;

export function formatSarif(report: Report, context: Context): string {
  const results = [...report.findings, ...(report.suppressed ?? [])];
  const table = ruleTable(results, context);
  const indexes = new Map(table.map(({ id }, index) => [id, index]));
  const counts = new Map<string, number>();
  const fixOf = createFixes(context);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Cyanotype",
            version: context.version,
            semanticVersion: context.version,
            informationUri: "https://cyanotype.dev",
            rules: table,
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: context.problems.length === 0,
            ...(context.problems.length > 0
              ? { toolExecutionNotifications: context.problems.map(notificationOf) }
              : {}),
          },
        ],
        results: results.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: indexes.get(finding.rule),
          level: LEVELS[finding.severity],
          message: { text: sentences(finding) },
          locations: [locationOf(finding)],
          ...relatedOf(finding),
          ...printOf(finding, counts),
          ...fixOf(finding),
          ...suppressionOf(finding),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Every rule, and in full those that found something: the pages of all would be most of the report. */
function ruleTable(found: readonly ReportedFinding[], { pageOf }: Context) {
  const told = new Set(found.map(({ rule }) => rule));
  const known = listedRules.map(({ id, summary, severity: { recommended, strict }, category, since, fixable }) => {
    const page = told.has(id) ? pageOf(id) : undefined;
    return {
      id,
      shortDescription: { text: summary },
      fullDescription: { text: `${summary}.` },
      help:
        page === undefined
          ? { text: `\`cyanotype explain ${id}\` tells more.` }
          : { text: plainText(page), markdown: page.replace(/<!--.*?-->\n?/gsu, "") },
      defaultConfiguration: { enabled: recommended !== "off", level: levelOf(recommended, strict) },
      properties: {
        tags: [category],
        "problem.severity": GITHUB_SEVERITIES[severityOf(recommended, strict)],
        since,
        ...(fixable === undefined ? {} : { fixable }),
      },
    };
  });
  const strangers = [...told].filter((id) => !known.some((rule) => rule.id === id));
  return [...known, ...strangers.map((id) => ({ id }))];
}

/** A rule that is off by default has the severity it would have. */
const severityOf = (recommended: RuleSeverity, strict: RuleSeverity): Severity =>
  recommended !== "off" ? recommended : strict !== "off" ? strict : "info";
const levelOf = (recommended: RuleSeverity, strict: RuleSeverity) => LEVELS[severityOf(recommended, strict)];

/** A page for viewers that show no Markdown: what it says of the reasons, without the examples. */
const plainText = (page: string): string =>
  (/\n## Why\n+(.*?)\n## /su.exec(page)?.[1] ?? page).replace(/```.*?```/gsu, "").trim();

/** A message and its help, as sentences. What a blueprint says never becomes a link, which viewers would show. */
const sentences = ({ message, help }: { readonly message: string; readonly help?: string }): string =>
  [message, ...(help === undefined ? [] : [help])]
    .map((text) => (/[.?!]$/u.test(text) ? text : `${text}.`))
    .map((text) => printable(text).replaceAll("](", "] ("))
    .join(" ");

/** Paths are relative to where the command ran, which is the root of the sources to those who read the report. */
function artifactOf(path: string) {
  const uri = path
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
  if (/^[A-Za-z]%3A\//u.test(uri)) return { uri: `file:///${uri.replace("%3A", ":")}` };
  if (uri.startsWith("/")) return { uri: `file://${uri}` };
  return uri.startsWith("../") ? { uri } : { uri, uriBaseId: "%SRCROOT%" };
}

const regionOf = ({ line, column, endLine, endColumn }: Span) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

function locationOf(finding: ReportedFinding) {
  const place = shownPlace(finding);
  return {
    physicalLocation: { artifactLocation: artifactOf(place.path), region: regionOf(place) },
    ...(finding.source ? {} : logicalOf(finding.pointer)),
  };
}

/** The JSON pointer; that of the whole document has no letters, and names nothing. */
const logicalOf = (pointer: string) =>
  pointer === "" ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: "member" }] };

function relatedOf(finding: ReportedFinding) {
  const { path, pointer, source, related = [] } = finding;
  const places = [
    ...(source
      ? [
          {
            message: { text: "In the blueprint that is printed from it" },
            physicalLocation: { artifactLocation: artifactOf(path), region: regionOf(finding) },
            ...logicalOf(pointer),
          },
        ]
      : []),
    ...related.map(({ message, line, column, pointer: at, source: written }) => {
      const place = written ?? { path, line, column };
      return {
        message: { text: sentences({ message }) },
        physicalLocation: {
          artifactLocation: artifactOf(place.path),
          region: { startLine: place.line, startColumn: place.column },
        },
        ...(written ? {} : logicalOf(at)),
      };
    }),
  ];
  return places.length > 0 ? { relatedLocations: places.map((place, id) => ({ id, ...place })) } : {};
}

/** Equal fingerprints in a file are counted, so that two mistakes are two alerts. */
function printOf(finding: ReportedFinding, counts: Map<string, number>) {
  const { fingerprint } = finding;
  if (fingerprint === undefined) return {};
  const key = JSON.stringify([shownPlace(finding).path, fingerprint]);
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return { partialFingerprints: { "cyanotype/v1": `${fingerprint}:${count}` } };
}

/** Fixes as edits of the text. What was printed from a scenario is not mended in the print. */
function createFixes({ textOf }: Context) {
  const open = (text: string) => ({ edits: createPatcher(text), spanOf: createLineIndex(text) });
  const files = new Map<string, ReturnType<typeof open>>();
  return ({ fix, path, source, help }: ReportedFinding) => {
    const text = fix && !source ? textOf(path) : undefined;
    if (fix === undefined || text === undefined) return {};
    const file = files.get(path) ?? open(text);
    files.set(path, file);
    const edits = file.edits(fix.patch);
    if (edits === undefined) return {};
    const replacements = edits.map(({ start, end, text: inserted }) => ({
      deletedRegion: regionOf(file.spanOf(start, end)),
      ...(inserted === "" ? {} : { insertedContent: { text: inserted } }),
    }));
    return {
      fixes: [
        {
          ...(help === undefined ? {} : { description: { text: printable(help) } }),
          artifactChanges: [{ artifactLocation: artifactOf(path), replacements }],
          properties: { safety: fix.safety },
        },
      ],
    };
  };
}

function suppressionOf(finding: ReportedFinding | ReportedSuppression) {
  if (!("suppression" in finding)) return {};
  const { by, reason } = finding.suppression;
  return { suppressions: [{ kind: by === "source" ? "inSource" : "external", justification: printable(reason) }] };
}

const notificationOf = ({ path, span, ...said }: Problem) => ({
  level: "error",
  message: { text: sentences(said) },
  ...(path === undefined
    ? {}
    : {
        locations: [
          { physicalLocation: { artifactLocation: artifactOf(path), ...(span ? { region: regionOf(span) } : {}) } },
        ],
      }),
});
