// What a check consists of, a line each: all formats for people show the same.

import { count, sumOf } from "../lint/formats/shown.ts";
import {
  type BaseComparison,
  type CheckReport,
  failsLint,
  hasTooManyWarnings,
  type PrintedFiles,
  type TypeReport,
} from "./report.ts";

export interface Step {
  /** Whether it holds; a step that nothing depends on has no answer. */
  readonly holds?: boolean;
  readonly text: string;
  /** What to do where it does not hold; commands stand in backticks. */
  readonly help?: string;
}

/** The steps that were gone through. */
export function stepsOf(report: CheckReport): readonly Step[] {
  const { scenarios, types, printed, lint, base } = report;
  return [
    ...(report.problems.length > 0 ? [troubleStep(report)] : scenarios > 0 ? [compileStep(report)] : []),
    ...(types ? typeSteps(types) : []),
    ...(printed.files + printed.stale.length > 0 ? [printedStep(printed)] : []),
    ...(lint.files > 0 ? [lintStep(report)] : []),
    ...(base ? [baseStep(base)] : []),
  ];
}

function troubleStep({ problems, lint }: CheckReport): Step {
  const found = count(problems.length, "problem");
  if (lint.files === 0) return { holds: false, text: `${found}: nothing was checked` };
  return {
    holds: false,
    text: `${found}: not everything could be checked`,
    help: "Mend what cannot be read or compiled first: what depends on it was not checked",
  };
}

function compileStep({ scenarios, environments }: CheckReport): Step {
  const [only, ...more] = environments;
  const where =
    more.length === 0 ? `for ${only}` : `for ${environments.length} environments: ${environments.join(", ")}`;
  return { holds: true, text: `${count(scenarios, "scenario")} compile${scenarios === 1 ? "s" : ""} ${where}` };
}

function typeSteps({ files, errors, unchecked, command }: TypeReport): readonly Step[] {
  return [
    ...(errors.length > 0
      ? [{ holds: false, text: `${count(errors.length, "error")} of types`, help: `\`${command}\` tells more of them` }]
      : files > 0
        ? [{ holds: true, text: "types hold" }]
        : []),
    ...unchecked.map((reason) => ({ text: `Types are not checked: ${reason}` })),
  ];
}

function printedStep({ files, stale, command }: PrintedFiles): Step {
  if (stale.length === 0) return { holds: true, text: `${count(files, "printed file")} ${isAre(files)} fresh` };
  const number = (state: string): number => stale.filter((file) => file.state === state).length;
  const parts = (["stale", "missing", "left over"] as const)
    .filter((state) => number(state) > 0)
    .map((state) => `${number(state)} ${state}`);
  const hasToPrint = number("left over") < stale.length;
  const advice = [
    ...(hasToPrint ? [`run \`${command}\``] : []),
    ...(number("left over") > 0 ? ["delete what is left over"] : []),
    "look at the change, and commit it",
  ].join(", ");
  return {
    holds: false,
    text: `Printed files: ${parts.join(", ")}`,
    help: advice.charAt(0).toUpperCase() + advice.slice(1),
  };
}

function lintStep({ lint, limits }: CheckReport): Step {
  const fails = failsLint(lint, limits);
  const allowed = hasTooManyWarnings(lint, limits)
    ? `, and at most ${count(limits.maxWarnings ?? 0, "warning")} allowed`
    : "";
  return {
    holds: !fails,
    text: `${sumOf(lint)}${allowed}`,
    ...(fails ? { help: "Mend what the linter has found; `cyanotype explain <rule>` tells more" } : {}),
  };
}

function baseStep({ ref, scenarios, newFindings, goneFindings, problems }: BaseComparison): Step {
  const changes = scenarios.length === 0 ? "no scenario has changed" : `${count(scenarios.length, "scenario")} changed`;
  const findings = [
    ...(newFindings.length > 0 ? [`${count(newFindings.length, "new finding")}`] : []),
    ...(goneFindings.length > 0 ? [`${count(goneFindings.length, "finding")} gone`] : []),
  ];
  return {
    text: [`Since ${ref}: ${changes}`, ...findings].join(", "),
    ...(problems.length > 0
      ? { help: "The state of that time could not be checked completely, so not everything can be compared" }
      : {}),
  };
}

const isAre = (amount: number): string => (amount === 1 ? "is" : "are");
