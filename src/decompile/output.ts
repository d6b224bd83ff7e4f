// What is used of a step's output, and which type that gives the step: the declared one where it has all that is used,
// otherwise one of its own, made of what is used, what the export says of it, and what it is used for.

import type { Segment } from "../iml/ast.ts";
import { fieldsOf, listOf, NUMBER, STRING, type Type, UNKNOWN } from "./type.ts";

/** Names, or `ITEM` for an item of a list. */
const ITEM: unique symbol = Symbol("item");
export type Path = readonly (string | typeof ITEM)[];

export const pathOf = (segments: readonly Segment[]): Path =>
  segments.map((segment) => (segment.kind === "property" ? segment.name : ITEM));

interface Shape {
  /** It is what an iterator gives of an item: the item's fields, or `value`, and its place in the list. */
  isBundle?: true;
  fields?: Map<string, Shape>;
  item?: Shape;
  type?: Type;
}

interface OutputFacts {
  /** What else is known of it, such as what the export says. */
  readonly described?: Type;
  /** It can have no other type than the declared one. */
  readonly isClosed?: boolean;
  /** It is what an iterator gives of an item. */
  readonly isBundle?: boolean;
  /** Fields that authors call otherwise than Make, by Make's names. */
  readonly aliases?: ReadonlyMap<string, string>;
}

const NO_ALIASES: ReadonlyMap<string, string> = new Map();

/** A type whose fields have their authors' names; those that it has not are of the type `otherwise`, if that is given. */
function renamed(type: Type, aliases: ReadonlyMap<string, string>, otherwise: Type | undefined): Type {
  if (type.kind !== "fields" || aliases.size === 0) return type;
  const fields = new Map(type.fields);
  for (const [name, alias] of aliases) {
    const field = fields.get(name) ?? otherwise;
    fields.delete(name);
    if (field) fields.set(alias, field);
  }
  return fieldsOf(fields);
}

/** The output of one step. */
export class Output {
  readonly #declared: Type;
  readonly #described: Type;
  #used: Shape = {};
  #isOwn = false;
  /** What it gives are the items of another one's list. */
  isLinked = false;

  readonly #isClosed: boolean;
  readonly aliases: ReadonlyMap<string, string>;

  /** `declared` is what the module's function gives. */
  constructor(
    declared: Type,
    { described = UNKNOWN, isClosed = false, isBundle = false, aliases = NO_ALIASES }: OutputFacts = {},
  ) {
    this.#declared = aliases.size > 0 ? renamed(declared, aliases, STRING) : declared;
    this.#described = renamed(described, aliases, undefined);
    this.#isClosed = isClosed;
    this.aliases = aliases;
    if (isBundle) this.#used.isBundle = true;
  }

