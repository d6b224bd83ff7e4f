// "Did you mean …?": the known words closest to one that is unknown.

/** A swap of neighbours, the commonest slip of fingers, counts as one edit. Case is ignored. */
function editDistance(a: string, b: string, most: number): number {
  let [beforeLast, last, current] = [
    new Int32Array(b.length + 1),
    new Int32Array(b.length + 1),
    new Int32Array(b.length + 1),
  ];
  for (let column = 0; column <= b.length; column++) last[column] = column;
  let leastBefore = 0;
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1);
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1);
      let edits = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (letter === other ? 0 : 1),
      );
      if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other) {
        edits = Math.min(edits, at(beforeLast, column - 2) + 1);
      }
      current[column] = edits;
      least = Math.min(least, edits);
    }
    // It never gets less again, but for a swap, which looks back at the row before.
    if (Math.min(least, leastBefore) > most) return Number.POSITIVE_INFINITY;
    leastBefore = least;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return at(last, b.length);
}

const at = (row: Int32Array, column: number): number => row[column] as number;

/**
 * The candidates that `word` may be a slip for, closest first, at most `limit` of them (1 by default). A candidate that
 * differs in more than about a third of its letters is none; ties keep the candidates' own order.
 */
export const nearest = (word: string, candidates: Iterable<string>, limit = 1): readonly string[] =>
  limit === 1
    ? nearestOnes(word, candidates).slice(0, 1)
    : closeTo(word, candidates)
        .slice(0, limit)
        .map(({ candidate }) => candidate);

/** All candidates that are as close as the closest one. */
export function nearestOnes(word: string, candidates: Iterable<string>): readonly string[] {
  const close = closeTo(word, candidates, { closestOnly: true });
  return close.filter(({ distance }) => distance === close[0]?.distance).map(({ candidate }) => candidate);
}

/**
 * The one candidate that `word` is surely a slip for: it differs in one letter at most. Numbers in words are told apart
 * on purpose, and of a short word a letter is too much.
 */
export function slipFor(word: string, candidates: Iterable<string>): string | undefined {
  if (/\d/u.test(word)) return undefined;
  const [meant, other] = closeTo(word, candidates);
  if (meant === undefined || meant.distance > (word.length < 4 ? 0 : 1)) return undefined;
  return other?.distance === meant.distance ? undefined : meant.candidate;
}

/** With `closestOnly`, what is further away than one before it may be missing: that is found out faster. */
function closeTo(
  word: string,
  candidates: Iterable<string>,
  { closestOnly = false } = {},
): readonly { readonly candidate: string; readonly distance: number }[] {
  const wanted = word.toLowerCase();
  const letters = lettersOf(wanted);
  const close: { candidate: string; distance: number }[] = [];
  let most = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const allowed = Math.min(most, Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3)));
    if (Math.abs(word.length - candidate.length) > allowed) continue;
    const other = candidate.toLowerCase();
    if (lettersApart(letters, lettersOf(other)) > allowed) continue;
    const distance = editDistance(wanted, other, allowed);
    if (distance > allowed) continue;
    close.push({ candidate, distance });
    if (closestOnly) most = distance;
  }
  return close.sort((a, b) => a.distance - b.distance);
}

/** Which letters a word has, one bit for each. Some share one, so that there may be more of them, never fewer. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << word.charCodeAt(index);
  return letters;
}

/** Edits that there must be at least: each letter that only one word has takes one. */
const lettersApart = (a: number, b: number): number => Math.max(bitsIn(a & ~b), bitsIn(b & ~a));

function bitsIn(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count++;
  return count;
}
