// One strict pass over a JSON text: it accepts what `JSON.parse` accepts and says where everything stands, which
// `JSON.parse` does not. It keeps its own stack, so that depth costs memory and never overflows.

/** Levels of objects and arrays that are read. The deepest of 300 real blueprints has 64. */
export const MAX_DEPTH = 1_000;

/**
 * Every value and property name of a JSON text, in the order of the text. A property's name stands right before its
 * value. `starts` and `ends` are offsets (the end is exclusive); `nexts` is the entry behind this one and all that is
 * in it.
 */
export interface JsonTape {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly nexts: Int32Array;
  /** Offsets at which lines begin: outside of strings, and nowhere else, a text has line breaks. */
  readonly lines: Int32Array;
}

/** What may come next at some point of a JSON text. */
export type Expectation =
  | "value"
  | "first item"
  | "item"
  | "first name"
  | "name"
  | "colon"
  | "separator in object"
  | "separator in array"
  | "end";

/** Where a text stops being JSON. */
export interface JsonFault {
  readonly offset: number;
  /** What could have stood there; `text` inside of a string, `depth` where a container is one level too deep. */
  readonly expected: Expectation | "text" | "depth";
  /** Where the string begins that the fault is in; the same as `offset` elsewhere. */
  readonly start: number;
  /** Offsets of the brackets that are open there, outermost first. */
  readonly open: readonly number[];
}

export type JsonScan =
  | { readonly ok: true; readonly tape: JsonTape }
  | { readonly ok: false; readonly fault: JsonFault };

// A word that merely begins like one of these is no value as a whole, so that a fault points at all of it.
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

const IS_BIG_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The tape of a JSON text, or the first place where it is no JSON. */
export function scanJson(text: string): JsonScan {
  const codes = codesOf(text);
  let { starts, ends, nexts, lines } = scratch;
  let length = 0;
  let lineCount = 1;
  /** The entries of the brackets that are open, and what may come behind a value in each of them. */
  const open: number[] = [];
  const outer: Expectation[] = [];
  let afterValue: Expectation = "end";
  let expected: Expectation = "value";
  let at = 0;

  // No functions are made in here: V8 takes each call's for others, and throws away what it has optimized.
  for (;;) {
    let char = codes[at] as number;
    while (char === SPACE || char === LINE_FEED || char === CARRIAGE_RETURN || char === TAB) {
      at++;
      if (char === LINE_FEED || (char === CARRIAGE_RETURN && codes[at] !== LINE_FEED)) {
        if (lineCount === lines.length) ({ starts, ends, nexts, lines } = growScratch());
        lines[lineCount++] = at;
        at = behindIndentation(at);
      }
      char = codes[at] as number;
    }

    if (expected === "end") {
      return at === text.length ? tapeOf(length, lineCount) : fault(starts, open, expected, at);
    }

    if (char === COLON) {
      if (expected !== "colon") return fault(starts, open, expected, at);
      expected = "value";
      at++;
      continue;
    }
    if (char === COMMA) {
      if (expected === "separator in object") expected = "name";
      else if (expected === "separator in array") expected = "item";
      else return fault(starts, open, expected, at);
      at++;
      continue;
    }
    if (char === CLOSE_OBJECT || char === CLOSE_ARRAY) {
      const closes =
        char === CLOSE_OBJECT
          ? expected === "first name" || expected === "separator in object"
          : expected === "first item" || expected === "separator in array";
      if (!closes) return fault(starts, open, expected, at);
      at++;
      const entry = open.pop() as number;
      ends[entry] = at;
      nexts[entry] = length;
      afterValue = outer.pop() as Expectation;
      expected = afterValue;
      continue;
    }

    let end: number;
    if (char === QUOTE) {
      const isName: boolean = expected === "name" || expected === "first name";
      if (!isName && !awaitsValue(expected)) return fault(starts, open, expected, at);
      end = endOfString(text, codes, at);
      if (end < 0) return fault(starts, open, "text", at, ~end);
      expected = isName ? "colon" : afterValue;
    } else if (char === OPEN_OBJECT || char === OPEN_ARRAY) {
      if (!awaitsValue(expected)) return fault(starts, open, expected, at);
      if (open.length === MAX_DEPTH) return fault(starts, open, "depth", at);
      open.push(length);
      outer.push(afterValue);
      end = at + 1;
      expected = char === OPEN_OBJECT ? "first name" : "first item";
      afterValue = char === OPEN_OBJECT ? "separator in object" : "separator in array";
    } else {
      end = awaitsValue(expected) ? endOfScalar(text, at) : -1;
      if (end < 0) return fault(starts, open, expected, at);
      expected = afterValue;
    }
    if (length === starts.length) ({ starts, ends, nexts, lines } = growScratch());
    starts[length] = at;
    ends[length] = end;
    nexts[length] = ++length;
    at = end;
  }
}

