import { toText } from "../coerce.ts";
import { compareTexts, order } from "../compare.ts";
import { defineFunction, type ImlFunction, type Parameter } from "../define-function.ts";
import { valueAt } from "../path.ts";
import { isNothing, type Value } from "../value.ts";

const array = { name: "array", type: "array" } as const satisfies Parameter;

const ORDERS: ReadonlySet<string> = new Set(["asc", "desc", "asc ci", "desc ci"]);

const NAMES = { 1: { people: [{ name: "bob" }, { name: "Ada" }] } };

export const orderFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "reverse",
    group: "array",
    summary: "Turns the order of the items around",
    params: [array],
    returns: { sameAs: ["array"] },
    examples: [['reverse(split("a,b,c"; ","))', ["c", "b", "a"]]],
    evaluate: ([items]) => items.toReversed(),
  }),
  defineFunction({
    name: "shuffle",
    group: "array",
    summary: "Puts the items in a random order",
    params: [array],
    returns: { sameAs: ["array"] },
    examples: [['length(shuffle(split("a,b,c"; ",")))', 3]],
    evaluate: ([items], { random }) => {
      const shuffled = [...items];
      for (let position = shuffled.length - 1; position > 0; position--) {
        const other = Math.floor(random() * (position + 1));
        [shuffled[position], shuffled[other]] = [shuffled[other], shuffled[position]];
      }
      return shuffled;
    },
  }),
  defineFunction({
    name: "sort",
    group: "array",
    summary: "Sorts the items by themselves or by a key; orders are `asc`, `desc`, `asc ci` and `desc ci`",
    params: [array, { name: "order", type: "text", optional: true }, { name: "key", type: "text", optional: true }],
    returns: { sameAs: ["array"] },
    examples: [
      ['sort(split("b,a,B"; ","))', ["B", "a", "b"]],
      ['sort(1.people; "desc ci"; "name")', [{ name: "bob" }, { name: "Ada" }], NAMES],
      ['sort(1.people; "name")', [{ name: "Ada" }, { name: "bob" }], NAMES],
    ],
    note: "The documentation also shows the key in the place of the order",
    evaluate: ([items, second = "asc", key], { timezone }) => {
      const isOrder = ORDERS.has(second);
      const by = isOrder ? key : second;
      const ignoresCase = isOrder && second.endsWith("ci");
      const rank = (item: Value): Value => {
        const found = by === undefined ? item : valueAt(item, by);
        return ignoresCase ? toText(found).toLowerCase() : found;
      };
      const direction = isOrder && second.startsWith("desc") ? -1 : 1;
      return items
        .map((item) => ({ item, rank: rank(item) }))
        .sort((a, b) => direction * compare(a.rank, b.rank, timezone))
        .map(({ item }) => item);
    },
  }),
];

/** What cannot be compared is sorted as text; nothing comes first. */
function compare(first: Value, second: Value, timezone: string): number {
  if (isNothing(first) || isNothing(second)) return Number(isNothing(second)) - Number(isNothing(first));
  const difference = order(first, second, timezone);
  return Number.isNaN(difference) ? compareTexts(toText(first), toText(second)) : difference;
}
