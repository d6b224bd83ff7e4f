// How many columns of a terminal a text takes: Chinese, Japanese and Korean letters and emoji take two, marks on a letter none.

import columnsOfLetters from "fast-string-width";
import { once } from "../util/once.ts";

/** Each letter takes a column, as nearly all in a blueprint do. */
const isPlain = (text: string): boolean => !/[^\x20-\x7e]/.test(text);

/** Blanks that take no room, and marks of byte order. */
const INVISIBLE = /[\u200b\u2060\ufeff]/gu;

export const columnsOf = (text: string): number =>
  isPlain(text) ? text.length : columnsOfLetters(text.replace(INVISIBLE, ""));

/** More than this never stands in one column: not all of a long line is looked at. */
export const MOST_UNITS = 4;

/** The beginning of a text that is no wider. What is seen as one character is not cut in two. */
export function beginningOf(text: string, columns: number): string {
  const most = text.slice(0, columns * MOST_UNITS);
  if (isPlain(most.slice(0, columns + 1))) return most.slice(0, columns);
  return fitting(charactersOf(most), columns).join("");
}

/** The end of a text that is no wider. */
export function endOf(text: string, columns: number): string {
  const most = text.slice(-columns * MOST_UNITS);
  if (isPlain(most.slice(-columns))) return most.slice(-columns);
  return fitting(charactersOf(most).reverse(), columns).reverse().join("");
}

const segmenter = once(() => new Intl.Segmenter());
const charactersOf = (text: string): string[] => [...segmenter().segment(text)].map(({ segment }) => segment);

function fitting(characters: readonly string[], columns: number): string[] {
  let left = columns;
  const end = characters.findIndex((character) => {
    left -= columnsOf(character);
    return left < 0;
  });
  return characters.slice(0, end < 0 ? undefined : end);
}
