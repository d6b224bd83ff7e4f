import { describe, expect, test } from "vitest";
import * as gmail from "../../../src/catalog/apps/gmail.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const account = { connection: connection("gmail") };
const parameters = { __IMTCONN__: "<connections: gmail>" };

describe("Gmail", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "sends HTML",
      gmail.sendAnEmail({
        ...account,
        to: [raw.text`{{1.email}}` as never, "ada@example.com"],
        subject: "Approved",
        content: "<p>Yes</p>",
        emailHeaders: { "X-Review": 7 },
      }),
      {
        parameters,
        mapper: {
          to: ["{{1.email}}", "ada@example.com"],
          subject: "Approved",
          bodyType: "rawHtml",
          content: "<p>Yes</p>",
          emailHeaders: [{ key: "X-Review", value: 7 }],
        },
      },
    ],
    [
      "answers",
      gmail.replyToAnEmail({ ...account, threadId: "t1", replyMode: "sender", contents: [{ text: "Thanks" }] }),
      {
        parameters,
        mapper: { threadId: "t1", replyMode: "sender", bodyType: "collection", contents: [{ text: "Thanks" }] },
      },
    ],
    [
      "watches the inbox",
      gmail.watchNewEmails({ ...account, criteria: "is:unread", markSeen: true }),
      {
        parameters: {
          ...parameters,
          filterType: "simpleSearch",
          format: "full",
          folder: "INBOX",
          criteria: "is:unread",
          hasAttachment: false,
          markSeen: true,
          limit: 10,
        },
        mapper: {},
      },
    ],
    [
      "gives attachments",
      gmail.listEmailAttachments({ ...account, messageId: "m1" }),
      { parameters, mapper: { messageId: "m1", include: ["attachment"], returnAttachmentData: true } },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });

  test("watches what a search of its own finds when one is given", () => {
    expect(valuesOf(gmail.watchNewEmails({ ...account, q: "is:starred" })).parameters).toMatchObject({
      filterType: "gmailSearch",
      q: "is:starred",
    });
  });
});

describeAgainstExports(gmail);
