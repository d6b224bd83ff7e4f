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
  const declaration = catalog.find(module.type, module.version);
  return DOMAINS.flatMap((found) => {
    const belongs = found === "mapper" ? "parameters" : "mapper";
    const values: unknown = module.source[found];
    const other: unknown = module.source[belongs];
    if (!isObject(values) || form[belongs].length === 0) return [];
    // Where any key may stand, none is in the wrong place.
    if (Object.values(declaration?.[found] ?? {}).some(({ spec }) => spec.spread)) return [];
    return form[belongs].flatMap(({ name: key }) => {
      if (!Object.hasOwn(values, key) || isEmpty(values[key])) return [];
      if (form[found].some(({ name }) => name === key)) return [];
      // Set in the right place as well: what is left over does no harm.
      if (isObject(other) && Object.hasOwn(other, key)) return [];
      return [{ key, found, belongs }];
    });
  });
}
