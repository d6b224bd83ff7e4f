import { expect, test } from "vitest";
import * as gmailLegacy from "../../../src/catalog/apps/gmail-legacy.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a mail is HTML, and the connection is called account", () => {
  expect(
    valuesOf(gmailLegacy.sendEmail({ connection: connection("gmail"), to: ["ada@example.com"], html: "<p>Yes</p>" })),
  ).toEqual({
    parameters: { account: "<connections: gmail>" },
    mapper: { to: ["ada@example.com"], html: "<p>Yes</p>" },
  });
});

describeAgainstExports(gmailLegacy);
