// Symbols for what differs between environments. Their values stand in `environments/<name>.yaml`.

import type { Connection, DataStoreId, DataStructureId, Hook, Key, ScenarioId } from "../catalog/field.ts";
import { bindingExpr } from "../model/binding.ts";
import type { Expr } from "../model/expression.ts";

/** A connection to an app, by its name under `connections`. */
export const connection = (name: string): Expr<Connection> => bindingExpr("connections", name);

/** An entry of Make's keychain (API key, basic auth, certificate), by its name under `keys`. */
export const key = (name: string): Expr<Key> => bindingExpr("keys", name);

/** A value such as a channel, a table's id or an address, by its name under `values`. */
export const env = <T extends string | number | boolean = string>(name: string): Expr<T> => bindingExpr("values", name);

/** A data structure, by its name under `dataStructures`. */
export const dataStructure = (name: string): Expr<DataStructureId> => bindingExpr("dataStructures", name);

/** The id of a data store, by its name under `dataStores`; `dataStore()` also knows what its records hold. */
export const dataStoreId = (name: string): Expr<DataStoreId> => bindingExpr("dataStores", name);

/** The id of a scenario, by its name under `scenarios`; `callScenario()` also knows what it takes and gives. */
export const scenarioId = (name: string): Expr<ScenarioId> => bindingExpr("scenarios", name);

/** A webhook of a scenario: its trigger takes the hook itself, others call or register its address. */
export type Webhook = Expr<Hook> & {
  /** The public address, `https://hook.<zone>.make.com/…`. */
  readonly url: Expr<string>;
};

/** A webhook, by its name under `webhooks`. */
export const webhook = (name: string): Webhook =>
  Object.assign(bindingExpr<Hook>("webhooks", name), { url: bindingExpr<string>("webhookUrls", name) });
