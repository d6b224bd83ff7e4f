// The formats of `formatDate` and `parseDate` are those of moment.js. Formats of other languages look alike and give
// wrong dates without an error.

/** A run of one letter, such as `YYYY`. */
interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A part of a format that does something else than it seems to. */
export interface DateFormatMistake {
  /** Offsets in the format. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string;
  /** What is surely meant. */
  readonly instead?: string;
}

export function findDateMistakes(format: string, user: "formatDate" | "parseDate"): readonly DateFormatMistake[] {
  const runs = runsOf(format);
  return runs.flatMap(({ start, end }, position) => {
    const mistake = mistakeIn(format, runs, position, user);
    return mistake === undefined ? [] : [{ start, end, ...mistake }];
  });
}

/** What stands in square brackets is literal text. */
const runsOf = (format: string): readonly Run[] =>
  [...format.matchAll(/\[[^\]]*\]|([A-Za-z])\1*/g)].flatMap(({ 0: text, 1: letter, index }) =>
    letter === undefined ? [] : [{ text, start: index, end: index + text.length }],
  );

const isHour = (run: Run | undefined): boolean => run !== undefined && /^[Hhk]/.test(run.text);
const isDatePart = (run: Run | undefined): boolean => run !== undefined && /^[YyDd]/.test(run.text);

function mistakeIn(
  format: string,
  runs: readonly Run[],
  position: number,
  user: "formatDate" | "parseDate",
): Pick<DateFormatMistake, "help" | "instead" | "message"> | undefined {
  const previous = runs[position - 1];
  const run = runs[position];
  if (run === undefined) return undefined;
  const { text } = run;
  const has = (pattern: RegExp) => runs.some((other) => pattern.test(other.text));

  if (/^y+$/.test(text) || text === "YYY") {
    return {
      message: `\`${text}\` is no documented part of a date format`,
      help: "Write `YYYY` for the year",
      ...(/^(?:yy){1,2}$/.test(text) && { instead: text.toUpperCase() }),
    };
  }
  if (isMonthAsMinutes(runs, position)) {
    const instead = text.toUpperCase();
    return { message: `\`${text}\` stands for minutes`, help: `Write \`${instead}\` for the month`, instead };
  }
  if (/^MM?$/.test(text) && isHour(previous) && /^[:.]?$/.test(format.slice(previous?.end, run.start))) {
    const instead = text.toLowerCase();
    return { message: `\`${text}\` stands for the month`, help: `Write \`${instead}\` for minutes`, instead };
  }
  const hasMonth = has(/^M/) || runs.some((_, index) => isMonthAsMinutes(runs, index));
  if (/^dd?$/.test(text) && hasMonth && !has(/^D/)) {
    return {
      message: `\`${text}\` stands for the day of the week`,
      help: `Write \`${text.toUpperCase()}\` for the day of the month`,
      instead: text.toUpperCase(),
    };
  }
  if (/^hh?$/.test(text) && user === "formatDate" && !has(/^[Aa]/)) {
    return {
      message: `\`${text}\` counts to twelve, and nothing tells morning from afternoon`,
      help: `Write \`${text.toUpperCase()}\`, or add \`A\` for AM and PM`,
      instead: text.toUpperCase(),
    };
  }
  return undefined;
}

/** `mm` beside parts of a date, and beside none of a time. */
function isMonthAsMinutes(runs: readonly Run[], position: number): boolean {
  const [previous, next] = [runs[position - 1], runs[position + 1]];
  if (!/^mm?$/.test(runs[position]?.text ?? "") || isTime(previous) || isTime(next)) return false;
  return isDatePart(previous) || isDatePart(next);
}

const isTime = (run: Run | undefined): boolean => run !== undefined && /^[Hhkms]/.test(run.text);
