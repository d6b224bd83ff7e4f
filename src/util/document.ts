// Text that is laid out for a width: what fits on a line stays on it, what does not is broken at its outermost places
// first. The idea is Wadler's "prettier printer".

/** A piece of text whose line breaks are decided when it is printed. */
export type Document =
  | string
  | readonly Document[]
  | { readonly kind: "line"; readonly flat: string }
  | { readonly kind: "hard line" }
  | { readonly kind: "verbatim"; readonly text: string }
  | { readonly kind: "if broken"; readonly text: string }
  | { readonly kind: "flat"; readonly inner: Document }
  | { readonly kind: "indent"; readonly inner: Document }
  | { readonly kind: "group"; readonly inner: Document; readonly broken: boolean }
  | { readonly kind: "first fit"; readonly choices: readonly [Document, ...Document[]] };

/** A space, or a line break where the group around it is broken. */
export const line: Document = { kind: "line", flat: " " };
/** Nothing, or a line break where the group around it is broken. */
export const softLine: Document = { kind: "line", flat: "" };
/** Always a line break. Groups around it are broken. */
export const hardLine: Document = { kind: "hard line" };
/** Text that may hold line breaks of its own, which are not indented. */
export const verbatim = (text: string): Document => ({ kind: "verbatim", text });
/** Only where the group around it is broken: a trailing comma. */
export const ifBroken = (text: string): Document => ({ kind: "if broken", text });
/** On one line, however long it is. */
export const flat = (inner: Document): Document => ({ kind: "flat", inner });
/** Line breaks inside go one level further in. */
export const indent = (inner: Document): Document => ({ kind: "indent", inner });
/** Its lines are all broken or all flat. `broken`: always broken. */
export const group = (inner: Document, broken = false): Document => ({ kind: "group", inner, broken });
/** The first one that fits with only its own broken groups broken; the last one when none does. */
export const firstFit = (...choices: readonly [Document, ...Document[]]): Document => ({ kind: "first fit", choices });

export const join = (documents: readonly Document[], separator: Document): Document =>
  documents.flatMap((document, position) => (position === 0 ? [document] : [separator, document]));

const INDENT = "  ";

interface Task {
  readonly document: Document;
  readonly depth: number;
  readonly flat: boolean;
}

/** Prints a document in lines of at most `width` characters, where that is possible. */
export function printDocument(document: Document, width: number): string {
  const printed: string[] = [];
  let column = 0;
  // Lines without text carry no blanks: the indentation waits for the text.
  let pending = "";
  const put = (given: string): void => {
    if (given === "") return;
    const text = given.startsWith("\n") ? given : pending + given;
    pending = "";
    printed.push(text);
    const lastBreak = text.lastIndexOf("\n");
    column = lastBreak < 0 ? column + given.length : text.length - lastBreak - 1;
  };
  const breakLine = (depth: number): void => {
    printed.push("\n");
    pending = INDENT.repeat(depth);
    column = pending.length;
  };
  // A stack of its own: scenarios nest deeper than the machine's.
  const tasks: Task[] = [{ document, depth: 0, flat: false }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { document: current, depth, flat } = task;
    if (typeof current === "string") put(current);
    else if (isList(current)) {
      for (let index = current.length - 1; index >= 0; index--)
        tasks.push({ document: current[index] as Document, depth, flat });
    } else {
      switch (current.kind) {
        case "verbatim":
          put(current.text);
          break;
        case "if broken":
          if (!flat) put(current.text);
          break;
        case "line":
          if (flat) put(current.flat);
          else breakLine(depth);
          break;
        case "hard line":
          breakLine(depth);
          break;
        case "indent":
          tasks.push({ document: current.inner, depth: depth + 1, flat });
          break;
        case "flat":
          tasks.push({ document: current.inner, depth, flat: true });
          break;
        case "group": {
          const asFlat: Task = { document: current.inner, depth, flat: true };
          const fitsFlat = flat || (!current.broken && !breaks(current.inner) && fits(asFlat, tasks, width - column));
          tasks.push(fitsFlat ? asFlat : { ...asFlat, flat: false });
          break;
        }
        case "first fit": {
          const choices = current.choices.map((choice): Task => ({ document: choice, depth, flat }));
          const last = choices.at(-1) as Task;
          const fitting = flat
            ? choices[0]
            : choices.slice(0, -1).find((choice) => fits(choice, tasks, width - column));
          tasks.push(fitting ?? last);
          break;
        }
      }
    }
  }
  return printed.join("");
}

const isList = (document: Document): document is readonly Document[] => Array.isArray(document);

/** The pieces of verbatim text in a document, by identity: whether something came into it, or was made and left out. */
export function piecesIn(document: Document, found = new Set<Document>()): ReadonlySet<Document> {
  const waiting: Document[] = [document];
  const seen = new Set<Document>();
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    if (typeof current === "string" || seen.has(current)) continue;
    seen.add(current);
    if (isList(current)) for (const item of current) waiting.push(item);
    else if (current.kind === "verbatim") found.add(current);
    else if (current.kind === "first fit") for (const choice of current.choices) waiting.push(choice);
    else if ("inner" in current) waiting.push(current.inner);
  }
  return found;
}

const breaking = new WeakMap<object, boolean>();

/** Whether a document has a line break that no width can avoid. */
export function breaks(document: Document): boolean {
  if (typeof document === "string") return false;
  const known = breaking.get(document);
  if (known !== undefined) return known;
  const found = findBreak(document);
  breaking.set(document, found);
  return found;
}

function findBreak(document: Exclude<Document, string>): boolean {
  if (isList(document)) return document.some(breaks);
  switch (document.kind) {
    case "hard line":
      return true;
    case "verbatim":
      return document.text.includes("\n");
    case "flat":
      return false;
    case "indent":
      return breaks(document.inner);
    case "group":
      return document.broken || breaks(document.inner);
    case "first fit":
      return document.choices.every(breaks);
    default:
      return false;
  }
}

/** Whether a task, and what follows it up to the next line break, has room in what is left of the line. */
function fits(task: Task, rest: readonly Task[], room: number): boolean {
  const tasks: Task[] = [task];
  let next = rest.length;
  let left = room;
  while (left >= 0) {
    const current = tasks.pop() ?? rest[--next];
    if (current === undefined) return true;
    const { document, depth, flat } = current;
    if (typeof document === "string") left -= document.length;
    else if (isList(document)) {
      for (let index = document.length - 1; index >= 0; index--)
        tasks.push({ document: document[index] as Document, depth, flat });
    } else {
      switch (document.kind) {
        case "verbatim": {
          const lineEnd = document.text.indexOf("\n");
          if (lineEnd >= 0) return lineEnd <= left;
          left -= document.text.length;
          break;
        }
        case "line":
          if (!flat) return true;
          left -= document.flat.length;
          break;
        case "hard line":
          return true;
        case "if broken":
          if (!flat) left -= document.text.length;
          break;
        case "indent":
          tasks.push({ document: document.inner, depth, flat });
          break;
        case "flat":
          tasks.push({ document: document.inner, depth, flat: true });
          break;
        case "group":
          tasks.push({ document: document.inner, depth, flat: flat || !(document.broken || breaks(document.inner)) });
          break;
        case "first fit":
          tasks.push({ document: flat ? document.choices[0] : (document.choices.at(-1) as Document), depth, flat });
          break;
      }
    }
  }
  return false;
}
