// How long a regular expression may take. JavaScript tries one way of matching after the other. Where a text can be
// cut into the rounds of a loop in more than one way, each further character multiplies the ways: `(a+)+$` on forty
// times `a` and a `b` does not end in a lifetime.
//
// The pattern becomes an automaton whose states are its characters. It has such a loop if and only if two different
// paths lead from a state back to itself along the same text.

import { parseRegex, type RegexNode } from "./regex-syntax.ts";

/** Patterns beyond these are not looked into. */
const MAX_SOURCE = 1000;
const MAX_STATES = 500;
const MAX_LOOPING_STATES = 40;
/** A repetition of more rounds counts as endless. */
const MAX_ROUNDS = 10;

export interface RegexCost {
  /** The time may double with each character of the text. */
  readonly isExplosive: boolean;
  /** The most steps that a text of this length may take, if the pattern is not explosive. */
  readonly steps: (length: number) => number;
}

/** The pattern must compile with these flags. */
export function regexCost(source: string, flags: string): RegexCost {
  const unknown: RegexCost = { isExplosive: false, steps: () => Number.POSITIVE_INFINITY };
  if (source.length > MAX_SOURCE) return unknown;
  const automaton = new Automaton();
  automaton.add(parseRegex(source, flags));
  const { loops, choices, states } = automaton;
  if (states.length > MAX_STATES) return unknown;
  const looping = automaton.loopingStates();
  if (looping.length > MAX_LOOPING_STATES) return unknown;
  return {
    isExplosive: automaton.isAmbiguous(looping, alphabetOf(source, flags)),
    // A search begins at each character, each loop ends at each character, and each choice is made both ways.
    steps: (length) => length ** (loops + 1) * 2 ** choices,
  };
}

/** The states with which a part of the pattern begins and ends, and whether it also matches no text at all. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isEmpty: boolean;
}

const NO_TEXT: Part = { first: [], last: [], isEmpty: true };

class Automaton {
  loops = 0;
  /** How many times the pattern goes one of two ways, loops aside. */
  choices = 0;
  /** The pattern of each state's character. */
  readonly states: string[] = [];
  private readonly next: Set<number>[] = [];
  /** Steps that can be made for two reasons. */
  private readonly doubled: (readonly [from: number, to: number])[] = [];

  add(node: RegexNode): Part {
    switch (node.kind) {
      case "character": {
        const state = this.states.push(node.source) - 1;
        this.next.push(new Set());
        return { first: [state], last: [state], isEmpty: false };
      }
      case "place":
        if (node.inner !== undefined) this.add(node.inner);
        return NO_TEXT;
      case "sequence":
        return node.nodes.reduce((before: Part, part) => this.join(before, this.add(part)), NO_TEXT);
      case "alternatives":
        this.choices += Math.log2(node.nodes.length);
        return node.nodes.map((part) => this.add(part)).reduce(either);
      case "repeat":
        return this.repeat(node.node, node.minimum, node.maximum);
    }
  }

  private repeat(node: RegexNode, minimum: number, maximum: number): Part {
    const isEndless = maximum > MAX_ROUNDS;
    const rounds = isEndless ? Math.max(1, Math.min(minimum, MAX_ROUNDS)) : maximum;
    const choicesBefore = this.choices;
    let whole = NO_TEXT;
    for (let round = 1; round <= rounds && this.states.length <= MAX_STATES; round++) {
      const part = this.add(node);
      if (isEndless && round === rounds) {
        this.loops++;
        this.connect(part.last, part.first);
      }
      whole = this.join(whole, round > minimum ? { ...part, isEmpty: true } : part);
    }
    if (Number.isFinite(maximum)) {
      const choicesPerRound = rounds === 0 ? 0 : (this.choices - choicesBefore) / rounds;
      this.choices += maximum - minimum + choicesPerRound * (maximum - rounds);
    }
    return whole;
  }

  private join(before: Part, after: Part): Part {
    this.connect(before.last, after.first);
    return {
      first: before.isEmpty ? [...before.first, ...after.first] : before.first,
      last: after.isEmpty ? [...before.last, ...after.last] : after.last,
      isEmpty: before.isEmpty && after.isEmpty,
    };
  }

  private connect(from: readonly number[], to: readonly number[]): void {
    for (const state of from) {
      for (const following of to) {
        if (this.next[state]?.has(following)) this.doubled.push([state, following]);
        this.next[state]?.add(following);
      }
    }
  }

  /** The states from which a way leads back to them. */
  loopingStates(): readonly number[] {
    return this.loops === 0 ? [] : [...this.next.keys()].filter((state) => this.reaches(state, state));
  }

  /** `alphabet` tells which characters of a sample the pattern of a state matches. */
  isAmbiguous(looping: readonly number[], alphabet: (pattern: string) => ReadonlySet<string>): boolean {
    if (this.doubled.some(([from, to]) => this.reaches(to, from))) return true;
    const follow = this.pairSteps(looping, alphabet);
    return looping.some((state) => this.parts(state, follow));
  }

  /** The pairs of looping states that a pair can go on to along the same character, each pair as one number. */
  private pairSteps(
    looping: readonly number[],
    alphabet: (pattern: string) => ReadonlySet<string>,
  ): (pair: number) => readonly number[] {
    const size = this.states.length;
    const characters = new Map(looping.map((state) => [state, [...alphabet(this.states[state] ?? "")]]));
    const coincide = memoize((pair: number) => {
      const others = new Set(characters.get(pair % size));
      return characters.get(Math.floor(pair / size))?.some((character) => others.has(character)) === true;
    });
    return memoize((pair) => {
      const [one, other] = [this.next[Math.floor(pair / size)] ?? [], this.next[pair % size] ?? []];
      return [...one].flatMap((left) => [...other].map((right) => left * size + right).filter(coincide));
    });
  }

  private reaches(from: number, to: number): boolean {
    return closure([from], (state) => [...(this.next[state] ?? [])], false).has(to);
  }

  /** Whether two paths along the same text part at the state and meet there again. */
  private parts(state: number, follow: (pair: number) => readonly number[]): boolean {
    const size = this.states.length;
    const start = state * size + state;
    const comesFrom = new Map<number, number[]>();
    const ahead = closure([start], (pair) => {
      for (const to of follow(pair)) {
        const known = comesFrom.get(to);
        if (known === undefined) comesFrom.set(to, [pair]);
        else known.push(pair);
      }
      return follow(pair);
    });
    const behind = closure([start], (pair) => comesFrom.get(pair) ?? []);
    return [...ahead].some((pair) => pair % (size + 1) !== 0 && behind.has(pair));
  }
}

