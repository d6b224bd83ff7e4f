// One value of a request for human review, and where it stands. Rules read it the same way whether it is a key of a
// module, a part of JSON text in such a key, or a part of an HTTP body.

import type { JsonPlace, TextRange } from "../diagnostics/diagnostic.ts";
import { hasMapping } from "../iml/scan.ts";
import { isExpr } from "../model/expression.ts";
import { type JsonNode, type JsonTextProblem, parseJsonText } from "../model/json-text.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";

interface FieldBase<Kind extends string, Value> {
  readonly kind: Kind;
  /** As data. Where a mapping stands, its text does. */
  readonly value: Value;
  readonly at: JsonPlace;
  /** The name it stands under, which is where something missing in it is reported. */
  readonly name: JsonPlace;
  /** The first of these members that is given; `null` is as good as nothing. */
  readonly get: (...names: readonly string[]) => RequestField | undefined;
  /** Whether it is an object that surely has none of these members. */
  readonly lacks: (...names: readonly string[]) => boolean;
  /** The members of an object that are given. */
  readonly members: ReadonlyMap<string, RequestField>;
  /** The items of an array. */
  readonly items: readonly RequestField[];
}

export type ObjectField = FieldBase<"object", Readonly<Record<string, unknown>>>;
export type RequestField =
  | ObjectField
  | FieldBase<"array", readonly unknown[]>
  | FieldBase<"string", string>
  | FieldBase<"number", number>
  | FieldBase<"boolean", boolean>
  | FieldBase<"null", null>
  /** Known only when the scenario runs: rules leave it alone. `spliced`: it ends up between the quotes of JSON text. */
  | (FieldBase<"mapped", unknown> & { readonly spliced: boolean })
  /** Text that is meant to be JSON and is none. */
  | (FieldBase<"broken", string> & { readonly problem: JsonTextProblem & { readonly at: JsonPlace } });

/** Where a field stands and where its name does. */
interface FieldPlace {
  readonly at: JsonPlace;
  readonly name: JsonPlace;
}

const leaf = <Kind extends string, Value>(kind: Kind, value: Value, place: FieldPlace): FieldBase<Kind, Value> => ({
  kind,
  value,
  ...place,
  get: () => undefined,
  lacks: () => false,
  members: new Map(),
  items: [],
});

/** A value that nobody can know before the scenario runs. */
export const mappedField = (value: unknown, place: FieldPlace, spliced = false): RequestField => ({
  ...leaf("mapped", value, place),
  spliced,
});

/** An object of fields. `open`: there may be more members than these. */
export function objectField(
  members: ReadonlyMap<string, RequestField>,
  place: FieldPlace,
  { open = false, value }: { readonly open?: boolean; readonly value?: Readonly<Record<string, unknown>> } = {},
): ObjectField {
  const given = new Map([...members].filter(([, { kind }]) => kind !== "null"));
  const get = (...names: readonly string[]): RequestField | undefined => {
    const name = names.find((candidate) => given.has(candidate));
    return name === undefined ? undefined : given.get(name);
  };
  const data = value ?? Object.fromEntries([...members].map(([name, member]) => [name, member.value]));
  const lacks = (...names: readonly string[]): boolean => !open && get(...names) === undefined;
  return { ...leaf("object", data, place), get, lacks, members: given };
}

/** A value of the blueprint itself. */
export function dataField(value: unknown, place: FieldPlace): RequestField {
  switch (typeof value) {
    case "string":
      return hasMapping(value) ? mappedField(value, place) : leaf("string", value, place);
    case "number":
      return leaf("number", value, place);
    case "boolean":
      return leaf("boolean", value, place);
  }
  if (isExpr(value)) return mappedField(value, place);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => dataField(item, itemPlace(pointer(place.at.pointer, index))));
    return { ...leaf("array", value, place), items };
  }
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => [name, dataField(member, memberPlace(pointer(place.at.pointer, name)))] as const,
    );
    return objectField(new Map(members), place, { value });
  }
  return leaf("null", null, place);
}

const itemPlace = (at: string): FieldPlace => ({ at: { pointer: at }, name: { pointer: at } });

/** The place of a value under a name in the blueprint. */
export const memberPlace = (at: string): FieldPlace => ({ at: { pointer: at }, name: { pointer: at, key: true } });

/** What the JSON in a text stands for. */
export function jsonField(text: string, place: FieldPlace): RequestField {
  const within = ({ start, end }: TextRange): JsonPlace => ({ pointer: place.at.pointer, range: { start, end } });
  const { root, problems } = parseJsonText(text);
  const [problem] = problems;
  if (problem !== undefined) {
    return { ...leaf("broken", text, place), problem: { ...problem, at: within(problem.range) } };
  }
  if (root === undefined) return mappedField(text, place);
  return nodeField(root, { ...place, at: within(root.range) });

  function nodeField(node: JsonNode, nodePlace: FieldPlace): RequestField {
    if (node.mapped) return mappedField(node.value, nodePlace, node.kind === "string");
    switch (node.kind) {
      case "object": {
        const members = node.members
          .filter(({ nameMapped }) => !nameMapped)
          .map(({ name, nameRange, value }) => {
            const field = nodeField(value, { at: within(value.range), name: within(nameRange) });
            return [name, field] as const;
          });
        const open = members.length < node.members.length;
        return objectField(new Map(members), nodePlace, { open, value: node.value });
      }
      case "array": {
        // A mapping in place of an item may yield several: nothing is certain about such an array.
        if (node.items.some(({ kind }) => kind === "mapping")) return mappedField(node.value, nodePlace);
        const items = node.items.map((item) => nodeField(item, { at: within(item.range), name: within(item.range) }));
        return { ...leaf("array", node.value, nodePlace), items };
      }
      default:
        return dataField(node.value, nodePlace);
    }
  }
}

/** A field and all that is in it, the outer before the inner. */
export function* fieldsWithin(field: RequestField): Generator<RequestField> {
  yield field;
  for (const inner of [...field.members.values(), ...field.items]) yield* fieldsWithin(inner);
}
