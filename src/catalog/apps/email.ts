import {
  account,
  array,
  boolean,
  buffer,
  collection,
  email,
  filename,
  folder,
  number,
  pairs,
  record,
  remoteSelect,
  select,
  text,
} from "../field.ts";
import { app, observed } from "../module.ts";

const mail = app({ slug: "email", name: "Email", version: 7 });

const mailbox = account("imap", "google-restricted", "microsoft-smtp-imap");
const addresses = (label: string) => array(label, email("Email address"));

const message = {
  to: addresses("To").required(),
  subject: text("Subject"),
  contentType: select("Content Type", ["html", "text"]).default("html").impliedBy({ html: "html", text: "text" }),
  html: text("Content"),
  text: text("Content"),
  attachments: array(
    "Attachments",
    collection("Attachment", {
      fileName: filename("File name").required(),
      data: buffer("Data").required(),
      cid: text("Content-ID").describe("To show the file inside of HTML, as `cid:…`."),
    }),
  ),
  cc: addresses("Copy recipient"),
  bcc: addresses("Blind copy recipient"),
  from: text("From").describe("`Name <address>`; the address of the connection when it is left out."),
  sender: text("Sender"),
  replyTo: text("Reply-To"),
  inReplyTo: text("In-Reply-To"),
  references: array("References", text("Reference")),
  priority: select("Priority", ["high", "normal", "low"]),
  headers: pairs("Headers", "key"),
};

/** Sends by SMTP. Give `html` or `text`; with `mailbox` and `folder`, the mail is kept there once it is sent. */
export const sendEmail = mail.action("ActionSendEmail", {
  label: "Send an email",
  summary: "Sends a mail.",
  parameters: {
    account: account("smtp", "google-restricted", "microsoft-smtp-imap"),
    saveAfterSent: select("Save message after sending", [true, false]).default(false).impliedBy({ mailbox: true }),
    accountImap: mailbox.as("mailbox").optional(),
    folder: remoteSelect("Folder"),
  },
  mapper: message,
  output: { messageId: text("Message ID") },
  evidence: observed(12),
});

export const createDraft = mail.action("ActionCreateDraft", {
  label: "Create a draft",
  summary: "Puts a draft into a folder of a mailbox.",
  parameters: { account: mailbox },
  mapper: { folder: folder("Folder").required(), ...message },
  evidence: observed(1),
});

export const watchEmails = mail.pollingTrigger("TriggerNewEmail", {
  label: "Watch emails",
  summary: "Starts the scenario with new mails of a folder.",
  parameters: {
    account: mailbox,
    criteria: select("Criteria", ["ALL", "SEEN", "UNSEEN"]).default("UNSEEN"),
    from: email("Sender email address"),
    to: email("Recipient email address"),
    subject: text("Subject"),
    text: text("Phrase"),
    markSeen: boolean("Mark message(s) as read when fetched"),
    maxResults: number("Maximum number of results"),
    folder: folder("Folder").required(),
  },
  output: {
    from: collection("Sender", { name: text("Name"), address: email("Email address") }),
    subject: text("Subject"),
    text: text("Text content"),
    headers: record("Headers"),
    references: array("References", text("Reference")),
  },
  evidence: observed(1),
});
