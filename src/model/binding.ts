import type { Placeholder } from "../iml/ast.ts";
import { type Expr, mapping, templateOf } from "./expression.ts";

/** What differs between environments. The section of the environment file that holds the value has the same name. */
export type BindingKind =
  | "connections"
  | "keys"
  | "webhooks"
  | "webhookUrls"
  | "dataStores"
  | "dataStructures"
  | "scenarios"
  | "values";

/** A symbol in the source whose value stands in `environments/<name>.yaml`. */
export interface Binding {
  readonly kind: BindingKind;
  readonly name: string;
  /** It stands in a JSON text: as a value of its own, or as a part of a string. */
  readonly inJson?: "value" | "part";
}

/** A mapping that stands for a binding until it is compiled for an environment. */
export const bindingExpr = <T>(kind: BindingKind, name: string): Expr<T> =>
  mapping<T>({ kind: "placeholder", value: { kind, name } satisfies Binding });

/** The binding in a placeholder of an authored expression. */
export const bindingOf = (placeholder: Placeholder): Binding => placeholder.value as Binding;

/** The key of the same name as a connection: what an HTTP request authenticates with in the connection's place. */
export function asKey(connection: Expr<unknown>): Expr<unknown> {
  const [part] = templateOf(connection)?.parts ?? [];
  if (part?.kind !== "mapping" || part.expression?.kind !== "placeholder") return connection;
  return bindingExpr("keys", bindingOf(part.expression).name);
}
