import { describe, expect, test } from "vitest";
import type { Severity } from "../../src/diagnostics/diagnostic.ts";
import { lint } from "../../src/lint/linter.ts";
import { createProject } from "../../src/lint/project.ts";
import type { Rule, RuleFinding } from "../../src/lint/rule.ts";
import { buildScenario } from "../../src/model/scenario.ts";
import { readScheduling } from "../../src/model/scheduling.ts";
import type { JsonObject } from "./blueprints.ts";

export interface ExpectedBetween {
  /** Which of the blueprints, from 0. */
  readonly in: number;
  /** The name of the message, not its words. */
  readonly message: string;
  /** JSON pointer of the place. */
  readonly at: string;
  /** What the reader is told to do, where it depends on the blueprints. */
  readonly help?: string;
}

interface Found {
  readonly scenario: number;
  readonly finding: RuleFinding;
}

/** Runs one rule over several blueprints together, with a severity for each of them. */
function findingsBetween(
  rule: Rule,
  blueprints: readonly JsonObject[],
  severityIn: (scenario: number) => Severity | "off" = () => "warning",
): readonly Found[] {
  const project = createProject([rule]);
  for (const [index, json] of blueprints.entries()) {
    const scenario = buildScenario({
      name: String(json.name),
      isFragment: json.subflows !== undefined,
      flows: [{ pointer: "/flow", modules: json.flow as readonly unknown[] }],
      metadata: json.metadata,
      scheduling: readScheduling(json, ""),
    });
    lint({ scenario, json }, { severityOf: () => severityIn(index), rules: [rule], project });
  }
  return project.check();
}

/** The table of a rule that looks at several scenarios: as `describeRule`, with a list of blueprints in each case. */
export function describeProjectRule(
  rule: Rule,
  cases: {
    readonly good: Readonly<Record<string, readonly JsonObject[]>>;
    readonly bad: Readonly<
      Record<string, { readonly given: readonly JsonObject[]; readonly reports: readonly ExpectedBetween[] }>
    >;
  },
): void {
  describe(rule.id, () => {
    test.for(Object.entries(cases.good))("is silent about %s", ([, given]) => {
      expect(findingsBetween(rule, given).map(({ finding }) => `${finding.at.pointer}: ${finding.message}`)).toEqual(
        [],
      );
    });

    test.for(Object.entries(cases.bad))("reports %s", ([, { given, reports }]) => {
      const found = findingsBetween(rule, given).map(({ scenario, finding }, index) => ({
        in: scenario,
        message: finding.messageId,
        at: finding.at.pointer,
        ...(reports[index]?.help !== undefined && { help: finding.help ?? "" }),
      }));
      expect(found).toEqual(reports);
    });

    test.for(Object.entries(cases.bad))("says nothing of %s in a file for which it is off", ([, { given }]) => {
      expect(findingsBetween(rule, given, () => "off")).toEqual([]);
    });

    test("has a case for each of its messages, worded as one sentence", () => {
      const found = Object.values(cases.bad).flatMap(({ given }) => findingsBetween(rule, given));
      expect([...new Set(found.map(({ finding }) => finding.messageId))].sort()).toEqual(
        Object.keys(rule.messages).sort(),
      );
      for (const { finding } of found) {
        expect(finding.message).toMatch(/^[A-Z`0-9]/u);
        expect(finding.message).not.toMatch(/[.!]$|\b(please|invalid input|something went wrong)\b/iu);
      }
    });
  });
}
