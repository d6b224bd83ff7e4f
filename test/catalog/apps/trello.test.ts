import { expect, test } from "vitest";
import { createCard } from "../../../src/catalog/apps/trello.ts";
import { connection, env } from "../../../src/dsl/bindings.ts";
import { certainValuesOf } from "../values-of.ts";

test("over HTTP, a card is what Trello's API calls a card", () => {
  const card = createCard({
    connection: connection("trello"),
    idList: env("INBOX_LIST"),
    name: "Refund",
    due: new Date("2026-05-01T09:00:00Z"),
    idLabels: ["l1"],
  });
  expect(certainValuesOf(card)).toMatchObject({
    module: "http:MakeRequest",
    parameters: { apiKeyKeychain: "<keys: trello>" },
    mapper: {
      method: "post",
      url: "https://api.trello.com/1/cards",
      jsonStringBodyContent:
        '{"idList":<values: INBOX_LIST>,"name":"Refund","due":"2026-05-01T09:00:00.000Z","idLabels":["l1"]}',
    },
  });
});
