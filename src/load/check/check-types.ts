// What TypeScript says of the scenarios. Running a file strips its types without a look at them, so the compiler that the
// project has installed is asked, with the project's own settings.

import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { TypeReport } from "../../check/report.ts";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import type { ReportedFinding } from "../../lint/report.ts";
import { shellWord } from "../../util/shell-word.ts";
import { isScenarioFile, shownPath } from "../find-files.ts";
import { findUpward } from "../find-upward.ts";
import { isInside } from "../is-inside.ts";
import { realPathOf } from "../real-path.ts";
import { findTypeCompiler, runTypeCompiler } from "./type-compiler.ts";
import { readTypeFaults, type TypeFault } from "./type-faults.ts";

export interface CheckedTypes {
  readonly report: TypeReport;
  /** Why a compiler that is installed could not be run. */
  readonly problems: readonly Problem[];
}

interface CheckTypesOptions {
  readonly cwd: string;
  /** The files, folders and patterns that are checked. */
  readonly patterns: readonly string[];
}

/** What came of one configuration. */
interface Outcome {
  /** How many files of scenarios the compiler has looked at. */
  readonly files?: number;
  readonly errors?: readonly ReportedFinding[];
  /** Why scenarios were not checked, and what to do. */
  readonly unchecked?: string;
  readonly problems?: readonly Problem[];
}

const CONFIGURATION = "tsconfig.json";

/** Has scenarios checked by the nearest `tsconfig.json` above each. The compilers run beside whatever else is done. */
export async function checkTypes(
  scenarios: readonly string[],
  { cwd, patterns }: CheckTypesOptions,
): Promise<CheckedTypes> {
  const names = new Map(scenarios.map((file) => [realPathOf(file), file]));
  const folders = (patterns.length === 0 ? ["."] : patterns)
    .map((pattern) => realPathOf(resolve(cwd, pattern)))
    .filter(isFolder);
  const configurationOf = (file: string) => findUpward(dirname(file), [CONFIGURATION], cwd);
  const configurations = [...new Set(scenarios.map(configurationOf))];
  const outcomes = await Promise.all(configurations.map(outcomeOf));
  return {
    report: {
      files: outcomes.reduce((sum, { files = 0 }) => sum + files, 0),
      errors: outcomes.flatMap(({ errors = [] }) => errors),
      unchecked: [...new Set(outcomes.flatMap(({ unchecked }) => unchecked ?? []))],
      command: commandFor(configurations.find((_, index) => (outcomes[index]?.errors ?? []).length > 0)),
    },
    problems: outcomes.flatMap(({ problems = [] }) => problems),
  };

  async function outcomeOf(configuration: string | undefined): Promise<Outcome> {
    if (configuration === undefined) return { unchecked: NO_CONFIGURATION };
    const compiler = findTypeCompiler(configuration);
    if (compiler === undefined) return { unchecked: notInstalled(configuration) };
    try {
      return foundBy(configuration, await runTypeCompiler(compiler, configuration));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { problems: error.problems };
    }
  }

  function foundBy(configuration: string, printed: string): Outcome {
    const { faults, files } = readTypeFaults(printed, dirname(configuration));
    const seen = new Set(files.filter(isScenarioFile).map(realPathOf));
    const theirs = scenarios.filter((file) => configurationOf(file) === configuration);
    // Where something keeps the compiler from going on, nobody knows what it would have looked at.
    const missed = faults.some(({ isFinal }) => isFinal) ? [] : theirs.filter((file) => !seen.has(realPathOf(file)));
    return {
      files: theirs.length - missed.length,
      errors: faults.filter(isAsked).map((fault) => findingOf(fault, configuration)),
      ...(missed.length > 0 ? { unchecked: leftOut(configuration, missed) } : {}),
    };
  }

  /** Other files are no business of who checks these, unless the compiler goes no further for them. */
  function isAsked({ path, isFinal }: TypeFault): boolean {
    if (isFinal || path === undefined) return true;
    const real = realPathOf(path);
    if (isScenarioFile(real)) return names.has(real);
    return folders.some((folder) => isInside(real, folder)) && !/[\\/]node_modules[\\/]/u.test(real);
  }

  function findingOf({ code, message, ...place }: TypeFault, configuration: string): ReportedFinding {
    const { path = configuration, line = 1, column = 1 } = place;
    return {
      rule: code,
      severity: "error",
      message,
      path: shownPath(names.get(realPathOf(path)) ?? path, cwd),
      pointer: "",
      line,
      column,
      endLine: line,
      endColumn: column + wordAt(path, line, column).length,
    };
  }

  function leftOut(configuration: string, [first = "", ...more]: readonly string[]): string {
    const files = `${shownPath(first, cwd)}${more.length === 0 ? "" : ` and ${more.length} more`}`;
    return `${shownPath(configuration, cwd)} leaves out ${files}; add ${more.length === 0 ? "it" : "them"} to its \`include\``;
  }

  /** What shows the mistakes with all that the compiler has to say of them. */
  function commandFor(configuration: string | undefined): string {
    const shown = configuration === undefined ? CONFIGURATION : shownPath(configuration, cwd);
    return `npx tsc --noEmit${shown === CONFIGURATION ? "" : ` -p ${shellWord(shown)}`}`;
  }
}

const NO_CONFIGURATION = `there is no ${CONFIGURATION} for the scenarios; write one, as \`cyanotype init\` does`;

/** A project that names TypeScript among its packages has only to install them. */
function notInstalled(configuration: string): string {
  const path = findUpward(dirname(configuration), ["package.json"]);
  const isNamed = path !== undefined && /"typescript"\s*:/u.test(readIfPossible(path) ?? "");
  return isNamed
    ? "TypeScript is not installed yet; `npm install` brings it"
    : "TypeScript is not installed; `npm install --save-dev typescript` brings it";
}

/** The word that begins at a place, or the character that stands there: the compiler does not say where it ends. */
function wordAt(path: string, line: number, column: number): string {
  const text = readIfPossible(path)?.split(/\r?\n/u)[line - 1] ?? "";
  return /^(?:[\p{ID_Continue}$]+|"[^"]*"|.)/u.exec(text.slice(column - 1))?.[0] ?? " ";
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function readIfPossible(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
