// One scenario that most tests ask about: a webhook, a search, a router with two routes, and an error handler.

import { blueprint, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";

export interface Values {
  /** The text of the Slack message on the first route, module 4. */
  readonly message?: string;
  /** The value that the error handler of module 4 resumes with, module 5. */
  readonly handler?: string;
  /** The value of the variable on the second route, module 6. */
  readonly variable?: string;
  /** The rest of module 4. */
  readonly slack?: JsonObject;
}

export const scenario = ({ message = "Hello", handler = "", variable = "", slack = {} }: Values = {}): JsonObject =>
  blueprint([
    webhook(1, {
      metadata: {
        designer: { x: 0, y: 0, name: "Order arrives" },
        interface: [
          { name: "number", type: "number", label: "Order number" },
          { name: "customer", type: "collection", spec: [{ name: "email", type: "email", label: "E-mail" }] },
          { name: "lines", type: "array", spec: [{ name: "sku", type: "text", label: "SKU" }] },
          { name: "First name", type: "text", label: "First name" },
        ],
      },
    }),
    module(2, "slack:SearchMessages", {
      version: 4,
      parameters: { __IMTCONN__: 1 },
      mapper: { query: "{{1.number}}", limit: 10 },
    }),
    router(3, [
      route(
        module(4, "slack:CreateMessage", {
          version: 4,
          parameters: { __IMTCONN__: 1 },
          mapper: { channel: "C1", text: message },
          onerror: [module(5, "builtin:Resume", { mapper: { value: handler } })],
          ...slack,
        }),
      ),
      route(setVariable(6, variable)),
    ]),
  ]);
