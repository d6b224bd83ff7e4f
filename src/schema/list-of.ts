const MAX_LISTED = 10;

/** `a, b or c`; of a long list only the beginning. */
export function listOf(items: readonly string[]): string {
  if (items.length > MAX_LISTED) return `${items.slice(0, MAX_LISTED).join(", ")} …`;
  const last = items.at(-1) ?? "nothing";
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} or ${last}` : last;
}
