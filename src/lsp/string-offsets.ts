/**
 * Offsets in the text of each character of the string that stands from `start` to `end` with its quotes, and of the
 * place behind its last character. The closing quote may not be there yet.
 */
export function offsetsInString(text: string, start: number, end: number): readonly number[] {
  const offsets: number[] = [];
  const isClosed = endsWithQuote(text, start, end);
  const behind = isClosed ? end - 1 : end;
  let at = start + 1;
  while (at < behind) {
    offsets.push(at);
    at += text[at] !== "\\" ? 1 : text[at + 1] === "u" ? 6 : 2;
  }
  offsets.push(behind);
  return offsets;
}

/** Whether the last character of a string closes it: it is a quote, and is not escaped. */
export function endsWithQuote(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text[end - 1] !== '"') return false;
  let slashes = 0;
  while (text[end - 2 - slashes] === "\\") slashes++;
  return slashes % 2 === 0;
}
