// Connections, webhooks and the like: what an export has as ids becomes symbols, whose values an environment holds.

import { type BindingKind, bindingExpr } from "../model/binding.ts";
import { CHOOSE_ON_IMPORT, type ResourceId } from "../model/environment.ts";
import type { Expr } from "../model/expression.ts";
import { verbatim } from "../util/document.ts";
import { type Code, callCode, textCode } from "./code.ts";
import { camelCase, dashed, type Identifiers } from "./names.ts";

/** The sections of an environment that hold ids. */
export type ResourceKind = Exclude<BindingKind, "values" | "webhookUrls">;

/** The symbols of an environment, by section and name. */
export type Symbols = Readonly<Record<ResourceKind, ReadonlyMap<string, ResourceId>>>;

const FUNCTIONS: Readonly<Record<ResourceKind, string>> = {
  connections: "connection",
  keys: "key",
  webhooks: "webhook",
  dataStores: "dataStoreId",
  dataStructures: "dataStructure",
  scenarios: "scenarioId",
};

/** The section for what a field of a module holds, by the beginning of the field's type. */
const KINDS: Readonly<Record<string, ResourceKind>> = {
  account: "connections",
  hook: "webhooks",
  keychain: "keys",
  datastore: "dataStores",
  udt: "dataStructures",
  scenario: "scenarios",
};

export const resourceKind = (fieldType: string): ResourceKind | undefined => KINDS[fieldType.split(":")[0] ?? ""];

export interface Bindings {
  /** The symbol of an id. `words` suggest a name, best first. */
  symbol(kind: ResourceKind, id: ResourceId, words: readonly string[]): Expr<never>;
  /** The code of a symbol, if the value is one. */
  codeOf(value: unknown, use: (name: string) => Code): Code | undefined;
  /** All symbols that were used, with those that were there before. */
  readonly symbols: Symbols;
  /** Begins anew, with the symbols that are there: those that were used more than once become constants. */
  again(identifiers: Identifiers): void;
  /** The constants, in the order of their use. */
  readonly constants: () => readonly { readonly name: Code; readonly value: Code }[];
}

export function createBindings(before: Partial<Symbols>): Bindings {
  const symbols = {} as Record<ResourceKind, Map<string, ResourceId>>;
  for (const kind of Object.keys(FUNCTIONS) as ResourceKind[]) symbols[kind] = new Map(before[kind]);
  const exprs = new Map<string, Expr<never>>();
  const keys = new WeakMap<object, { readonly kind: ResourceKind; readonly name: string; readonly key: string }>();
  const uses = new Map<string, number>();
  let constants: Map<string, { readonly name: Code; readonly value: Code }> | undefined;
  let identifiers: Identifiers | undefined;

  const found = new Map<string, string>();

  function nameFor(kind: ResourceKind, id: ResourceId, words: readonly string[]): string {
    const section = symbols[kind];
    const base = words.map(dashed).find((word) => word !== "") ?? FUNCTIONS[kind];
    // What is yet to be chosen has no id to be told by, only what it leads to.
    const key = id === CHOOSE_ON_IMPORT ? `${kind} ${base}` : `${kind} ${id}`;
    const isSame = ([name, value]: readonly [string, ResourceId]): boolean =>
      value === id && (id !== CHOOSE_ON_IMPORT || name === base);
    let name = found.get(key) ?? [...section].find(isSame)?.[0];
    if (name === undefined) {
      name = base;
      for (let count = 2; section.has(name); count++) name = `${base}-${count}`;
      section.set(name, id);
    }
    found.set(key, name);
    return name;
  }

  return {
    symbol: (kind, id, words) => {
      const name = nameFor(kind, id, words);
      const key = `${kind} ${name}`;
      const expr = exprs.get(key) ?? bindingExpr<never>(kind, name);
      exprs.set(key, expr);
      keys.set(expr, { kind, name, key });
      return expr;
    },
    codeOf: (value, use) => {
      const symbol = typeof value === "object" && value !== null ? keys.get(value) : undefined;
      if (symbol === undefined) return undefined;
      const { kind, name, key } = symbol;
      const code = callCode(use(FUNCTIONS[kind]), [textCode(name)]);
      if (constants === undefined) {
        uses.set(key, (uses.get(key) ?? 0) + 1);
        return code;
      }
      if ((uses.get(key) ?? 0) < 2) return code;
      const noun = FUNCTIONS[kind].replace(/Id$/u, "");
      const words = camelCase(name).toLowerCase().endsWith(noun.toLowerCase()) ? name : `${name} ${noun}`;
      const constant = constants.get(key) ?? {
        name: verbatim(identifiers?.take(words, "Symbol") ?? name),
        value: code,
      };
      constants.set(key, constant);
      return constant.name;
    },
    symbols,
    again: (names) => {
      identifiers = names;
      constants = new Map();
    },
    constants: () => [...(constants?.values() ?? [])],
  };
}
