// How wide a text is drawn. The reader's font is not known, so each letter gets the width that it has in a wide one:
// what fits by this measure fits everywhere.

/** Widths in parts of the font's size, by what wide system fonts (DejaVu Sans, Verdana) need. */
const NARROW = /[ijl!|'.,:;`[\]()]/u;
const WIDE = /[mwMWQO@%&—…<>=+~#]/u;
const CAPITAL = /[A-Z0-9_$?*"/\\{}^-]/u;

function letterWidth(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80 || letter === "…" || letter === "—") {
    if (NARROW.test(letter)) return 0.42;
    if (WIDE.test(letter)) return 1;
    return CAPITAL.test(letter) ? 0.74 : letter === " " || letter === "t" || letter === "f" ? 0.42 : 0.66;
  }
  // Marks that stand on the letter before them take no room; pictures and the scripts of East Asia take a square.
  if (/\p{Mark}/u.test(letter)) return 0;
  return code >= 0x1100 ? 1.15 : 0.8;
}

/** The width of a line in pixels. Bold letters are a tenth wider. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * size * (isBold ? 1.1 : 1);
}

/** A text in lines. */
export interface Lines {
  readonly lines: readonly string[];
  readonly width: number;
  /** Whether the lines do not hold all of it. */
  readonly isCut: boolean;
}

export interface LineOptions {
  readonly size: number;
  readonly width: number;
  readonly most: number;
  readonly isBold?: boolean;
}

/** Breaks a text between words into at most so many lines, and cuts what is left over. */
export function breakLines(text: string, { size, width, most, isBold = false }: LineOptions): Lines {
  // More than this fits nowhere: a text of a megabyte is not measured.
  const longest = Math.ceil((width / size) * most * 4);
  const measure = (line: string): number => textWidth(line, size, isBold);
  const words = text.slice(0, longest).trim().split(/\s+/u);
  const lines: string[] = [];
  let line = "";
  let isCut = text.trim().length > longest;
  for (const word of words.flatMap((whole) => splitWord(whole, width, measure))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      isCut = true;
      break;
    }
    lines.push(line);
    line = word;
  }
  if (line !== "") lines.push(isCut ? withEllipsis(line, width, measure) : line);
  return { lines, width: Math.max(0, ...lines.map(measure)), isCut };
}

/** A word that is wider than a line is broken inside, where somebody would: behind a dot, a slash, an underscore. */
function splitWord(word: string, width: number, measure: (text: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const piece of word.match(/[^._/:@-]*[._/:@-]|[^._/:@-]+/gu) ?? [word]) {
    if (measure(part + piece) <= width) {
      part += piece;
      continue;
    }
    if (part !== "") parts.push(part);
    part = "";
    for (const letter of piece) {
      if (measure(part + letter) > width) {
        parts.push(part);
        part = "";
      }
      part += letter;
    }
  }
  return part === "" ? parts : [...parts, part];
}

function withEllipsis(line: string, width: number, measure: (text: string) => number): string {
  const letters = [...line];
  while (letters.length > 0 && measure(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
