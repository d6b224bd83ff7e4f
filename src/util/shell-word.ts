/** A word as a shell takes it. A path that would be taken for an option begins with the folder that it is in. */
export function shellWord(word: string): string {
  if (word.startsWith("-")) return shellWord(`./${word}`);
  return /^[\w./@:=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
