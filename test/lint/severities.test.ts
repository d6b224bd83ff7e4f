import { describe, expect, test } from "vitest";
import type { ProblemError } from "../../src/diagnostics/diagnostic.ts";
import type { Rule } from "../../src/lint/rule.ts";
import { rules } from "../../src/lint/rules.generated.ts";
import { severities } from "../../src/lint/severities.ts";

const rule = (id: string): Rule => {
  const found = rules.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};

describe("the severity of a rule", () => {
  test("is the preset's unless it was set", () => {
    const severityOf = severities("recommended", ["weak-evidence=warning"]);
    expect(severityOf(rule("missing-error-handler"))).toBe("warning");
    expect(severityOf(rule("weak-evidence"))).toBe("warning");
    expect(severities("strict")(rule("missing-error-handler"))).toBe("error");
  });

  test("cannot be set for a rule that does not exist, or to a word that is none", () => {
    const problems = (): readonly string[] => {
      try {
        severities("strict", ["dangling-referense=off", "weak-evidence=loud", "weak-evidence"]);
        return [];
      } catch (error) {
        return (error as ProblemError).problems.map(({ message, help }) => `${message}. ${help}`);
      }
    };
    expect(problems()).toEqual([
      "There is no rule `dangling-referense`. Did you mean `dangling-reference`?",
      "`weak-evidence=loud` sets no severity. Write weak-evidence=off, =info, =warning, =error",
      "`weak-evidence` sets no severity. Write weak-evidence=off, =info, =warning, =error",
    ]);
  });
});
