import { account, array, boolean, number, remoteSelect, select, text, uinteger, url } from "../field.ts";
import { app, observed } from "../module.ts";

const twilio = app({
  slug: "twilio",
  name: "Twilio",
  version: 2,
  parameters: { __IMTCONN__: account("twilio") },
});

export const sendSMS = twilio.action("SendSMS", {
  label: "Create a Message",
  summary: "Sends a text message.",
  mapper: {
    fromType: select("Send a message from", ["phone", "service", "channel"]).default("phone"),
    from: remoteSelect("Phone number").required(),
    to: text("To").required().describe("With country code, such as `+491701234567`."),
    messageBody: select("Message Body", ["body", "template"]).default("body"),
    body: text("Body").required().describe("At most 1600 characters."),
    mediaUrl: array("Media URL", url("URL")),
    smartEncoded: boolean("Smart encoded"),
    validityPeriod: uinteger("Validity period"),
    statusCallback: url("Status callback"),
    applicationSid: remoteSelect("Application"),
    maxPrice: number("Max price"),
    provideFeedback: boolean("Provide feedback"),
  },
  output: { body: text("Body") },
  evidence: observed(6),
});
