// Annotations in the log of a GitHub workflow, the worst first, and a line for each step of the check.

import { printable } from "../../diagnostics/code-frame.ts";
import { annotations } from "../../lint/formats/github.ts";
import { asLintReport } from "../as-lint-report.ts";
import type { CheckReport } from "../report.ts";
import { stepsOf } from "../steps.ts";

export function formatGithub(report: CheckReport): string {
  const steps = stepsOf(report).flatMap(({ holds, text, help }) => [
    `${holds === undefined ? "·" : holds ? "✓" : "✗"} ${text}`,
    ...(help === undefined ? [] : [`  ${help}`]),
  ]);
  const lines = [...annotations(asLintReport(report), report.problems), ...steps.map(printable)];
  return lines.map((line) => `${line}\n`).join("");
}