function tapeOf(length: number, lineCount: number): JsonScan {
  const { starts, ends, nexts, lines } = scratch;
  const tape = {
    starts: starts.slice(0, length),
    ends: ends.slice(0, length),
    nexts: nexts.slice(0, length),
    lines: lines.slice(0, lineCount),
  };
  return { ok: true, tape };
}

function fault(
  starts: Int32Array,
  open: readonly number[],
  expected: JsonFault["expected"],
  start: number,
  offset = start,
): JsonScan {
  return { ok: false, fault: { offset, expected, start, open: open.map((entry) => starts[entry] as number) } };
}

const awaitsValue = (expected: Expectation): boolean =>
  expected === "value" || expected === "item" || expected === "first item";

// What a scan writes to is kept for the next one: memory that is new takes longer to get than to fill.
let units = new Uint16Array(1 << 20);
let fours = new Float64Array(units.buffer);
let scratch = {
  starts: new Int32Array(1 << 15),
  ends: new Int32Array(1 << 15),
  nexts: new Int32Array(1 << 15),
  lines: new Int32Array(1 << 15),
};

function growScratch(): typeof scratch {
  const longer = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
    const grown = new Int32Array(numbers.length * 2);
    grown.set(numbers);
    return grown;
  };
  const { starts, ends, nexts, lines } = scratch;
  scratch = { starts: longer(starts), ends: longer(ends), nexts: longer(nexts), lines: longer(lines) };
  return scratch;
}

/** The UTF-16 units of a text, and at least one 0 behind them: asking the text for each takes twice as long. */
function codesOf(text: string): Uint16Array {
  if (units.length <= text.length) {
    units = new Uint16Array((text.length + 4) & ~3);
    fours = new Float64Array(units.buffer);
  }
  const bytes = Buffer.from(units.buffer, 0, text.length * 2);
  bytes.write(text, "utf16le");
  if (IS_BIG_ENDIAN) bytes.swap16();
  units[text.length] = 0;
  return units;
}

const FOUR_SPACES = new Float64Array(new Uint16Array(4).fill(SPACE).buffer)[0];

/** Offset behind the spaces that a line begins with. They are three quarters of a real blueprint: four at once. */
function behindIndentation(start: number): number {
  let at = start;
  for (; (at & 3) !== 0; at++) if (units[at] !== SPACE) return at;
  while (fours[at >> 2] === FOUR_SPACES) at += 4;
  return at;
}

/** Offset behind the string that begins at `start`, or `~offset` of the first character that cannot be in it. */
function endOfString(text: string, codes: Uint16Array, start: number): number {
  for (let at = start + 1; ; at++) {
    const char = codes[at] as number;
    if (char === QUOTE) return at + 1;
    if (char === BACKSLASH) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return ~at;
      at = ESCAPE.lastIndex - 1;
    } else if (char < SPACE) {
      return ~at;
    }
  }
}

/** Offset behind the number or literal that begins at `start`, or `~start` when there is none. */
function endOfScalar(text: string, start: number): number {
  SCALAR.lastIndex = start;
  return SCALAR.test(text) ? SCALAR.lastIndex : ~start;
}

/** The property name that stands at an entry of the tape, unescaped. */
export function readName(text: string, { starts, ends }: JsonTape, entry: number): string {
  const raw = text.slice((starts[entry] as number) + 1, (ends[entry] as number) - 1);
  return raw.includes("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
}