function memoize<Key, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, Result>();
  return (key) => {
    let result = known.get(key);
    if (result === undefined) {
      result = compute(key);
      known.set(key, result);
    }
    return result;
  };
}

const either = (one: Part, other: Part): Part => ({
  first: [...one.first, ...other.first],
  last: [...one.last, ...other.last],
  isEmpty: one.isEmpty || other.isEmpty,
});

/** Everything that can be reached, the start itself only when `withStart` or when a way leads back to it. */
function closure(start: readonly number[], step: (from: number) => readonly number[], withStart = true): Set<number> {
  const seen = new Set<number>(withStart ? start : []);
  const open = [...start];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const to of step(from)) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}

const ASCII = String.fromCharCode(...Array(128).keys());
/** A letter of each of the larger scripts, and some of what else there is. */
const BEYOND =
  "äŽßªα я א ا अ 漢 あ ア 한 ไ ა ռ ²٣½ €×©§ —“„‘«… 🙂🇨 \u00a0\u00ad\u0301\u2009\u200d\u2028\ufe0f\ufeff\ue000";

/**
 * Two characters of a pattern coincide when some character matches both. The sample has what the pattern names and a
 * few of each kind, and JavaScript itself says what matches.
 */
function alphabetOf(source: string, flags: string): (pattern: string) => ReadonlySet<string> {
  const escaped = source.matchAll(/\\(?:u\{(?<long>[\da-f]{1,6})\}|u(?<short>[\da-f]{4})|x(?<byte>[\da-f]{2}))/gi);
  const named = Array.from(escaped, ({ groups = {} }) => codePoint(groups.long ?? groups.short ?? groups.byte ?? ""));
  const sample = [...new Set(ASCII + BEYOND + source + named.join(""))];
  return memoize((pattern) => {
    const test = new RegExp(`^(?:${pattern})$`, flags.replace(/[gy]/g, ""));
    return new Set(sample.filter((character) => test.test(character)));
  });
}

const codePoint = (hexadecimal: string): string => {
  const number = Number.parseInt(hexadecimal, 16);
  return number <= 0x10ffff ? String.fromCodePoint(number) : "";
};
