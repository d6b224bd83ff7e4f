import {
  account,
  any,
  array,
  boolean,
  buffer,
  collection,
  date,
  email,
  filename,
  folder,
  record,
  select,
  text,
  uinteger,
} from "../field.ts";
import { app, observed } from "../module.ts";

const gmail = app({
  slug: "google-email",
  name: "Gmail",
  version: 2,
  parameters: { account: account("google-restricted") },
});

const recipients = (label: string) => array(label, email("Email address"));
const mail = {
  cc: recipients("Copy recipient"),
  bcc: recipients("Blind copy recipient"),
  subject: text("Subject"),
  html: text("Content").describe("HTML: line breaks are `<br>`, and `<` is `&lt;`."),
  attachments: array(
    "Attachments",
    collection("Attachment", {
      fileName: filename("File name").required(),
      data: buffer("Data").required(),
      cid: text("Content-ID"),
    }),
  ),
};

export const newEmail = gmail.pollingTrigger("TriggerNewEmail", {
  label: "Watch Emails",
  summary: "Starts with each mail that came in since the last run.",
  parameters: {
    searchType: select("Filter type", ["simple", "gmail"]).default("simple"),
    folder: folder("Folder").default("INBOX"),
    criteria: select("Criteria", ["ALL", "SEEN", "UNSEEN"]).default("ALL"),
    from: email("Sender email address"),
    subject: text("Subject"),
    text: text("Search phrase"),
    markSeen: boolean("Mark email message(s) as read when fetched"),
    maxResults: uinteger("Maximum number of results").default(10),
  },
  output: {
    id: text("Gmail message ID"),
    date: date("Date"),
    from: collection("Sender", { name: text("Name"), address: email("Email address") }),
    subject: text("Subject"),
    text: text("Text content"),
    headers: record("Headers"),
    attachments: array("Attachments", any("Attachment")),
  },
  evidence: observed(3),
  replacedBy: "google-email:triggerWatchNewEmails",
});

export const sendEmail = gmail.action("ActionSendEmail", {
  label: "Send an Email",
  summary: "Sends a mail.",
  mapper: { from: text("From"), to: recipients("To").required(), ...mail },
  evidence: observed(23),
  replacedBy: "google-email:sendAnEmail",
});

export const createDraft = gmail.action("ActionCreateDraft", {
  label: "Create a Draft",
  summary: "Puts a mail into the drafts.",
  mapper: { to: recipients("To"), ...mail },
  evidence: observed(2),
});

export const deleteEmail = gmail.action("ActionDeleteEmailApi", {
  label: "Delete an Email",
  summary: "Moves a mail to the bin, or deletes it for good.",
  mapper: {
    messageId: text("Gmail Message ID").required(),
    permanent: boolean("Permanently").default(false),
  },
  repeatable: true,
  evidence: observed(2),
});
