import { expect, test } from "vitest";
import * as twilio from "../../../src/catalog/apps/twilio.ts";
import { connection, env } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a text message is sent from a phone number", () => {
  const message = twilio.sendSMS({
    connection: connection("twilio"),
    from: env("OUR_NUMBER"),
    to: "+491701234567",
    body: "Hello",
  });
  expect(valuesOf(message).mapper).toEqual({
    fromType: "phone",
    from: "<values: OUR_NUMBER>",
    to: "+491701234567",
    messageBody: "body",
    body: "Hello",
  });
});

describeAgainstExports(twilio);
