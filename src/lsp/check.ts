// Checks a document and says what is to be shown of it.

import type { Diagnostic } from "vscode-languageserver";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";
import type { LintSettings } from "../load/lint/lint-settings.ts";
import { lintText } from "../load/lint/lint-text.ts";
import { rulePageUrl } from "../load/lint/rule-page.ts";
import type { Analysis } from "./analysis.ts";
import type { Told } from "./code-actions.ts";
import { ofFinding, ofProblem } from "./diagnostics.ts";

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** The findings among them, for the fixes. */
  readonly told: readonly Told[];
  /** What is wrong with the configuration: nothing but the document's own form is checked then. */
  readonly faults: readonly Problem[];
  /** What holds for the document, unless the configuration is wrong. */
  readonly settings: LintSettings | undefined;
}

export interface CheckOptions {
  readonly uri: string;
  readonly path: string;
  readonly cwd: string;
  /** Today, `2027-01-31`. */
  readonly today: string;
  readonly settingsOf: (cwd: string) => Promise<LintSettings>;
}

export async function check(analysis: Analysis, options: CheckOptions): Promise<Checked> {
  const found: Checked = {
    diagnostics: analysis.problems.map(ofProblem),
    told: [],
    faults: [],
    settings: undefined,
  };
  try {
    const settings = await options.settingsOf(options.cwd);
    const told = await findings(analysis, settings, options);
    return {
      ...found,
      diagnostics: [...found.diagnostics, ...told.map(({ diagnostic }) => diagnostic)],
      told,
      settings,
    };
  } catch (error) {
    if (error instanceof ProblemError) return { ...found, faults: error.problems };
    throw error;
  }
}

async function findings(
  { document, scenario }: Analysis,
  settings: LintSettings,
  { uri, path, cwd, today }: CheckOptions,
): Promise<readonly Told[]> {
  if (document === undefined || scenario === undefined) return [];
  const found = await lintText(document, scenario, { path, cwd, today, settings });
  return found.map(({ finding, reported }) => ({
    diagnostic: ofFinding(reported, { uri, pageOf: rulePageUrl }),
    help: reported.help,
    fix: finding.fix,
  }));
}
