import { isObject } from "../util/is-object.ts";

/** A place in the list before and one in the list after; where one is missing, the item is new or gone. */
export type AlignedItem = readonly [before: number | undefined, after: number | undefined];

/** Which item of a list is which of another: those in front and at the end that are the same, those with the same name. */
export function alignItems(
  before: readonly unknown[],
  after: readonly unknown[],
  isSame: (a: unknown, b: unknown) => boolean,
): readonly AlignedItem[] {
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && isSame(before[front], after[front])) front++;
  let back = 0;
  while (back < shorter - front && isSame(before[before.length - 1 - back], after[after.length - 1 - back])) back++;

  const left = range(front, before.length - back);
  const others = range(front, after.length - back);
  const pairs = namesAreUnique(before, left) && namesAreUnique(after, others) ? byName() : byPlace();
  const found = new Map(pairs);
  const taken = new Set(found.values());
  return [
    ...left.map((own): AlignedItem => [own, found.get(own)]),
    ...others.filter((other) => !taken.has(other)).map((other): AlignedItem => [undefined, other]),
  ].sort((a, b) => (a[1] ?? a[0] ?? 0) - (b[1] ?? b[0] ?? 0));

  function byName(): readonly (readonly [number, number])[] {
    const places = new Map(others.map((other) => [nameOf(after[other]), other]));
    return left.flatMap((own) => {
      const other = places.get(nameOf(before[own]));
      return other === undefined ? [] : [[own, other] as const];
    });
  }

  function byPlace(): readonly (readonly [number, number])[] {
    return left.slice(0, others.length).map((own, index) => [own, others[index] as number] as const);
  }
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** What an item of a list is known by: a header, a variable, a field of a form. */
export function nameOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  for (const name of [item.name, item.key]) {
    if (typeof name === "string" && name !== "" && name.length < 60) return name;
  }
  return undefined;
}

function namesAreUnique(items: readonly unknown[], places: readonly number[]): boolean {
  const names = places.map((place) => nameOf(items[place]));
  return !names.includes(undefined) && new Set(names).size === names.length;
}
