// Two values, and each place in which they differ.

import { isObject } from "../util/is-object.ts";
import { alignItems, nameOf } from "./align-items.ts";
import { type Change, type ChangeKind, change } from "./change.ts";
import { inOrder } from "./in-order.ts";
import { canonical, type ModuleWord, replaceModules } from "./references.ts";
import { expressionIn, showValue } from "./show-value.ts";

/** How the values of one side name modules: for comparing, and for showing. */
export interface Words {
  /** The same for a module on both sides. */
  readonly same: ModuleWord;
  readonly shown: ModuleWord;
}

export interface Sides<Of> {
  readonly before: Of;
  readonly after: Of;
}

/** What to say of a value besides itself: what the editor shows for it. */
export type Caption = (path: readonly string[], value: unknown, side: keyof Sides<unknown>) => string | undefined;

export interface Comparison {
  readonly kind: ChangeKind;
  readonly words: Sides<Words>;
  readonly caption?: Caption;
}

const pathLabel = (path: readonly string[]): string => path.join(" › ");

/** The differences of two values; `undefined` is a value that is not there. */
export function compareValues(
  before: unknown,
  after: unknown,
  path: readonly string[],
  { kind, words, caption }: Comparison,
): readonly Change[] {
  const changes: Change[] = [];
  compare(before, after, path);
  return changes;

  function compare(a: unknown, b: unknown, at: readonly string[]): void {
    if (isSame(a, b)) return;
    const [items, others] = [itemsOf(a), itemsOf(b)];
    const [members, otherMembers] = [membersOf(a), membersOf(b)];
    if (items && others && items.length + others.length > 0) compareLists(items, others, at);
    else if (members && otherMembers && Object.keys({ ...members, ...otherMembers }).length > 0)
      for (const key of Object.keys({ ...members, ...otherMembers }))
        compare(ownOf(members, key), ownOf(otherMembers, key), [...at, key]);
    else changes.push(leaf(a, b, at));
  }

  function compareLists(items: readonly unknown[], others: readonly unknown[], at: readonly string[]): void {
    const pairs = alignItems(items, others, isSame);
    const moved = pairs.flatMap(([own, other]) => (own === undefined || other === undefined ? [] : [own]));
    if (inOrder(moved).size < moved.length) {
      const [was, is] = [items, others].map((list) => list.map((item, index) => nameOf(item) ?? String(index + 1)));
      changes.push(change(kind, `${pathLabel(at)}: order`, was?.join(", "), is?.join(", ")));
    }
    for (const [own, other] of pairs) {
      const [a, b] = [own === undefined ? undefined : items[own], other === undefined ? undefined : others[other]];
      const name = nameOf(b ?? a);
      const isNamed = name !== undefined && [a, b].every((item) => item === undefined || isNamedValue(item, name));
      const path = [...at, name ?? String((other ?? own ?? 0) + 1)];
      if (isNamed) compare(valueIn(a), valueIn(b), path);
      else compare(a, b, path);
    }
  }

  function leaf(a: unknown, b: unknown, at: readonly string[]): Change {
    const label = pathLabel(at);
    const captions = { before: caption?.(at, a, "before"), after: caption?.(at, b, "after") };
    if (isPlainText(a, "before") && isPlainText(b, "after") && !captions.before && !captions.after) {
      return change(kind, label, shownText(a, "before"), shownText(b, "after"), true);
    }
    return change(kind, label, shown(a, "before"), shown(b, "after"));

    function shown(value: unknown, side: keyof typeof captions): string | undefined {
      if (value === undefined) return undefined;
      const text = showValue(value, words[side].shown);
      return captions[side] === undefined ? text : `${text} (${captions[side]})`;
    }
  }

  function isPlainText(value: unknown, side: "before" | "after"): value is string | undefined {
    return value === undefined || (typeof value === "string" && expressionIn(value, words[side].shown) === undefined);
  }

  function shownText(value: string | undefined, side: "before" | "after"): string | undefined {
    return value === undefined ? undefined : replaceModules(value, words[side].shown);
  }

  function isSame(a: unknown, b: unknown): boolean {
    if (a === undefined || b === undefined) return a === b;
    return canonical(a, words.before.same) === canonical(b, words.after.same);
  }
}

const itemsOf = (value: unknown): readonly unknown[] | undefined =>
  value === undefined ? [] : Array.isArray(value) ? value : undefined;
const membersOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  value === undefined ? {} : isObject(value) ? value : undefined;
const ownOf = (members: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(members, key) ? members[key] : undefined;

/** A header, a parameter of a query: nothing but a name and a value. */
const isNamedValue = (item: unknown, name: string): boolean =>
  isObject(item) && Object.keys(item).length === 2 && "value" in item && (item.name === name || item.key === name);
const valueIn = (item: unknown): unknown => (isObject(item) ? item.value : undefined);