  /** The type at a path; nothing when no type has that path (a list that is also read like a collection). */
  use(path: Path): Type | undefined {
    const shape = shapeAt(this.#used, path);
    if (shape === undefined) return undefined;
    const declared = typeAt(this.#declared, path);
    if (declared === undefined && this.#isClosed) return undefined;
    if (declared === undefined && path.length > 0) this.#isOwn = true;
    return this.#isOwn ? shapeType(shape, this.#known(path)) : (declared ?? this.#declared);
  }

  /** Tells that the value at a path stands where a type is asked for, which settles what is not known otherwise. */
  expect(path: Path, type: Type): void {
    const shape = shapeAt(this.#used, path);
    if (shape === undefined || shape.fields || shape.item || shape.type || this.#known(path)) return;
    if (["unknown", "never", "asked", "resource", "object", "record"].includes(type.kind)) return;
    if (!this.#open(path)) return;
    if (type.kind === "options") shape.type = STRING;
    else
      shape.type = type.kind === "one of" ? (type.types.includes(STRING) ? STRING : (type.types[0] ?? STRING)) : type;
  }

  /** Whether nothing is known yet of the value at a path. */
  isOpen(path: Path): boolean {
    const shape = shapeAt(this.#used, path);
    return shape !== undefined && !shape.fields && !shape.item && !shape.type && !this.#known(path);
  }

  /**
   * What an iterator gives that takes the list at a path apart: what is read of it is read of the list's items. Nothing
   * where the declared type says what the items are, or where the value is read in another way.
   */
  items(path: Path): Output | undefined {
    const shape = shapeAt(this.#used, path);
    const declared = typeAt(this.#declared, path);
    if (shape === undefined || shape.fields || shape.type || this.#isClosed) return undefined;
    if (declared !== undefined && declared.kind !== "unknown") return undefined;
    this.#isOwn = true;
    shape.item ??= {};
    shape.item.isBundle = true;
    const known = typeAt(this.#described, path);
    const items = new Output(UNKNOWN, { described: known?.kind === "list" ? bundleOf(known.item) : UNKNOWN });
    items.#used = shape.item;
    items.#isOwn = true;
    items.isLinked = true;
    return items;
  }

  /** What must be named as the type of the output; nothing when the declared one does. */
  get argument(): Type | undefined {
    return this.#isOwn ? shapeType(this.#used, undefined, (path) => this.#known(path)) : undefined;
  }

  /** What is used, as a type, whether or not the declared one would do; nothing when nothing is used. */
  get whole(): Type | undefined {
    if (!this.#used.fields && !this.#used.item) return undefined;
    return shapeType(this.#used, undefined, (path) => this.#known(path));
  }

  /** Makes room for a type of its own where nothing is declared; tells whether there is any. */
  #open(path: Path): boolean {
    if (this.#isClosed) return false;
    this.#isOwn ||= typeAt(this.#declared, path)?.kind === "unknown";
    return this.#isOwn;
  }

  #known(path: Path): Type | undefined {
    const [name] = path;
    if (this.#used.isBundle && path.length === 1 && typeof name === "string" && POSITION.includes(name)) return NUMBER;
    const known = typeAt(this.#declared, path) ?? typeAt(this.#described, path);
    return known === undefined || known.kind === "unknown" ? undefined : known;
  }
}

/** The place of a path, made when it is new; nothing when it contradicts what is there. */
function shapeAt(root: Shape, path: Path): Shape | undefined {
  let shape = root;
  for (const step of path) {
    if (step === ITEM ? shape.fields !== undefined || shape.isBundle : shape.item !== undefined) return undefined;
    if (step === ITEM) {
      shape.item ??= {};
      shape = shape.item;
    } else {
      shape.fields ??= new Map();
      let field: Shape | undefined = shape.fields.get(step);
      if (field === undefined) {
        field = {};
        shape.fields.set(step, field);
      }
      shape = field;
    }
  }
  return shape;
}

/** The type at a path of a type, if it has the path. */
function typeAt(type: Type, path: Path): Type | undefined {
  let reached: Type | undefined = type;
  for (const step of path) {
    if (reached === undefined) return undefined;
    if (step === ITEM) reached = reached.kind === "list" ? reached.item : undefined;
    else if (reached.kind === "fields") reached = reached.fields.get(step);
    else reached = reached.kind === "record" ? UNKNOWN : undefined;
  }
  return reached;
}

function shapeType(
  { fields, item, type }: Shape,
  known: Type | undefined,
  knownAt: (path: Path) => Type | undefined = () => undefined,
  path: Path = [],
): Type {
  if (fields)
    return fieldsOf([...fields].map(([name, shape]) => [name, shapeType(shape, undefined, knownAt, [...path, name])]));
  if (item) {
    const type = shapeType(item, undefined, knownAt, [...path, ITEM]);
    return listOf(item.isBundle ? itemOf(type) : type);
  }
  return known ?? knownAt(path) ?? type ?? (path.length === 0 ? UNKNOWN : STRING);
}

/** Items that TypeScript takes for collections themselves. */
const NOT_VALUES: ReadonlySet<Type["kind"]> = new Set(["record", "list", "object", "Date", "ArrayBufferLike"]);
const POSITION = ["__IMTINDEX__", "__IMTLENGTH__"];

/** What an iterator gives for an item of a list: the item's fields, or itself as `value`, and its place. */
export const bundleOf = (item: Type): Type =>
  fieldsOf([
    ...(item.kind === "fields" ? item.fields : NOT_VALUES.has(item.kind) ? [] : [["value", item] as const]),
    ...POSITION.map((name) => [name, NUMBER] as const),
  ]);

/** The item of the bundle that an iterator gives for it. */
export function itemOf(bundle: Type): Type {
  if (bundle.kind !== "fields") return UNKNOWN;
  const fields = [...bundle.fields].filter(([name]) => !POSITION.includes(name));
  const [only] = fields;
  const isValue = fields.length === 1 && only?.[0] === "value";
  return isValue && only[1].kind !== "fields" && !NOT_VALUES.has(only[1].kind) ? only[1] : fieldsOf(fields);
}
