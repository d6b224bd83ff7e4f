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
  /** Several where the function treats them differently; other types are converted by Make. */
  readonly type: ValueType | readonly ValueType[];
  /** May be left out. Absent: required. */
  readonly optional?: true;
  /** May be given any number of times; only the last parameter can be. */
  readonly rest?: true;
}

export interface FunctionDeclaration {
  readonly name: string;
  readonly group: FunctionGroup;
  /** One sentence without a final period. */
  readonly summary: string;
  readonly params: readonly Parameter[];
  readonly returns: ValueType | FollowingType;
  /** Where the evidence for this declaration is weak. */
  readonly note?: string;
}

export interface ImlFunction extends FunctionDeclaration {
  /** `formatDate(date; format; [timezone])`. */
  readonly signature: string;
  /** The fewest arguments it works with. */
  readonly minimum: number;
  /** The most arguments it looks at; `Infinity` where the last parameter repeats. */
  readonly maximum: number;
}

export function defineFunction(declaration: FunctionDeclaration): ImlFunction {
  const { name, params } = declaration;
  const repeats = params.at(-1)?.rest === true;
  return {
    ...declaration,
    signature: `${name}(${params.map(printParameter).join("; ")})`,
    minimum: params.filter(({ optional }) => optional !== true).length,
    maximum: repeats ? Number.POSITIVE_INFINITY : params.length,
  };
}

function printParameter({ name, optional, rest }: Parameter): string {
  const repeated = rest === true ? `${name}; …` : name;
  return optional === true ? `[${repeated}]` : repeated;
}
