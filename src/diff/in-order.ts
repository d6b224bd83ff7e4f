/** Which of these numbers, all different, need not be moved to have them in rising order: as many as possible. */
export function inOrder(numbers: readonly number[]): ReadonlySet<number> {
  // The longest rising sequence: `tails[n]` is the position of the smallest number that ends one of length n + 1.
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, position) => {
    let [from, to] = [0, tails.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((numbers[tails[middle] as number] as number) < number) from = middle + 1;
      else to = middle;
    }
    before[position] = tails[from - 1];
    tails[from] = position;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = before[at]) kept.add(numbers[at] as number);
  return kept;
}
