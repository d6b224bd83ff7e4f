import * as store from "../catalog/apps/data-store.ts";
import type { Action } from "../catalog/module.ts";
import type { Condition } from "../model/conditions.ts";
import { type Expr, expr, type Value } from "../model/expression.ts";
import { dataStoreId } from "./bindings.ts";

/** The fields of a record, as the conditions of a search name them. */
export type RowFields<Row> = { readonly [Key in keyof Row]-?: Expr<Row[Key]> };

type RowInput<Row> = { readonly [Key in keyof Row]: Value<Row[Key]> };

/** Records of one shape that outlive a run. Make's data stores take part in transactions. */
export interface DataStore<Row> {
  /** Adds a record. Fails when the key is taken, unless `overwrite`. */
  add(input: {
    readonly key: Value<string>;
    readonly row: RowInput<Row>;
    readonly overwrite?: boolean;
  }): Action<{ readonly key: string }>;
  /** The record with the key; nothing in its fields when there is none. */
  get(input: { readonly key: Value<string> }): Action<Row>;
  /** Changes some fields of a record. Makes the record when there is none, unless `upsert` is false. */
  update(input: {
    readonly key: Value<string>;
    readonly row: Partial<RowInput<Row>>;
    readonly upsert?: boolean;
  }): Action<object>;
  /** Whether a record has the key. */
  exists(input: { readonly key: Value<string> }): Action<{ readonly exist: boolean }>;
  /** One bundle for each record that fits, `limit` at most. */
  search(input: {
    readonly where: (row: RowFields<Row>) => Condition;
    readonly limit?: number;
    /** Go on with an empty bundle when nothing fits. Default: stop there. */
    readonly continueWhenEmpty?: boolean;
  }): Action<{ readonly key: string; readonly data: Row }>;
}

/**
 * A data store, by its name under `dataStores` of the environment. `example` is one record; its types are the
 * record's types.
 *
 * @example
 * const open = dataStore("open reviews", { ticket: 0, status: "" });
 */
export function dataStore<Row extends object>(name: string, example: Row): DataStore<Row> {
  const id = { dataStore: dataStoreId(name) };
  // In the conditions of a search, Make takes the plain name of a field on the left.
  const fields = Object.fromEntries(
    Object.keys(example).map((field) => [field, expr({ kind: "text", text: field })]),
  ) as unknown as RowFields<Row>;
  return {
    add: ({ key, row, overwrite = false }) =>
      store.addRecord({ ...id, key, data: row as object as Record<string, unknown>, overwrite }),
    get: ({ key }) => store.getRecord<Row>({ ...id, key }),
    update: ({ key, row, upsert = true }) =>
      store.updateRecord<object>({ ...id, key, data: row as object as Record<string, unknown>, upsert }),
    exists: ({ key }) => store.existsRecord({ ...id, key }),
    search: ({ where, limit, continueWhenEmpty = false }) =>
      store.searchRecords<{ readonly key: string; readonly data: Row }>({
        ...id,
        filter: where(fields),
        continueWhenNoRes: continueWhenEmpty,
        ...(limit === undefined ? {} : { limit }),
      }),
  };
}
