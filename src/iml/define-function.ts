import { toArray, toBoolean, toBuffer, toCollection, toDate, toNumber, toText } from "./coerce.ts";
import type { Budget } from "./limits.ts";
import { type Collection, isNothing, typeOf, type Value } from "./value.ts";

/** Make's own names for what a value can be. */
export type ValueType = "any" | "array" | "boolean" | "buffer" | "collection" | "date" | "number" | "text";

/** The tabs of the editor's function panel. */
export type FunctionGroup = "general" | "math" | "text" | "date" | "array";

/** A result whose type follows from the arguments. */
export type FollowingType =
  /** One item of the array given as this parameter. */
  | { readonly itemOf: string }
  /** What is given as one of these parameters. */
  | { readonly sameAs: readonly string[] }
  /** An array whose items are all of one type. */
  | { readonly arrayOf: ValueType };

export interface Parameter {
  readonly name: string;
  /** Several where the function treats them differently; a value of another type is converted to the first. */
  readonly type: ValueType | readonly ValueType[];
  /** May be left out; nothing then is nothing. Absent: required, and nothing is an empty text, array or collection. */
  readonly optional?: true;
  /** Required, but the function tells nothing from what is empty. */
  readonly orNothing?: true;
  /** May be given any number of times; only the last parameter can be. */
  readonly rest?: true;
}

/**
 * A call, what it gives (dates as ISO 8601, buffers in hexadecimal, nothing as null), and what the modules that it
 * reads gave out, by id.
 */
export type Example = readonly [expression: string, result: unknown, bundles?: Readonly<Record<number, unknown>>];

interface Described {
  readonly name: string;
  readonly group: FunctionGroup;
  /** One sentence without a final period. */
  readonly summary: string;
  readonly returns: ValueType | FollowingType;
  /** Evaluated in UTC. */
  readonly examples: readonly Example[];
  /** Where the evidence for this declaration is weak. */
  readonly note?: string;
}

/** What a function may use besides its arguments. */
export interface CallScope {
  /** The organization's: a name of the IANA database. */
  readonly timezone: string;
  readonly now: Date;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly budget: Budget;
}

/** An argument that is evaluated when it is asked for. */
export type LazyArgument = () => Value;

export interface FunctionDeclaration<Params extends readonly Parameter[] = readonly Parameter[]> extends Described {
  readonly params: Params;
  /** Gets the arguments converted to what the parameters say. */
  readonly evaluate: (args: Arguments<Params>, scope: CallScope) => Value;
}

/** A function that does not look at all of its arguments, so that what would fail in them does no harm. */
export interface LazyFunctionDeclaration extends Described {
  readonly params: readonly Parameter[];
  readonly evaluate: (args: readonly LazyArgument[]) => Value;
}

/** How a function is called, whoever wrote it. */
export interface Signature {
  readonly params: readonly Parameter[];
  /** `formatDate(date; format; [timezone])`. */
  readonly signature: string;
  /** The fewest arguments it works with. */
  readonly minimum: number;
  /** The most arguments it looks at; `Infinity` where the last parameter repeats. */
  readonly maximum: number;
}

export interface ImlFunction extends Described, Signature {
  readonly call: (args: readonly LazyArgument[], scope: CallScope) => Value;
}

export function defineFunction<const Params extends readonly Parameter[]>(
  declaration: FunctionDeclaration<Params>,
): ImlFunction {
  const { evaluate, ...described } = declaration;
  return {
    ...described,
    ...signatureOf(described.name, described.params),
    call: (args, scope) => {
      const values = convertAll(
        args.map((argument) => argument()),
        described.params,
        scope,
      );
      return scope.budget.admit(evaluate(values as Arguments<Params>, scope));
    },
  };
}

export function defineLazyFunction(declaration: LazyFunctionDeclaration): ImlFunction {
  const { evaluate, ...described } = declaration;
  return { ...described, ...signatureOf(described.name, described.params), call: evaluate };
}

export function signatureOf(name: string, params: readonly Parameter[]): Signature {
  return {
    params,
    signature: `${name}(${params.map(printParameter).join("; ")})`,
    minimum: params.filter(({ optional }) => optional !== true).length,
    maximum: params.at(-1)?.rest === true ? Number.POSITIVE_INFINITY : params.length,
  };
}

function printParameter({ name, optional, rest }: Parameter): string {
  const repeated = rest === true ? `${name}; …` : name;
  return optional === true ? `[${repeated}]` : repeated;
}

interface JavaScriptTypes {
  readonly any: Value;
  readonly array: readonly Value[];
  readonly boolean: boolean;
  readonly buffer: Uint8Array;
  readonly collection: Collection;
  readonly date: Date;
  readonly number: number;
  readonly text: string;
}

type Argument<Param extends Parameter> =
  | JavaScriptTypes[Param["type"] extends readonly (infer Type extends ValueType)[] ? Type : Param["type"] & ValueType]
  | (Param extends { readonly optional: true } | { readonly orNothing: true } ? undefined : never);

/** The values of a function's arguments, as its parameters describe them. */
export type Arguments<Params extends readonly Parameter[]> = Params extends readonly [
  infer First extends Parameter,
  ...infer Others extends readonly Parameter[],
]
  ? First extends { readonly rest: true }
    ? readonly Argument<First>[]
    : readonly [Argument<First>, ...Arguments<Others>]
  : readonly [];

function convertAll(values: readonly Value[], params: readonly Parameter[], scope: CallScope): readonly Value[] {
  const last = params.at(-1);
  const repeated = last?.rest === true ? values.slice(params.length) : [];
  const converted = params.flatMap((param, position) =>
    param.rest === true && position >= values.length ? [] : [convert(values[position], param, scope)],
  );
  return last === undefined ? [] : [...converted, ...repeated.map((value) => convert(value, last, scope))];
}

function convert(value: Value, { type, optional, orNothing }: Parameter, scope: CallScope): Value {
  if (isNothing(value) && (optional === true || orNothing === true)) return undefined;
  if (typeof type === "string") return CONVERSIONS[type](value, scope);
  const own = typeOf(value);
  return own !== undefined && type.includes(own) ? value : CONVERSIONS[type[0] ?? "any"](value, scope);
}

const CONVERSIONS: Readonly<Record<ValueType, (value: Value, scope: CallScope) => Value>> = {
  any: (value) => value,
  array: toArray,
  boolean: toBoolean,
  buffer: toBuffer,
  collection: toCollection,
  date: (value, { timezone }) => toDate(value, timezone),
  number: toNumber,
  text: toText,
};
