// Findings that were there when a team began: they are counted and no longer told, only new ones are.

import type { Scenario } from "../model/scenario.ts";
import { describePlace, fingerprint } from "./fingerprint.ts";
import type { Finding } from "./linter.ts";
import { maskSecrets } from "./secrets.ts";

/** Whose finding it is: a file, and of a file of scenarios one of them. */
export interface Origin {
  readonly path: string;
  readonly scenario?: string;
}

/** One or more findings that look the same. */
export interface BaselineEntry extends Origin {
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
  /** Where it was, for people. */
  readonly place: string;
}

/** The findings of one printed form of one scenario, or of one file. */
export interface OriginFindings {
  readonly origin: Origin;
  readonly scenario: Scenario;
  readonly findings: readonly Finding[];
}

const keyOf = ({ path, scenario }: Origin, print: string): string => JSON.stringify([path, scenario, print]);

/** The entries for findings. A scenario that is printed in several forms counts by the form that has the most. */
export function record(files: readonly OriginFindings[]): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { origin, scenario, findings } of files) {
    const counts = new Map<string, number>();
    for (const finding of findings) {
      const print = fingerprint(finding, scenario);
      const key = keyOf(origin, print);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      entries.set(key, {
        ...origin,
        rule: finding.rule,
        fingerprint: print,
        count: Math.max(count, entries.get(key)?.count ?? 0),
        place: maskSecrets(describePlace(finding, scenario), scenario),
      });
    }
  }
  return sortEntries([...entries.values()]);
}

/** In an order that does not depend on where things are, so that a baseline changes only where findings do. */
export const sortEntries = (entries: readonly BaselineEntry[]): readonly BaselineEntry[] =>
  [...entries].sort(
    (a, b) =>
      compare(a.path, b.path) ||
      compare(a.scenario ?? "", b.scenario ?? "") ||
      compare(a.rule, b.rule) ||
      compare(a.place, b.place) ||
      compare(a.fingerprint, b.fingerprint),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface Comparison {
  /** Takes the findings that were there before from the new ones. */
  readonly split: (file: OriginFindings) => { readonly fresh: readonly Finding[]; readonly known: readonly Finding[] };
  /** How many findings of an entry were there, in the form of the scenario that has the most. */
  readonly found: (entry: BaselineEntry) => number;
}

/** Compares what is found with what was recorded. Of findings that look the same, as many as were there are known. */
export function compareWith(entries: readonly BaselineEntry[]): Comparison {
  const counts = new Map(entries.map((entry) => [keyOf(entry, entry.fingerprint), entry.count]));
  const used = new Map<string, number>();
  return {
    split: ({ origin, scenario, findings }) => {
      const here = new Map<string, number>();
      const fresh: Finding[] = [];
      const known: Finding[] = [];
      for (const finding of findings) {
        const key = keyOf(origin, fingerprint(finding, scenario));
        const before = here.get(key) ?? 0;
        if (before >= (counts.get(key) ?? 0)) fresh.push(finding);
        else {
          known.push(finding);
          here.set(key, before + 1);
        }
      }
      for (const [key, count] of here) used.set(key, Math.max(count, used.get(key) ?? 0));
      return { fresh, known };
    },
    found: (entry) => used.get(keyOf(entry, entry.fingerprint)) ?? 0,
  };
}
