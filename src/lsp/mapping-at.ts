// What a cursor in a mapping stands on.

import type { Range, Reference, Segment } from "../iml/ast.ts";
import { walkTemplate } from "../iml/walk.ts";
import { type MappedText, mappings } from "../model/mappings.ts";
import { moduleAt } from "../model/module-at.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Cursor } from "./cursor.ts";

/** The text with mappings that a cursor is in. Names of properties, and what Make does not evaluate, have none. */
export function mappedTextAt(scenario: Scenario, { pointer, isInName, string }: Cursor): MappedText | undefined {
  const module = isInName || string === undefined ? undefined : moduleAt(scenario, pointer);
  return module && mappings(module).find(({ place }) => place.pointer === pointer);
}

interface Placed {
  /** All of it, in the text. */
  readonly range: Range;
}

/** `7.customer.email`. */
export interface MappedModule extends Placed {
  readonly kind: "module";
  readonly id: number;
  readonly path: readonly Segment[];
  /** The steps up to the cursor. */
  readonly steps: readonly Segment[];
}

/** `now`, `var.input.x`. */
export interface MappedName extends Placed {
  readonly kind: "name";
  readonly name: string;
  readonly path: readonly Segment[];
}

/** The name of a function. */
interface MappedCall extends Placed {
  readonly kind: "call";
  readonly name: string;
}

export type Mapped = MappedModule | MappedName | MappedCall;

/** The innermost thing at a place of the text. */
export function mappedAt({ template }: MappedText, at: number): Mapped | undefined {
  let found: Mapped | undefined;
  const isHere = (range: Range | undefined): range is Range =>
    range !== undefined && range.start <= at && at <= range.end;
  walkTemplate(template, (expression) => {
    if (expression.kind === "call" && isHere(expression.nameRange)) {
      found = { kind: "call", name: expression.name, range: expression.nameRange };
    } else if (expression.kind === "reference" && isHere(expression.range)) {
      found = mappedReference(expression, expression.range, at);
    }
  });
  return found;
}

function mappedReference({ root, path }: Reference, range: Range, at: number): Mapped | undefined {
  if (root.kind === "name") return root.quoted ? undefined : { kind: "name", name: root.name, path, range };
  const behind = path.findIndex((segment) => (segment.range?.start ?? 0) >= at);
  return { kind: "module", id: root.id, path, steps: behind < 0 ? path : path.slice(0, behind), range };
}
