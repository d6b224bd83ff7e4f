import {
  account,
  array,
  boolean,
  buffer,
  collection,
  date,
  email,
  filename,
  integer,
  number,
  pairs,
  record,
  remoteSelect,
  select,
  selectMany,
  text,
  uinteger,
} from "../field.ts";
import { app, observed } from "../module.ts";

const gmail = app({
  slug: "google-email",
  name: "Gmail",
  version: 4,
  parameters: { __IMTCONN__: account("google-email") },
});

const recipients = (label: string) => array(label, email("Recipient email address"));
const people = (label: string) => array(label, collection(label, { name: text("Name"), email: email("Email") }));
const folders = (label: string) => array(label, collection(label, { id: text("ID"), name: text("Name") }));
const from = remoteSelect("From").describe("One of the addresses that the account may send from.");
const signature = remoteSelect("Signature content");
const emailHeaders = pairs("Additional email headers", "key");
const bodyType = select("Body type", ["rawHtml", "collection"]).default("rawHtml");
const content = text("Content").describe(
  "HTML, if `bodyType` is `rawHtml`: line breaks are `<br>`, and `<` is `&lt;`.",
);
const contents = array(
  "Body contents",
  collection("Content", {
    text: text("Text"),
    image: collection("Image", {
      filename: filename("File name"),
      data: buffer("Data"),
      width: uinteger("Width"),
      height: uinteger("Height"),
    }),
  }),
).describe("Texts and images one below the other, if `bodyType` is `collection`.");
const attachments = array(
  "Attachments",
  collection("Attachment", { filename: filename("File name").required(), data: buffer("Data").required() }),
);

const message = {
  id: text("Message ID"),
  threadId: text("Thread ID"),
  internalDate: date("Date"),
  subject: text("Subject"),
  fromName: text("From (name)"),
  fromEmail: text("From (email)"),
  to: people("To"),
  cc: people("CC"),
  bcc: people("BCC"),
  snippet: text("Snippet"),
  fullTextBody: text("Full text body"),
  htmlBody: text("HTML body"),
  hasAttachment: boolean("Has attachment"),
  hasMedia: boolean("Has media"),
  sysFolders: folders("System folders"),
  categoryFolders: folders("Category folders"),
  userLabelFolders: folders("User label folders"),
  labelIds: array("Message folder IDs", text("Folder ID")),
  headers: record("Headers"),
  sizeEstimate: number("Size estimate"),
  historyId: text("History ID"),
};

export const watchNewEmails = gmail.pollingTrigger("triggerWatchNewEmails", {
  label: "Watch Emails",
  summary: "Starts with each mail that came in since the last run.",
  parameters: {
    filterType: select("Filter type", ["simpleSearch", "gmailSearch"])
      .default("simpleSearch")
      .impliedBy({ q: "gmailSearch" }),
    format: select("Content format", ["full", "raw", "metadata", "minimal"]).default("full"),
    folder: remoteSelect("Folder").default("INBOX").optional(),
    labelIds: remoteSelect("Label"),
    criteria: select("Criteria", ["all", "is:read", "is:unread"]).default("all").optional(),
    from: email("Sender email address"),
    subject: text("Subject"),
    includeWords: text("Has the words"),
    excludeWords: text("Doesn't have"),
    size: collection("Email size", {
      criteria: select("Criteria", ["larger", "smaller"]),
      amount: integer("Size", { min: 0 }),
      unit: select("Size unit", ["M", "K", "bytes"]),
    }),
    hasAttachment: boolean("Only emails with attachments/media").default(false).optional(),
    q: text("Query").describe("As in Gmail's search box; instead of the fields from `folder` to `hasAttachment`."),
    markSeen: boolean("Mark email message(s) as read when fetched"),
    limit: uinteger("Limit", { max: 500 }).default(10),
  },
  output: message,
  evidence: observed(4),
});

export const getAnEmail = gmail.action("getAnEmail", {
  label: "Get an Email",
  summary: "Gives a mail.",
  mapper: {
    messageId: text("Message ID").required(),
    format: select("Content format", ["full", "raw", "metadata"]),
  },
  output: message,
  writes: false,
  repeatable: true,
  evidence: observed(1),
});

export const listEmailAttachments = gmail.search("listEmailAttachments", {
  label: "List Email Attachments",
  summary: "Gives the attachments of a mail, a bundle for each.",
  mapper: {
    messageId: text("Message ID").required(),
    include: selectMany("Include", ["attachment", "media"]).default(["attachment"]),
    returnAttachmentData: boolean("Return attachment data").default(true),
  },
  evidence: observed(2),
});

export const sendAnEmail = gmail.action("sendAnEmail", {
  label: "Send an Email",
  summary: "Sends a mail.",
  mapper: {
    to: recipients("To").required(),
    cc: recipients("CC recipients"),
    bcc: recipients("BCC recipients"),
    from,
    subject: text("Subject"),
    bodyType,
    content,
    contents,
    attachments,
    signature,
    emailHeaders,
  },
  evidence: observed(32),
});

export const replyToAnEmail = gmail.action("replyToAnEmail", {
  label: "Reply to an Email",
  summary: "Answers in the thread of a mail.",
  mapper: {
    threadId: text("Thread ID").required(),
    replyMode: select("Reply mode", ["all", "sender", "custom"]).required(),
    from,
    bodyType: bodyType.default("collection"),
    contents,
    attachments,
    signature,
    emailHeaders,
  },
  evidence: observed(1),
});
