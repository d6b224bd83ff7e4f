// JSON while somebody writes it: whatever can be read of a text that does not parse, and where it stands.

import { getNodeValue, type Node, parseTree } from "jsonc-parser";
import { createLineIndex } from "../blueprint/line-index.ts";
import type { JsonPlace, Span } from "../diagnostics/diagnostic.ts";
import { parsePointer } from "../util/json-pointer.ts";
import { offsetsInString } from "./string-offsets.ts";

export interface TolerantJson {
  readonly value: unknown;
  /** As `createLocator` has it: what is not there is found as the nearest thing around it. */
  readonly locate: (place: JsonPlace) => Span;
}

/** Nothing comes back for a text in which nothing can be read, or that is nested too deep. */
export function readTolerantly(text: string): TolerantJson | undefined {
  try {
    const tree = parseTree(text, [], { allowTrailingComma: true });
    return tree && { value: getNodeValue(tree), locate: locator(text, tree) };
  } catch (error) {
    // The parser recurses.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function locator(text: string, tree: Node): (place: JsonPlace) => Span {
  const spanOf = createLineIndex(text);
  const spanOfNode = ({ offset, length }: Node): Span => spanOf(offset, offset + length);
  return ({ pointer, range, key }) => {
    let node = tree;
    for (const step of parsePointer(pointer)) {
      const child = childOf(node, step);
      if (child === undefined) return spanOfNode(node);
      node = child;
    }
    const [name] = node.parent?.type === "property" ? (node.parent.children ?? []) : [];
    if (key && name) return spanOfNode(name);
    if (range === undefined || node.type !== "string") return spanOfNode(node);
    const offsets = offsetsInString(text, node.offset, node.offset + node.length);
    const offsetOf = (decoded: number): number => offsets[Math.min(decoded, offsets.length - 1)] as number;
    return spanOf(offsetOf(range.start), offsetOf(range.end));
  };
}

function childOf({ type, children = [] }: Node, step: string): Node | undefined {
  if (type === "array") return /^\d+$/u.test(step) ? children[Number(step)] : undefined;
  // As in JSON.parse, the last one of a name wins.
  return children.findLast((property) => property.children?.[0]?.value === step)?.children?.[1];
}
