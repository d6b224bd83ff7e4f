import { expect, test } from "vitest";
import * as hubspot from "../../../src/catalog/apps/hubspot.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("properties are an object for authors, and a list for Make", () => {
  const contact = hubspot.createContact({
    connection: connection("hubspot"),
    properties: { email: "ada@example.com", firstname: "Ada" },
  });
  expect(valuesOf(contact).mapper).toEqual({
    _method: "compact",
    properties: [
      { key: "email", value: "ada@example.com" },
      { key: "firstname", value: "Ada" },
    ],
    parseCustomFields: true,
  });
});

describeAgainstExports(hubspot);
