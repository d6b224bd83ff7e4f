import { account, boolean, buffer, file, filename, folder, record, select, text, url } from "../field.ts";
import { app, observed } from "../module.ts";

const docs = app({
  slug: "google-docs",
  name: "Google Docs",
  version: 1,
  parameters: { __IMTCONN__: account("google") },
});

const DRIVES = ["drive", "share", "team"] as const;
const drive = (label: string) => select(label, DRIVES).default("drive");
const document = file("Document ID").required();
const folderId = folder("New Document's Location").required();

export const createADocument = docs.action("createADocument", {
  label: "Create a Document",
  summary: "Makes a new document.",
  mapper: {
    name: text("Name").required(),
    content: text("Content").required().describe("HTML is understood."),
    destination: drive("Choose a Drive"),
    folderId,
    header: boolean("Insert a Header").default(false),
    footer: boolean("Insert a Footer").default(false),
  },
  output: { id: text("ID"), webViewLink: url("Web view link") },
  evidence: observed(10),
});

export const createADocumentFromTemplate = docs.action("createADocumentFromTemplate", {
  label: "Create a Document from a Template",
  summary: "Copies a document and fills in its `{{tags}}`.",
  mapper: {
    select: select("Create a Document from a Template", ["map", "dropdown"]).default("dropdown"),
    from: drive("Choose a Drive"),
    document,
    requests: record("Values").describe("By tag."),
    image: record("Image URLs").describe("By the image's id in the document."),
    name: text("Title").required(),
    destination: drive("New Drive Location"),
    folderId,
  },
  output: { id: text("ID") },
  evidence: observed(9),
});

export const appendADocument = docs.action("appendADocument", {
  label: "Insert a Paragraph to a Document",
  summary: "Adds text to a document.",
  mapper: {
    choose: select("Select a Document", ["mapping", "dropdown"]).default("dropdown"),
    destination: drive("Choose a Drive"),
    document,
    select: select("Insert a Paragraph", ["location", "document", "segment"]).default("document"),
    text: text("Appended Text").required(),
  },
  evidence: observed(1),
});

export const exportADocument = docs.action("exportADocument", {
  label: "Download a Document",
  summary: "Gives a document as a file of another kind.",
  mapper: {
    destination: drive("Choose a Drive"),
    document,
    mimeType: select("Type", [
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.oasis.opendocument.text",
      "application/rtf",
      "application/pdf",
      "text/plain",
      "text/html",
      "application/epub+zip",
    ]).required(),
  },
  output: { filename: filename("File name"), data: buffer("Data") },
  writes: false,
  repeatable: true,
  evidence: observed(3),
});
