// What things are called in generated source.

const RESERVED = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const continue debugger declare default delete do else " +
    "enum error eval export extends false finally flow for from function get given if implements import in infer inputs instanceof " +
    "interface is keyof let module namespace never new null number object of package private protected public readonly " +
    "require return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown " +
    "using var void while with yield NaN Infinity Object Array String Number Boolean Date Promise Symbol Map Set Function"
  ).split(" "),
);

/** Hands out identifiers, each once. */
export interface Identifiers {
  /** An identifier made of someone's words; `kind` is put behind what would be taken or reserved. */
  take(words: string, kind: string): string;
  /** The same with a capital letter, for types. */
  takeType(words: string): string;
}

export function createIdentifiers(taken: Iterable<string>): Identifiers {
  const used = new Set([...RESERVED, ...taken]);
  /** How often each name was wanted: hundreds may want the same. */
  const counts = new Map<string, number>();
  const unique = (base: string, kind: string): string => {
    const candidates = [base, base.endsWith(kind) ? base : `${base}${kind}`].filter(
      (name) => !/^\p{N}|^(?:error|given)\d+$/u.test(name),
    );
    let name = candidates.find((candidate) => !used.has(candidate));
    const stem = candidates.at(-1) ?? kind;
    let count = counts.get(stem) ?? 1;
    while (name === undefined || used.has(name)) name = `${stem}${++count}`;
    counts.set(stem, count);
    used.add(name);
    return name;
  };
  return {
    take: (words, kind) => unique(camelCase(words) || camelCase(`${kind} ${words}`), kind),
    takeType: (words) => unique(upperFirst(camelCase(words) || "Output"), "Output"),
  };
}

const MAX_WORDS = 6;

/** `Send an e-mail!` to `sendAnEMail`; nothing when there is no letter in it. Letters of all scripts stay. */
export function camelCase(text: string): string {
  const words = text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/gu, "")
    .normalize("NFC")
    .replaceAll(/['’`]/gu, "")
    // Which of these are letters depends on the age of the one who reads the source.
    .replaceAll(/[\u{10000}-\u{10ffff}]/gu, " ")
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const first = words.findIndex((word) => /^\p{ID_Start}/u.test(word));
  if (first < 0) return "";
  // A number at the end tells things apart.
  const last = words.length > first + MAX_WORDS ? words.slice(-1).filter((word) => /^\p{N}+$/u.test(word)) : [];
  return [...words.slice(first, first + MAX_WORDS), ...last]
    .map((word, position) => (position === 0 ? word.toLowerCase() : upperFirst(word.toLowerCase())))
    .join("")
    .replaceAll(/[^\p{ID_Continue}]/gu, "");
}

const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `ActionSendEmail` to `Send email`: what a module may be called that nobody has named. */
export function readableModule(type: string): string {
  const [, name = type] = /:(.*)$/u.exec(type) ?? [];
  const words = name
    .replace(/^(?:Action|Trigger|Watch(?=[A-Z]))(?=[A-Z])/u, (prefix) => (prefix === "Watch" ? "Watch" : ""))
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[\s_-]+/u)
    .filter((word) => word !== "");
  const text = words.map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase())).join(" ");
  return upperFirst(text) || type;
}

/** Lower case with dashes, of plain letters: the name of a symbol or a file. */
export const dashed = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
