// What must hold of the linter whatever it is given.

import { isUtf8 } from "node:buffer";
import jsonPatch from "fast-json-patch";
import { createLocator } from "../../src/blueprint/locate.ts";
import { readBlueprint } from "../../src/blueprint/read.ts";
import type { JsonPlace, Span } from "../../src/diagnostics/diagnostic.ts";
import { fingerprint } from "../../src/lint/fingerprint.ts";
import { formatSarif } from "../../src/lint/formats/sarif.ts";
import { formatText } from "../../src/lint/formats/text.ts";
import { lint } from "../../src/lint/linter.ts";
import { createReport, locateFindings } from "../../src/lint/report.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { resolvePointer } from "../../src/util/json-pointer.ts";

/** Reads and checks an input with every rule. Throws when something does not hold. */
export function checkInput(bytes: Uint8Array): "unreadable" | "silent" | "findings" {
  if (!isUtf8(bytes)) return "unreadable";
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const read = readBlueprint(text);
  if (!read.ok) {
    if (read.problems.length === 0) throw new Error("It is refused without a word");
    for (const { span, message } of read.problems) checkSpan(span, text.replace(/^\ufeff/u, ""), message);
    return "unreadable";
  }
  const { document } = read;
  const json = resolvePointer(document.json, document.root);
  const scenario = scenarioOf(document);
  const findings = lint({ scenario, json, root: document.root }, { severityOf: () => "error" });
  const locate = createLocator(document.text, document.tape);
  for (const { rule, message, at, related, fix } of findings) {
    for (const place of [at, ...related.map((other) => other.at)]) {
      checkPlace(place, document.json, `${rule}: ${message}`);
      checkSpan(locate(place), document.text, `${rule}: ${message}`);
    }
    if (fix) applyPatch(document.json, fix.patch, rule);
  }
  const fingerprintOf = (finding: (typeof findings)[number]): string => fingerprint(finding, scenario);
  const report = createReport([locateFindings({ path: "a.json", findings, locate, fingerprintOf })], 1);
  const textOf = (): string => document.text;
  formatText(report, { textOf });
  formatSarif(report, { textOf, problems: [], pageOf: () => undefined, version: "0" });
  return findings.length > 0 ? "findings" : "silent";
}

function checkSpan({ line, column, endLine, endColumn }: Span, text: string, what: string): void {
  const lines = text.split(/\r\n|\n|\r/u);
  const isIn = (at: number, position: number): boolean =>
    at >= 1 && at <= lines.length && position >= 1 && position <= (lines[at - 1]?.length ?? 0) + 1;
  const isOrdered = endLine > line || (endLine === line && endColumn >= column);
  if (!isIn(line, column) || !isIn(endLine, endColumn) || !isOrdered) {
    throw new Error(`${what} points at ${line}:${column}-${endLine}:${endColumn}, which is not in the text`);
  }
}

/** What is missing is shown at the nearest thing around it; but a range lies in a text that is there. */
function checkPlace({ pointer, range }: JsonPlace, json: unknown, what: string): void {
  if (range === undefined) return;
  const value = resolvePointer(json, pointer);
  if (typeof value !== "string" || range.start < 0 || range.start > range.end || range.end > value.length) {
    throw new Error(`${what} points at ${range.start}-${range.end} of ${JSON.stringify(value)?.slice(0, 100)}`);
  }
}

function applyPatch(json: unknown, patch: Parameters<typeof JSON.stringify>[0], rule: string): void {
  try {
    jsonPatch.applyPatch(structuredClone(json), patch as jsonPatch.Operation[], true);
  } catch (error) {
    throw new Error(`The fix of ${rule} cannot be applied: ${(error as Error).message.slice(0, 200)}`);
  }
}
