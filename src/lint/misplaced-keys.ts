import type { Catalog } from "../catalog/catalog.ts";
import type { Module } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { DOMAINS, type Domain, formOf, isEmpty } from "./form-fields.ts";

/** A key that stands in one of a module's two places for values, while the module looks for it in the other one. */
export interface MisplacedKey {
  readonly key: string;
  readonly found: Domain;
  readonly belongs: Domain;
}

/** What Make does not see of a module, because it stands among the wrong values. */
export function misplacedKeys(module: Module, catalog: Catalog): readonly MisplacedKey[] {
  const form = formOf(module, catalog);
  const misplaced: MisplacedKey[] = [];
  for (const found of DOMAINS) {
    const belongs = found === "mapper" ? "parameters" : "mapper";
    const values: unknown = module.source[found];
    const other: unknown = module.source[belongs];
    if (!isObject(values) || form[belongs].length === 0) continue;
    for (const { name: key } of form[belongs]) {
      if (!Object.hasOwn(values, key) || isEmpty(values[key])) continue;
      if (form[found].some(({ name }) => name === key)) continue;
      // Set in the right place as well: what is left over does no harm.
      if (isObject(other) && Object.hasOwn(other, key)) continue;
      // Where any key may stand, none is in the wrong place.
      if (takesAnyKey(module, found, catalog)) break;
      misplaced.push({ key, found, belongs });
    }
  }
  return misplaced;
}

const takesAnyKey = ({ type, version }: Module, domain: Domain, catalog: Catalog): boolean =>
  Object.values(catalog.find(type, version)?.[domain] ?? {}).some(({ spec }) => spec.spread);
