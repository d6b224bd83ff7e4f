// A baseline over all files of a run: what was there before, what is new, what is gone.

import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { type BaselineEntry, compareWith, type Origin, type OriginFindings, record } from "../../lint/baseline.ts";
import type { Finding } from "../../lint/linter.ts";
import type { Scenario } from "../../model/scenario.ts";
import { shownPath } from "../find-files.ts";
import { readIfThere } from "../read-if-there.ts";
import { writeFiles } from "../write-files.ts";
import { readBaseline, writeBaseline } from "./baseline-file.ts";
import type { LintSettings, Paths } from "./lint-settings.ts";

export interface BaselineOptions {
  /** `false`: none is looked at. A text: this file. Otherwise the nearest one is taken, if there is any. */
  readonly file?: string | false;
  /** Record what is found, in this file, or in the one that is there already. */
  readonly write?: string | true;
  /** Take out what is gone. */
  readonly prune?: boolean;
}

/** What became of the baseline. */
export interface BaselineOutcome {
  readonly path: string;
  /** How many findings were written down: none at all when not every file could be checked. */
  readonly recorded?: number | "refused";
  /** How many of the recorded findings are gone. */
  readonly gone: number;
  readonly pruned: boolean;
}

export interface BaselineRun {
  /** Takes what was there before from the findings of a file. */
  readonly take: (file: {
    /** The file that a person wrote, absolute. */
    readonly path: string;
    /** Of a file of scenarios: which one. */
    readonly name?: string;
    readonly paths: Paths;
    readonly scenario: Scenario;
    readonly findings: readonly Finding[];
  }) => { readonly fresh: readonly Finding[]; readonly known: readonly Finding[] };
  /** To be asked when all files were seen. Writes the baseline where that was asked for and all could be checked. */
  readonly finish: (run: { readonly isWhole: boolean; readonly isComplete: boolean }) => BaselineOutcome;
}

/** Opens the baseline in a file; one that is to be written need not be there. */
export async function openBaseline(
  file: string,
  { write, prune = false }: BaselineOptions,
  { cwd, settings }: { readonly cwd: string; readonly settings: LintSettings },
): Promise<BaselineRun> {
  const text = await readIfThere(file);
  if (text === undefined && write === undefined) {
    throw new ProblemError([
      { path: shownPath(file, cwd), message: "There is no such baseline", help: "Write one with --write-baseline" },
    ]);
  }
  const entries = text === undefined ? [] : await readBaseline(text, file);
  const folder = dirname(file);
  const seen: OriginFindings[] = [];
  const pathsOf = new Map<string, Paths[]>();
  const comparison = compareWith(entries);

  const wasChecked = ({ path }: Origin): boolean => pathsOf.has(path);

  /** Whether the rule looked at what the entry speaks of. */
  const hasLooked = ({ path, rule: id }: BaselineEntry): boolean => {
    const rule = settings.settableRules.find((candidate) => candidate.id === id);
    return rule === undefined || (pathsOf.get(path) ?? []).some((paths) => settings.severityOf(paths)(rule) !== "off");
  };

  /** How many findings of an entry are left, as far as this run can tell. */
  const left = (entry: BaselineEntry, isWhole: boolean): number => {
    if (!wasChecked(entry)) return existsSync(resolve(folder, entry.path)) ? entry.count : 0;
    return isWhole && hasLooked(entry) ? Math.min(entry.count, comparison.found(entry)) : entry.count;
  };

  return {
    take: ({ path, name, paths, scenario, findings }) => {
      const origin: Origin = {
        path: relative(folder, path).split(sep).join("/"),
        ...(name === undefined ? {} : { scenario: name }),
      };
      pathsOf.set(origin.path, [...(pathsOf.get(origin.path) ?? []), paths]);
      // What must not be silenced is told, whatever was recorded.
      const mandatory = findings.filter(({ rule }) => settings.mandatory.has(rule));
      const others = findings.filter(({ rule }) => !settings.mandatory.has(rule));
      const mine = { origin, scenario, findings: others };
      if (write !== undefined) {
        seen.push(mine);
        return { fresh: mandatory, known: others };
      }
      const { fresh, known } = comparison.split(mine);
      return { fresh: [...mandatory, ...fresh], known };
    },

    finish: ({ isWhole, isComplete }) => {
      const path = shownPath(file, cwd);
      if (write !== undefined) {
        if (!isComplete) return { path, recorded: "refused", gone: 0, pruned: false };
        const now = record(seen);
        const others = entries.filter((entry) => !wasChecked(entry) && left(entry, isWhole) > 0);
        writeFiles([{ path: file, text: writeBaseline([...now, ...others]) }]);
        return { path, recorded: now.reduce((sum, { count }) => sum + count, 0), gone: 0, pruned: false };
      }
      const still = entries.map((entry) => ({ ...entry, count: left(entry, isWhole) }));
      const gone = entries.reduce((sum, { count }, index) => sum + count - (still[index]?.count ?? 0), 0);
      if (prune && gone > 0) {
        writeFiles([{ path: file, text: writeBaseline(still.filter(({ count }) => count > 0)) }]);
      }
      return { path, gone, pruned: prune };
    },
  };
}
