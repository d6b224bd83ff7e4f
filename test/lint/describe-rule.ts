import { describe, expect, test } from "vitest";
import type { JsonPlace } from "../../src/diagnostics/diagnostic.ts";
import { type Finding, lint } from "../../src/lint/linter.ts";
import type { Rule } from "../../src/lint/rule.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { readScheduling } from "../../src/model/scheduling.ts";
import { resolvePointer } from "../../src/util/json-pointer.ts";
import type { JsonObject } from "./blueprints.ts";

export interface Expected {
  /** The name of the message, not its words. */
  readonly message: string;
  /** JSON pointer of the place. */
  readonly at: string;
  /** The text that is underlined, when only a part of a value is meant. */
  readonly text?: string;
  /** What the reader is told to do, where it depends on the blueprint. */
  readonly help?: string;
}

/** Runs one rule over a blueprint. */
export function findings(rule: Rule, json: JsonObject): readonly Finding[] {
  const scenario = buildScenario({
    name: String(json.name),
    flows: [{ pointer: "/flow", modules: json.flow as readonly unknown[] }],
    metadata: json.metadata,
    scheduling: readScheduling(json, ""),
  });
  return lint({ scenario, json }, { severityOf: () => "warning", rules: [rule] });
}

/**
 * A rule's table: blueprints that it is silent about, and blueprints with exactly what it reports. Every message of
 * the rule must be provoked by some case.
 */
export function describeRule(
  rule: Rule,
  cases: {
    readonly good: Readonly<Record<string, JsonObject>>;
    readonly bad: Readonly<Record<string, { readonly given: JsonObject; readonly reports: readonly Expected[] }>>;
  },
): void {
  describe(rule.id, () => {
    test.for(Object.entries(cases.good))("is silent about %s", ([, given]) => {
      expect(findings(rule, given).map(({ message, at }) => `${at.pointer}: ${message}`)).toEqual([]);
    });

    test.for(Object.entries(cases.bad))("reports %s", ([, { given, reports }]) => {
      const found = findings(rule, given);
      expect(found.map((finding, index) => shown(finding, given, reports[index]))).toEqual(reports);
    });

    test("has a case for each of its messages, worded as one sentence", () => {
      const found = Object.values(cases.bad).flatMap(({ given }) => findings(rule, given));
      expect([...new Set(found.map(({ messageId }) => messageId))].sort()).toEqual(Object.keys(rule.messages).sort());
      for (const { message } of found) {
        expect(message).toMatch(/^[A-Z`0-9]/u);
        expect(message).not.toMatch(/[.!]$|\b(please|invalid input|something went wrong)\b/iu);
      }
    });
  });
}

function shown(finding: Finding, given: JsonObject, expected: Expected | undefined): Expected {
  const { messageId: message, at, help } = finding;
  return {
    message,
    at: at.pointer,
    ...(expected?.text !== undefined && { text: textAt(given, at) }),
    ...(expected?.help !== undefined && { help: help ?? "" }),
  };
}

function textAt(json: JsonObject, { pointer, range }: JsonPlace): string {
  const value = resolvePointer(json, pointer);
  return typeof value === "string" && range ? value.slice(range.start, range.end) : String(value);
}
