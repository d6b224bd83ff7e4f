import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { createLineIndex } from "../blueprint/line-index.ts";
import { type JsonPlace, ProblemError, type Span } from "../diagnostics/diagnostic.ts";
import { parsePointer } from "../util/json-pointer.ts";
import { quote } from "../util/quote.ts";

/** What a YAML text says, and where it says it. */
export interface YamlFile {
  /** `null` for a text without content. */
  readonly value: unknown;
  /** Finds a place in the text; for one that is not there, the nearest thing around it. */
  readonly locate: (place: JsonPlace) => Span;
}

/** Parses one document of YAML. Throws a `ProblemError` with everything that is wrong with it. */
export function parseYaml(source: string, path: string): YamlFile {
  const text = source.startsWith("\ufeff") ? source.slice(1) : source;
  const spanOf = createLineIndex(text);
  const document = parseDocument(text, { merge: true, prettyErrors: false, logLevel: "error" });

  const slips = [...document.errors, ...document.warnings].map((error) => explainError(error, text));
  slips.push(...findLooseAliases(document).map(explainLooseAlias));
  if (slips.length === 0) {
    try {
      return { value: document.toJS(), locate: (place) => spanOf(...rangeOf(document, place)) };
    } catch (error) {
      // What aliases make of a text shows only when they are followed: a merge of what is no mapping, endless growth.
      slips.push({ range: [0, 0], message: error instanceof Error ? error.message : String(error) });
    }
  }
  throw new ProblemError(slips.map(({ range, ...problem }) => ({ path, span: spanOf(...range), ...problem })));
}

type Range = readonly [start: number, end: number];

interface Slip {
  readonly range: Range;
  readonly message: string;
  readonly help?: string;
}

/** The parser's messages that do not say what a person did. */
const ADVICE: Readonly<Partial<Record<YAMLError["code"], Omit<Slip, "range">>>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: "This line has two keys",
    help: "Begin a new line for the second, or put quotation marks around the text",
  },
  MULTILINE_IMPLICIT_KEY: { message: "This line has no value", help: "Put a space behind the `:`" },
  MULTIPLE_DOCS: { message: "A second YAML document begins here", help: "Keep one document in the file" },
  TAB_AS_INDENT: { message: "A tab indents this line", help: "Indent with spaces" },
};

function explainError({ code, message, pos: [start, end] }: YAMLError, text: string): Slip {
  if (code === "DUPLICATE_KEY") {
    const key = /^[^:\n]*/.exec(text.slice(start))?.[0].trim() ?? "";
    return {
      range: [start, start + key.length],
      message: `${quote(key)} stands here twice`,
      help: "Remove one of the two",
    };
  }
  return { range: [start, end], ...(ADVICE[code] ?? { message: message.replace(/\.$/, "") }) };
}

function findLooseAliases(document: Document): readonly Alias[] {
  const loose: Alias[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) loose.push(alias);
    },
  });
  return loose;
}

const explainLooseAlias = ({ source, range }: Alias): Slip => ({
  range: [range?.[0] ?? 0, range?.[1] ?? 0],
  message: `${quote(`*${source}`)} stands for nothing`,
  help: `Mark what it stands for with ${quote(`&${source}`)}, further up`,
});

/** Where a place is in the text. */
function rangeOf(document: Document, { pointer, key }: JsonPlace): Range {
  let node: unknown = document.contents;
  let name: unknown;
  for (const step of parsePointer(pointer)) {
    const container = isAlias(node) ? node.resolve(document) : node;
    const child = findChild(container, step);
    if (child === undefined) return textRange(node);
    ({ name, node } = child);
  }
  return textRange(key && name !== undefined ? name : node);
}

function findChild(container: unknown, step: string): { readonly name?: unknown; readonly node: unknown } | undefined {
  if (isMap(container)) {
    const pair = container.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step);
    return pair && { name: pair.key, node: pair.value ?? pair.key };
  }
  const node = isSeq(container) ? container.items[Number(step)] : undefined;
  return node === undefined ? undefined : { node };
}

function textRange(node: unknown): Range {
  const [start, end] = (isNode(node) && node.range) || [0, 0];
  return [start, end];
}
