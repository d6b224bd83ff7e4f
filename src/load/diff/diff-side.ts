// One state of the scenarios in a file: a blueprint, or a file of scenarios as it is printed for one environment.

import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import type { ScenarioSide } from "../../diff/compare-scenarios.ts";
import { findSecrets } from "../../lint/secrets.ts";
import { scenarioOf } from "../../model/scenario-of.ts";
import { isScenarioFile } from "../find-files.ts";
import { readBlueprintFile } from "../read-blueprint-file.ts";

/** A scenario in one state. */
export interface DiffSide extends ScenarioSide {
  /** The document that a patch is made for. */
  readonly json: unknown;
  /** What must not be shown. */
  readonly secrets: readonly string[];
  /** What the file is called that a scenario is printed to. */
  readonly printedAs?: string;
}

export interface SideOptions {
  /** The folder with what was printed before: from it, steps keep their ids. */
  readonly out: string;
  readonly env?: string;
}

/** Reads the scenarios in a file. Throws a `ProblemError` when it cannot be read. */
export async function readSides(file: string, options: SideOptions): Promise<readonly DiffSide[]> {
  return isScenarioFile(file) ? readPrinted(file, options) : [await readBlueprint(file)];
}

async function readBlueprint(file: string): Promise<DiffSide> {
  // Long numbers are told apart by all of their digits; a number that no program reads exactly is taken as it is read.
  const exact = await readBlueprintFile(file, { exact: true });
  const result = exact.ok ? exact : await readBlueprintFile(file);
  if (!result.ok) throw new ProblemError(result.problems);
  const { document } = result;
  const scenario = scenarioOf(document);
  return { scenario, blueprint: document.blueprint, json: document.json, secrets: secretsIn(scenario) };
}

async function readPrinted(file: string, { out, env }: SideOptions): Promise<readonly DiffSide[]> {
  const { compileFiles } = await import("../compile-files.ts");
  const { printedSide } = await import("./printed-side.ts");
  const printed = await compileFiles([file], { out, ...(env === undefined ? {} : { env }) });
  const environment = printed[0]?.environment.name;
  return printed.filter((each) => each.environment.name === environment).map(printedSide);
}

export const secretsIn = (scenario: DiffSide["scenario"]): readonly string[] =>
  findSecrets(scenario).map(({ value }) => value);

/** A scenario in both states, or in the only one that there is. */
export type SidePair = readonly [before: DiffSide | undefined, after: DiffSide | undefined];

/** Which scenario of a file is which of another one: the only ones, or those of one name. */
export function pairSides(before: readonly DiffSide[], after: readonly DiffSide[]): readonly SidePair[] {
  if (before.length === 1 && after.length === 1) return [[before[0], after[0]]];
  const left = new Set(before);
  const pairs = after.map((side): SidePair => {
    const other = [...left].find(({ scenario }) => scenario.name === side.scenario.name);
    if (other) left.delete(other);
    return [other, side];
  });
  return [...pairs, ...[...left].map((side): SidePair => [side, undefined])];
}

/** Tells the problems of several readings at once. */
export async function collectProblems<T>(
  readings: readonly (() => Promise<T>)[],
  rename: (problem: Problem) => Problem = (problem) => problem,
): Promise<readonly T[]> {
  const results: T[] = [];
  const problems: Problem[] = [];
  for (const read of readings) {
    try {
      results.push(await read());
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems.map(rename));
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return results;
}
