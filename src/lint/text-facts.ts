// Whether conditions on one text can hold at once: it is that text, begins or ends with another one, has one in it.

import type { PlacedComparison } from "./comparisons.ts";

/** A condition that holds a text against a fixed one. */
export interface TextTest {
  /** The operator without its group: `equal`, `notcontain`. */
  readonly name: string;
  readonly text: string;
  readonly ignoresCase: boolean;
  readonly by: PlacedComparison;
}

/** What the conditions so far say of one text. Each new one is held against a few others, however many there are. */
export class TextFacts {
  /** The text that it must be, with its capitals and without regard to them. */
  readonly #equal = new Map<boolean, TextTest>();
  /** What else is asked of it. */
  readonly #others: TextTest[] = [];
  /** The longest texts that it must begin and end with. */
  readonly #ends = new Map<string, TextTest>();

  /** Takes a condition in; gives the earlier one that rules it out. */
  add(test: TextTest): PlacedComparison | undefined {
    if (test.name === "equal") return this.#is(test);
    // What has the empty text in it is anybody's guess.
    if (test.text === "" || questionOf(test) === undefined) return undefined;
    this.#others.push(test);
    const equal = [...this.#equal.values()].find((known) => !canBe(known, test));
    return equal?.by ?? (END.test(test.name) ? this.#reaches(test) : undefined);
  }

  #is(test: TextTest): PlacedComparison | undefined {
    const isNew = !this.#equal.has(test.ignoresCase);
    const equal = [...this.#equal.values()].find((known) => !canBe(known, test));
    if (isNew) this.#equal.set(test.ignoresCase, test);
    return (equal ?? (isNew ? this.#others.find((other) => !canBe(test, other)) : undefined))?.by;
  }

  /** Two beginnings, or two ends, of which neither goes on as the other one does. */
  #reaches(test: TextTest): PlacedComparison | undefined {
    const others = [true, false].flatMap((ignoresCase) => this.#ends.get(`${test.name} ${ignoresCase}`) ?? []);
    const other = others.find((known) => !canBe(known, test) && !canBe(test, known));
    if (other !== undefined) return other.by;
    const key = `${test.name} ${test.ignoresCase}`;
    if (test.text.length > (this.#ends.get(key)?.text.length ?? 0)) this.#ends.set(key, test);
    return undefined;
  }
}

const END = /^(?:start|end)with$/;

const QUESTIONS: ReadonlyMap<string, (text: string, other: string) => boolean> = new Map([
  ["equal", (text: string, other: string) => text === other],
  ["contain", (text: string, other: string) => text.includes(other)],
  ["startwith", (text: string, other: string) => text.startsWith(other)],
  ["endwith", (text: string, other: string) => text.endsWith(other)],
]);

const questionOf = ({ name }: TextTest) => QUESTIONS.get(name.replace(/^not/, ""));

/** Whether a test may hold of a text that is, or begins with, a known one. */
function canBe(known: TextTest, test: TextTest): boolean {
  const fold = (text: string): string => (known.ignoresCase || test.ignoresCase ? text.toLowerCase() : text);
  const holds = questionOf(test)?.(fold(known.text), fold(test.text)) ?? true;
  if (!test.name.startsWith("not")) return holds;
  // Where capitals are not known, only what has none is there for certain.
  const isCertain = test.ignoresCase || !known.ignoresCase || test.text.toLowerCase() === test.text.toUpperCase();
  return !(holds && isCertain);
}
