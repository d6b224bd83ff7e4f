// The gate: what compiles, whether its types hold, what is committed, what the linter finds, and what was at the base.

import { relative } from "node:path";
import {
  type BaseComparison,
  type CheckReport,
  createCheckReport,
  type Limits,
  type StaleFile,
} from "../../check/report.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import { shellWord } from "../../util/shell-word.ts";
import { shownPath } from "../find-files.ts";
import type { LintFilesOptions } from "../lint/lint-files.ts";
import { namePosition } from "../scenarios/point-at-name.ts";
import { type CheckedState, checkState } from "./check-state.ts";
import { type CheckedTypes, checkTypes } from "./check-types.ts";

export interface CheckFilesOptions extends LintFilesOptions {
  /** A branch, a tag or a commit: what has changed since this one and it parted is told as well. */
  readonly base?: string;
  readonly limits: Limits;
  /** A problem as it is shown. */
  readonly shown: (problem: Problem) => Problem;
}

export interface CheckedFiles extends Pick<CheckedState, "textOf" | "checked" | "problems" | "baseline"> {
  readonly report: CheckReport;
}

/** Checks everything behind what a person typed; without anything, the current folder. */
export async function checkFiles(patterns: readonly string[], options: CheckFilesOptions): Promise<CheckedFiles> {
  const { base: ref, cwd, out, limits, shown } = options;
  const started: Promise<CheckedTypes>[] = [];
  const state = await checkState(patterns, {
    ...options,
    fingerprints: options.fingerprints || ref !== undefined,
    onFound: (scenarios) => {
      if (scenarios.length > 0) started.push(checkTypes(scenarios, { cwd, patterns }));
    },
  });
  const problems = [...state.problems, ...(state.files.length + state.problems.length === 0 ? [NOTHING] : [])];
  const base = ref === undefined ? undefined : await baseOf(ref);
  const { printed } = state.compilation;
  const stale = staleFiles(state, cwd);
  const [types] = await Promise.all(started);
  problems.push(...(types?.problems ?? []));
  return {
    ...state,
    problems,
    report: createCheckReport({
      limits,
      scenarios: new Set(printed.map(({ scenario }) => scenario)).size,
      environments: [...new Set(printed.map(({ environment }) => environment.name))].sort(),
      problems: problems.map(shown),
      ...(types ? { types: types.report } : {}),
      printed: {
        files: printed.reduce((sum, { deployment }) => sum + (deployment ? 2 : 1), 0),
        stale,
        command: compileCommand(patterns, stale, {
          out: relative(cwd, out),
          ...(options.env === undefined ? {} : { env: options.env }),
        }),
      },
      lint: state.report,
      ...(base ? { base } : {}),
    }),
  };

  /** Where there is no such base, everything else is told all the same. */
  async function baseOf(from: string): Promise<BaseComparison | undefined> {
    const { compareWithBase } = await import("./compare-with-base.ts");
    try {
      const comparison = await compareWithBase(from, patterns, state, options);
      return { ...comparison, problems: comparison.problems.map(shown) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  }
}

/** A gate that checked nothing must not be green. */
const NOTHING: Problem = {
  message: "Nothing was checked",
  help: "Look at `ignores` in the configuration: it leaves out what the scenarios are printed to",
};

function staleFiles({ compilation: { printed }, comparison }: CheckedState, cwd: string): readonly StaleFile[] {
  const scenarios = new Map(
    printed.flatMap((each) =>
      [each.path, ...(each.deployment ? [each.deployment.path] : [])].map((path) => [path, each]),
    ),
  );
  const changed = comparison.changed.map(({ path, state }): StaleFile => {
    const { scenario, file } = scenarios.get(path) ?? {};
    const position = scenario?.position;
    const place = position && file && namePosition(position, file.text, scenario.name);
    return {
      path: shownPath(path, cwd),
      state: state === "new" ? "missing" : "stale",
      ...(place ? { source: { ...place, path: shownPath(place.path, cwd) } } : {}),
    };
  });
  return [
    ...changed,
    ...comparison.leftOver.map((path): StaleFile => ({ path: shownPath(path, cwd), state: "left over" })),
  ];
}

/** More files make a command that nobody reads. */
const MOST_NAMED = 5;

/** What prints the stale files anew: without any file, only the folder `scenarios` is compiled. */
function compileCommand(
  patterns: readonly string[],
  stale: readonly StaleFile[],
  { out, env }: { readonly out: string; readonly env?: string },
): string {
  const isUsual = stale.every(({ source }) => source === undefined || source.path.startsWith("scenarios/"));
  const sources = [...new Set(stale.flatMap(({ source }) => source?.path ?? []))].sort();
  const files = patterns.length === 0 && isUsual ? [] : sources.length > MOST_NAMED ? ["."] : sources;
  return [
    "cyanotype compile",
    ...files.map(shellWord),
    ...(env === undefined ? [] : [`--env ${shellWord(env)}`]),
    ...(out === "dist-blueprints" ? [] : [`--out ${shellWord(out)}`]),
  ].join(" ");
}
