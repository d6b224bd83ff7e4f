// A baseline over all files of a run: what was there before, what is new, what is gone.

import { existsSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import {
  type BaselineEntry,
  type Comparison,
  compareWith,
  type Origin,
  type OriginFindings,
  record,
} from "../../lint/baseline.ts";
import type { Finding } from "../../lint/linter.ts";
import { movedFiles } from "../../lint/moved-files.ts";
import type { Scenario } from "../../model/scenario.ts";
import { once } from "../../util/once.ts";
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
  /** Files that were recorded under another path. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly pruned: boolean;
}

/** What is found in a file, or in one printed form of a scenario. */
interface FoundInFile {
  /** The file that a person wrote, absolute. */
  readonly path: string;
  /** Of a file of scenarios: which one. */
  readonly name?: string;
  readonly paths: Paths;
  readonly scenario: Scenario;
  readonly findings: readonly Finding[];
}

export interface BaselineRun {
  /**
   * Whether the findings of a file are to be taken only when all files were seen, because it may be one that was recorded
   * under another path. It is noted for that.
   */
  readonly postpones: (file: FoundInFile) => boolean;
  /** Takes what was there before from the findings of a file. */
  readonly take: (file: FoundInFile) => { readonly fresh: readonly Finding[]; readonly known: readonly Finding[] };
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
  const recorded = new Set(entries.map(({ path }) => path));
  /** What is found in files that may have been recorded under another path. */
  const postponed = new Map<string, BaselineEntry[]>();
  const isThere = (path: string): boolean => existsSync(resolve(folder, path));
  const gone = once(() => new Set([...recorded].filter((path) => !isThere(path))));
  const moves = once(() =>
    movedFiles(
      entries.filter(({ path }) => gone().has(path) && !pathsOf.has(path)),
      [...postponed.values()].flat(),
      { isLookedFor: (rule, path) => !settings.mandatory.has(rule) && hasLooked({ rule, path }) },
    ),
  );
  /** An entry under the path that its file has now. */
  const today = (entry: BaselineEntry): BaselineEntry => ({ ...entry, path: moves().get(entry.path) ?? entry.path });
  const usual = compareWith(entries);
  const afterMoves = once(() => compareWith(entries.map(today)));
  const comparisonFor = (path: string): Comparison => (postponed.has(path) ? afterMoves() : usual);

  const wasChecked = ({ path }: Origin): boolean => pathsOf.has(path);

  /** Whether the rule looked at what the entry speaks of. */
  const hasLooked = ({ path, rule: id }: Pick<BaselineEntry, "path" | "rule">): boolean => {
    const rule = settings.settableRules.find((candidate) => candidate.id === id);
    return rule === undefined || (pathsOf.get(path) ?? []).some((paths) => settings.severityOf(paths)(rule) !== "off");
  };

  /** How many findings of an entry are left, as far as this run can tell. */
  const left = (entry: BaselineEntry, isWhole: boolean): number => {
    if (!wasChecked(entry)) return isThere(entry.path) ? entry.count : 0;
    return isWhole && hasLooked(entry) ? Math.min(entry.count, comparisonFor(entry.path).found(entry)) : entry.count;
  };

  const originOf = ({ path, name }: FoundInFile): Origin => ({
    path: relative(folder, path).split(sep).join("/"),
    ...(name === undefined ? {} : { scenario: name }),
  });
  // What must not be silenced is told, whatever was recorded.
  const isMandatory = ({ rule }: Finding): boolean => settings.mandatory.has(rule);
  const others = (found: FoundInFile): OriginFindings => ({
    origin: originOf(found),
    scenario: found.scenario,
    findings: found.findings.filter((finding) => !isMandatory(finding)),
  });

  function noteChecked({ path }: Origin, paths: Paths): void {
    pathsOf.set(path, [...(pathsOf.get(path) ?? []), paths]);
  }

  return {
    postpones: (found) => {
      const { path } = originOf(found);
      const mayBe = write === undefined && !recorded.has(path) && found.findings.length > 0 && gone().size > 0;
      // It is read again when all were seen, and what comes from elsewhere is read once.
      if (!mayBe || !statSync(found.path, { throwIfNoEntry: false })?.isFile()) return false;
      noteChecked({ path }, found.paths);
      postponed.set(path, [...(postponed.get(path) ?? []), ...record([others(found)])]);
      return true;
    },

    take: (found) => {
      const mine = others(found);
      noteChecked(mine.origin, found.paths);
      const mandatory = found.findings.filter(isMandatory);
      if (write !== undefined) {
        seen.push(mine);
        return { fresh: mandatory, known: mine.findings };
      }
      const { fresh, known } = comparisonFor(mine.origin.path).split(mine);
      return { fresh: [...mandatory, ...fresh], known };
    },

    finish: ({ isWhole, isComplete }) => {
      const path = shownPath(file, cwd);
      const nothing = { path, gone: 0, moved: [], pruned: false };
      if (write !== undefined) {
        if (!isComplete) return { ...nothing, recorded: "refused" };
        const now = record(seen);
        const others = entries.filter((entry) => !wasChecked(entry) && left(entry, isWhole) > 0);
        writeFiles([{ path: file, text: writeBaseline([...now, ...others]) }]);
        return { ...nothing, recorded: now.reduce((sum, { count }) => sum + count, 0) };
      }
      const still = entries.map(today).map((entry) => ({ ...entry, count: left(entry, isWhole) }));
      const missing = entries.reduce((sum, { count }, index) => sum + count - (still[index]?.count ?? 0), 0);
      if (prune && missing + moves().size > 0) {
        writeFiles([{ path: file, text: writeBaseline(still.filter(({ count }) => count > 0)) }]);
      }
      const shown = (moved: string): string => shownPath(resolve(folder, moved), cwd);
      return {
        path,
        gone: missing,
        moved: [...moves()].map(([from, to]) => ({ from: shown(from), to: shown(to) })),
        pruned: prune,
      };
    },
  };
}
