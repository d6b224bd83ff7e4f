import { describe, expect, expectTypeOf, test } from "vitest";
import * as zendesk from "../../../src/catalog/apps/zendesk.ts";
import type { Hook } from "../../../src/catalog/field.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection, env, webhook } from "../../../src/dsl/bindings.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { property } from "../../../src/iml/build.ts";
import type { Expr } from "../../../src/model/expression.ts";
import { certainValuesOf, valuesOf } from "../values-of.ts";

const account = { connection: connection("zendesk"), subdomain: env("ZENDESK") };
const id = raw.text`{{1.id}}` as never;
const tickets = "https://<values: ZENDESK>.zendesk.com/api/v2/tickets";

describe("over HTTP, a ticket", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    ["is read", zendesk.getTicket({ ...account, id }), { method: "get", url: `${tickets}/{{1.id}}.json` }],
    [
      "is opened with a comment",
      zendesk.createTicket({
        ...account,
        subject: "Refund",
        comment: "Please",
        requester: { email: "ada@example.com" },
        priority: "high",
        tags: ["vip"],
      }),
      {
        method: "post",
        url: `${tickets}.json`,
        jsonStringBodyContent: JSON.stringify({
          ticket: {
            subject: "Refund",
            requester: { email: "ada@example.com" },
            priority: "high",
            tags: ["vip"],
            comment: { body: "Please", public: true },
          },
        }),
      },
    ],
    [
      "is solved with a note for the team alone",
      zendesk.updateTicket({ ...account, id, status: "solved", comment: "Done", public: false }),
      {
        method: "put",
        url: `${tickets}/{{1.id}}.json`,
        jsonStringBodyContent: '{"ticket":{"status":"solved","comment":{"body":"Done","public":false}}}',
      },
    ],
    [
      "is handed over without a word",
      zendesk.updateTicket({ ...account, id, group_id: env("SPECIALISTS") as never }),
      {
        method: "put",
        url: `${tickets}/{{1.id}}.json`,
        jsonStringBodyContent: '{"ticket":{"group_id":<values: SPECIALISTS>}}',
      },
    ],
  ])("%s", ([, call, expected]) => {
    const { module, parameters, mapper } = certainValuesOf(call);
    expect(module).toBe("http:MakeRequest");
    expect(parameters).toMatchObject({ authenticationType: "apiKey", apiKeyKeychain: "<keys: zendesk>" });
    expect(mapper).toMatchObject(expected as object);
  });

  test("is found inside of the answer", () => {
    const path = [property("requester_id")];
    expect(zendesk.getTicket.declaration.certain?.outputPath?.(path)).toEqual(
      ["data", "ticket", "requester_id"].map(property),
    );
  });
});

test("the app's own form has no subdomain", () => {
  expect(valuesOf(zendesk.updateTicket({ ...account, id: 7, status: "open" }))).toEqual({
    parameters: { __IMTCONN__: "<connections: zendesk>" },
    mapper: { id: 7, public: true, status: "open" },
  });
});

test("new tickets come in at a webhook, or over the connection", () => {
  const tickets = zendesk.watchTickets({ connection: connection("zendesk"), webhook: webhook("tickets") });
  expect(certainValuesOf(tickets)).toEqual({
    module: "gateway:CustomWebHook",
    parameters: { hook: "<webhooks: tickets>" },
    mapper: {},
  });
  expect(valuesOf(tickets)).toEqual({ parameters: { __IMTCONN__: "<connections: zendesk>" }, mapper: {} });
});

test("authors must give what only one of the forms needs", () => {
  expectTypeOf<Parameters<typeof zendesk.getTicket>[0]>().toHaveProperty("subdomain");
  expectTypeOf<Parameters<typeof zendesk.watchTickets>[0]["webhook"]>().toEqualTypeOf<Expr<Hook>>();
});
