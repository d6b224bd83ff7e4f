// Which file of a baseline is which of those that are there now, when files were renamed or moved since. No revision is
// asked: a folder of exports need not be in Git, and a baseline outlives commits.

import type { BaselineEntry } from "./baseline.ts";

export interface MovedFilesOptions {
  /** Whether a rule looks at a file as it is now. What it would find there if it did, nobody knows. */
  readonly isLookedFor: (rule: string, path: string) => boolean;
}

/** How often each finding of a file was found, by what it looks like. */
type Counts = Map<string, { readonly rule: string; readonly count: number }>;

/** A file that is gone, and one that may be it. */
interface Pair {
  readonly from: string;
  readonly to: string;
  /** How many folders and names at the end of their paths are the same. */
  readonly alike: number;
}

/**
 * The new paths of files that are gone, by their old ones. Two files are one when most of what is known of each is known of
 * the other, and no other pair is as likely: the end of a path decides between files that look the same. What is ambiguous
 * has not moved.
 */
export function movedFiles(
  gone: readonly BaselineEntry[],
  found: readonly BaselineEntry[],
  { isLookedFor }: MovedFilesOptions,
): ReadonlyMap<string, string> {
  const [before, now] = [byFile(gone), byFile(found)];
  const withFinding = new Map<string, string[]>();
  for (const [to, counts] of now) {
    for (const key of counts.keys()) {
      const others = withFinding.get(key);
      if (others) others.push(to);
      else withFinding.set(key, [to]);
    }
  }
  const pairs = [...before].flatMap(([from, counts]) => {
    const candidates = new Set([...counts.keys()].flatMap((key) => withFinding.get(key) ?? []));
    return [...candidates]
      .filter((to) => isMostlySame(counts, now.get(to) ?? new Map(), (rule) => isLookedFor(rule, to)))
      .map((to): Pair => ({ from, to, alike: alikeAtEnd(from, to) }));
  });
  const [likeliestFrom, likeliestTo] = [likeliest(pairs, "from"), likeliest(pairs, "to")];
  return new Map(
    pairs
      .filter((pair) => likeliestFrom.get(pair.from) === pair && likeliestTo.get(pair.to) === pair)
      .map(({ from, to }) => [from, to]),
  );
}

function byFile(entries: readonly BaselineEntry[]): ReadonlyMap<string, Counts> {
  const files = new Map<string, Counts>();
  for (const { path, scenario, rule, fingerprint, count } of entries) {
    const counts: Counts = files.get(path) ?? new Map();
    files.set(path, counts);
    const key = JSON.stringify([scenario, fingerprint]);
    // The same finding of another printed form.
    counts.set(key, { rule, count: Math.max(count, counts.get(key)?.count ?? 0) });
  }
  return files;
}

function isMostlySame(before: Counts, now: Counts, isLookedFor: (rule: string) => boolean): boolean {
  let [shared, allBefore, allNow] = [0, 0, 0];
  for (const { count } of now.values()) allNow += count;
  for (const [key, { rule, count }] of before) {
    if (!isLookedFor(rule)) continue;
    allBefore += count;
    shared += Math.min(count, now.get(key)?.count ?? 0);
  }
  return shared * 2 > allBefore && shared * 2 > allNow;
}

function alikeAtEnd(from: string, to: string): number {
  const [a, b] = [from.split("/").reverse(), to.split("/").reverse()];
  const different = a.findIndex((name, index) => name !== b[index]);
  return different < 0 ? a.length : different;
}

/** The likeliest pair of each file; none where two are. */
function likeliest(pairs: readonly Pair[], side: "from" | "to"): ReadonlyMap<string, Pair | undefined> {
  const best = new Map<string, { readonly alike: number; readonly pair: Pair | undefined }>();
  for (const pair of pairs) {
    const { alike = -1 } = best.get(pair[side]) ?? {};
    if (pair.alike > alike) best.set(pair[side], { alike: pair.alike, pair });
    else if (pair.alike === alike) best.set(pair[side], { alike, pair: undefined });
  }
  return new Map([...best].map(([path, { pair }]) => [path, pair]));
}
