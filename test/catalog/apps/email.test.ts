import { describe, expect, test } from "vitest";
import * as email from "../../../src/catalog/apps/email.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const mail = { connection: connection("mail"), to: ["ada@example.com"] };

describe("a mail", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "is HTML, and not kept",
      email.sendEmail({ ...mail, html: "<p>Hi</p>" }),
      {
        parameters: { account: "<connections: mail>", saveAfterSent: false },
        mapper: { to: ["ada@example.com"], contentType: "html", html: "<p>Hi</p>" },
      },
    ],
    [
      "is text when text is given, and kept where a mailbox is given",
      email.sendEmail({ ...mail, text: "Hi", mailbox: connection("imap"), folder: "Sent" }),
      {
        parameters: {
          account: "<connections: mail>",
          saveAfterSent: true,
          accountImap: "<connections: imap>",
          folder: "Sent",
        },
        mapper: { to: ["ada@example.com"], contentType: "text", text: "Hi" },
      },
    ],
    [
      "is drafted into a folder",
      email.createDraft({ ...mail, folder: "Drafts", headers: { "X-A": "1" } }),
      {
        parameters: { account: "<connections: mail>" },
        mapper: {
          folder: "Drafts",
          to: ["ada@example.com"],
          contentType: "html",
          headers: [{ key: "X-A", value: "1" }],
        },
      },
    ],
    [
      "is waited for by parameters alone",
      email.watchEmails({ connection: connection("mail"), folder: "INBOX", maxResults: 5 }) as ModuleCall<unknown>,
      {
        parameters: { account: "<connections: mail>", criteria: "UNSEEN", maxResults: 5, folder: "INBOX" },
        mapper: {},
      },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });
});

describeAgainstExports(email);
