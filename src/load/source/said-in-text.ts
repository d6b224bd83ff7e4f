// A range in a printed text: a value that was put into a template, or a part of what was written as data and printed as
// JSON.

import type { TextRange } from "../../diagnostics/diagnostic.ts";
import { findMapping, type MappingSpan } from "../../iml/scan.ts";
import { type JsonNode, parseJsonText } from "../../model/json-text.ts";
import { type Said, saidAt } from "./said.ts";
import type { Source } from "./source.ts";
import type { Piece } from "./syntax.ts";

/** The smallest expression that surely says a part of a text. */
export function saidInText(source: Source, said: Said, text: string, range: TextRange): Piece {
  const { syntax } = source;
  const isData = syntax.membersOf(said.value) ?? syntax.elementsOf(said.value);
  if (!isData) return valueIn(source, said.value, text, range) ?? said.value;
  const { root } = said.isExact ? parseJsonText(text) : {};
  if (root === undefined) return said.value;
  const { path, isName } = pathTo(root, range);
  const inner = saidAt(source, { value: said.value }, { path, data: undefined });
  return isName && inner.isExact && inner.key ? inner.key : inner.value;
}

const within = (inner: TextRange, outer: TextRange): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The way to the smallest part of a JSON text around a range; to a name, if that is meant. */
function pathTo(node: JsonNode, range: TextRange): { readonly path: readonly string[]; readonly isName?: boolean } {
  const below = (step: string, inner: JsonNode) => {
    const { path, ...rest } = pathTo(inner, range);
    return { path: [step, ...path], ...rest };
  };
  if (node.kind === "object") {
    for (const { name, nameRange, value } of node.members) {
      if (within(range, nameRange)) return { path: [name], isName: true };
      if (within(range, value.range)) return below(name, value);
    }
  }
  if (node.kind === "array") {
    const index = node.items.findIndex((item) => within(range, item.range));
    const item = node.items[index];
    if (item) return below(String(index), item);
  }
  return { path: [] };
}

/**
 * The value of a template whose mapping is meant. That is certain only when each value was printed as one mapping, and
 * something stands between every two of them.
 */
function valueIn(source: Source, piece: Piece, text: string, range: TextRange): Piece | undefined {
  const template = source.syntax.templateOf(piece);
  if (template === undefined || source.names.meaningOf(template).join(".") !== "cyanotype.iml") return undefined;
  const mappings = mappingsIn(text);
  const ends = [0, ...mappings.map(({ end }) => end)];
  const texts = ends.map((end, index) => text.slice(end, mappings[index]?.start));
  const isSame = texts.length === template.texts.length && texts.every((each, index) => each === template.texts[index]);
  if (!isSame || texts.slice(1, -1).includes("")) return undefined;
  return template.given[mappings.findIndex((mapping) => within(range, mapping))];
}

function mappingsIn(text: string): readonly MappingSpan[] {
  const mappings: MappingSpan[] = [];
  for (let from = 0; ; ) {
    const found = findMapping(text, from);
    if (found === undefined || "unclosed" in found) return mappings;
    mappings.push(found);
    from = found.end;
  }
}
