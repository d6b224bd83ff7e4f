import { parsePointer } from "../util/json-pointer.ts";

/** Sorts things by where their pointers stand in a document: what contains others first, then as it is written. */
export function sortByPlace<T extends { readonly pointer: string }>(
  things: Iterable<T>,
  document: unknown,
): readonly T[] {
  const positions = new Map<unknown, ReadonlyMap<string, number>>();
  const positionsIn = (container: unknown): ReadonlyMap<string, number> => {
    const known = positions.get(container);
    if (known !== undefined) return known;
    const found = new Map(Object.keys(container ?? {}).map((key, index) => [key, index]));
    positions.set(container, found);
    return found;
  };

  const rank = (pointer: string): readonly number[] => {
    let value = document;
    return parsePointer(pointer).map((step) => {
      const position = positionsIn(value).get(step) ?? -1;
      value = position < 0 ? undefined : (value as Record<string, unknown>)[step];
      return position;
    });
  };

  return [...things]
    .map((thing) => ({ thing, at: rank(thing.pointer) }))
    .sort((a, b) => compare(a.at, b.at))
    .map(({ thing }) => thing);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, position] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (position !== other) return position - other;
  }
  return a.length - b.length;
}
