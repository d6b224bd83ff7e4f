// How long a regular expression may take. JavaScript tries one way of matching after the other. Where a text can be
// cut into the rounds of a loop in more than one way, each further character multiplies the ways: `(a+)+$` on forty
// times `a` and a `b` does not end in a lifetime.
//
// The pattern becomes an automaton whose states are its characters. It has such a loop if and only if two different
// paths lead from a state back to itself along the same text.

import { parseRegex, type RegexNode } from "./regex-syntax.ts";

/** Patterns with more states than this are not looked into, and a repetition of more rounds counts as endless. */
const MAX_STATES = 200;
const MAX_ROUNDS = 10;

export interface RegexCost {
  /** The time may double with each character of the text. */
  readonly isExplosive: boolean;
  /** How many loops the pattern has: the time may grow with the length of the text to the power of one more. */
  readonly loops: number;
}

/** The pattern must compile with these flags. */
export function regexCost(source: string, flags: string): RegexCost {
  const automaton = new Automaton();
  automaton.add(parseRegex(source));
  const { loops, states } = automaton;
  return { loops, isExplosive: states.length <= MAX_STATES && automaton.isAmbiguous(alphabetOf(source, flags)) };
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
        return node.nodes.map((part) => this.add(part)).reduce(either);
      case "repeat":
        return this.repeat(node.node, node.minimum, node.maximum);
    }
  }

  private repeat(node: RegexNode, minimum: number, maximum: number): Part {
    if (this.states.length > MAX_STATES) return NO_TEXT;
    const isEndless = maximum > MAX_ROUNDS;
    const rounds = isEndless ? Math.max(1, Math.min(minimum, MAX_ROUNDS)) : maximum;
    let whole = NO_TEXT;
    for (let round = 1; round <= rounds; round++) {
      const part = this.add(node);
      if (isEndless && round === rounds) {
        this.loops++;
        this.connect(part.last, part.first);
      }
      whole = this.join(whole, round > minimum ? { ...part, isEmpty: true } : part);
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

  /** `alphabet` tells which characters of a sample the pattern of a state matches. */
  isAmbiguous(alphabet: (pattern: string) => ReadonlySet<string>): boolean {
    const characters = this.states.map(alphabet);
    const canCoincide = (one: number, other: number): boolean =>
      one === other || [...(characters[one] ?? [])].some((character) => characters[other]?.has(character));
    if (this.doubled.some(([from, to]) => this.reaches(to, from))) return true;
    return this.states.some((_, state) => this.reaches(state, state) && this.parts(state, canCoincide));
  }

  private reaches(from: number, to: number): boolean {
    return closure([from], (state) => [...(this.next[state] ?? [])], false).has(to);
  }

  /** Whether two paths along the same text part at the state and meet there again. */
  private parts(state: number, canCoincide: (one: number, other: number) => boolean): boolean {
    const size = this.states.length;
    const start = state * size + state;
    const comesFrom = new Map<number, number[]>();
    const ahead = closure([start], (pair) => {
      const [one, other] = [Math.floor(pair / size), pair % size];
      const following = [...(this.next[one] ?? [])].flatMap((left) =>
        [...(this.next[other] ?? [])].filter((right) => canCoincide(left, right)).map((right) => left * size + right),
      );
      for (const to of following) comesFrom.set(to, [...(comesFrom.get(to) ?? []), pair]);
      return following;
    });
    const behind = closure([start], (pair) => comesFrom.get(pair) ?? []);
    return [...ahead].some((pair) => pair % (size + 1) !== 0 && behind.has(pair));
  }
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
const BEYOND = "\u00a0äŽß\u2028—漢🙂";

/**
 * Two characters of a pattern coincide when some character matches both. The sample has what the pattern names and a
 * few of each kind, and JavaScript itself says what matches.
 */
function alphabetOf(source: string, flags: string): (pattern: string) => ReadonlySet<string> {
  const sample = [...new Set(ASCII + BEYOND + source)];
  const known = new Map<string, ReadonlySet<string>>();
  return (pattern) => {
    let characters = known.get(pattern);
    if (characters === undefined) {
      const test = new RegExp(`^(?:${pattern})$`, flags.replace(/[gy]/g, ""));
      characters = new Set(sample.filter((character) => test.test(character)));
      known.set(pattern, characters);
    }
    return characters;
  };
}
