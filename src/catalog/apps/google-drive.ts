import {
  account,
  any,
  array,
  boolean,
  buffer,
  collection,
  date,
  email,
  file,
  folder,
  select,
  text,
  uinteger,
  url,
} from "../field.ts";
import { app, observed } from "../module.ts";

const drive = app({
  slug: "google-drive",
  name: "Google Drive",
  version: 4,
  parameters: { __IMTCONN__: account("google-restricted") },
});

const DRIVES = ["drive", "share", "team"] as const;
const destination = select("Choose a Drive", DRIVES).default("drive");
const fileId = text("File ID").required();
// People pick a file in a list, which writes a path; code names the id itself, which Make calls `map`.
const givenById = (label: string) => select(label, ["map", "value"]).default("map");
const permission = {
  role: select("Role", ["owner", "writer", "commenter", "reader"]),
  type: select("Type", ["user", "group", "domain", "anyone"]),
};

export const watchFilesInAFolder = drive.pollingTrigger("watchFilesInAFolder", {
  label: "Watch Files in a Folder",
  summary: "Starts with each file that was added to a folder, or changed in it, since the last run.",
  parameters: {
    select: select("Watch Files", ["create", "modify"]).default("create"),
    destination,
    folderId: folder("Select the Folder to be Watched").required(),
    mimeType: select("File Types to Watch", ["all", "document", "spreadsheet", "slide", "drawing"]).default("all"),
    limit: uinteger("Limit").default(10),
  },
  output: {
    name: text("Name"),
    owners: array("Owners", collection("Owner", { displayName: text("Display name"), emailAddress: email("Email") })),
    permissions: array("Permissions", collection("Permission", { emailAddress: email("Email"), role: text("Role") })),
  },
  evidence: observed(1),
});

export const searchForFilesFolders = drive.search("searchForFilesFolders", {
  label: "Search for Files/Folders",
  summary: "Gives the files and folders that match, a bundle for each.",
  mapper: {
    select: select("Select the Method", ["map", "list"]).default("list"),
    destination,
    folderId: folder("Choose a Folder"),
    retrieve: select("Retrieve", ["file", "folder", "file_folder"]).required(),
    searchType: select("Search", ["title", "fulltext", "custom"]),
    operator: select("Search options", ["=", "contains"]),
    query: text("Query"),
    limit: uinteger("Limit"),
  },
  output: { id: text("ID") },
  evidence: observed(1),
});

export const getAFile = drive.action("getAFile", {
  label: "Download a File",
  summary: "Gives a file and its content; Google's own kinds of documents are converted.",
  mapper: {
    select: givenById("Enter a File ID"),
    file: fileId,
    formatDocuments: select("Convert Google Documents Files to Format", [
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/pdf",
      "application/vnd.oasis.opendocument.text",
      "text/html",
      "text/plain",
      "application/rtf",
    ]).default("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    formatSpreadsheets: select("Convert Google Spreadsheets Files to Format", [
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/x-vnd.oasis.opendocument.spreadsheet",
      "application/pdf",
    ]).default("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    formatPresentations: select("Convert Google Slides Files to Format", [
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "application/pdf",
    ]).default("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    formatDrawings: select("Convert Google Drawings Files to Format", [
      "image/jpeg",
      "image/png",
      "image/svg+xml",
      "application/pdf",
    ]).default("image/jpeg"),
  },
  output: { id: text("ID"), name: text("Name"), webContentLink: url("Web content link") },
  writes: false,
  repeatable: true,
  evidence: observed(1),
});

export const uploadAFile = drive.action("uploadAFile", {
  label: "Upload a File",
  summary: "Puts a file into a folder. A second run puts a second file of the same name beside it.",
  mapper: {
    select: givenById("Enter a Folder ID"),
    destination: select("New Drive Location", DRIVES),
    folderId: text("Folder ID").required(),
    filename: text("File Name").required(),
    data: buffer("Data").required(),
    title: text("New File Name"),
    convert: boolean("Convert a File").default(false).describe("To Google's own kind of document."),
  },
  output: { id: text("ID"), webViewLink: url("Web view link") },
  evidence: observed(7),
});

export const createAFileFromText = drive.action("createAFileFromText", {
  label: "Create a File from Text",
  summary: "Writes text into a new file.",
  mapper: {
    name: text("File Name").required(),
    content: text("File Content").required(),
    destination,
    folderId: folder("New Text File Location").required(),
    convert: boolean("Convert the File to Google Docs Document").default(false),
  },
  evidence: observed(1),
});

export const createAFolder = drive.action("createAFolder", {
  label: "Create a Folder",
  summary: "Makes a new folder.",
  mapper: {
    name: text("New Folder's Name"),
    destination: select("New Drive Location", DRIVES).default("drive"),
    folderId: folder("New Folder Location").required(),
    shared: boolean("Share Folder").default(false).impliedBy({ role: true, type: true }),
    ...permission,
  },
  output: { id: text("ID") },
  evidence: observed(4),
});

export const shareAFileFolder = drive.action("shareAFileFolder", {
  label: "Get a Share Link",
  summary: "Lets people see or change a file or folder, and gives the link to it.",
  mapper: {
    select: select("Select", ["file", "folder"]).default("file"),
    destination,
    file: file("File ID").required(),
    role: permission.role.required(),
    type: permission.type.required(),
    allowFileDiscovery: boolean("Allow File Discovery").default(false),
  },
  output: {
    fileId: text("File ID"),
    kind: text("Kind"),
    id: text("Permission ID"),
    type: text("Type"),
    shareLink: url("Share Link"),
    webContentLink: url("Web Content Link"),
    emailAddress: text("Email Address"),
    domain: text("Domain"),
    role: text("Role"),
    allowFileDiscovery: boolean("Allow File Discovery"),
    displayName: text("Display Name"),
    photoLink: text("Photo Link"),
    expirationTime: date("Expiration Time"),
    teamDrivePermissionDetails: array("Team Drive Permission Details", any("Detail")),
    permissionDetails: array("Permission Details", any("Detail")),
    deleted: boolean("Deleted"),
    pendingOwner: boolean("Pending Owner"),
  },
  repeatable: true,
  evidence: observed(2),
});

export const deleteAFile = drive.action("deleteAFile", {
  label: "Delete a File/Folder",
  summary: "Deletes a file or folder.",
  mapper: {
    select: givenById("Enter a File/Folder ID"),
    select1: select("Select File/Folder", ["file", "folder"]).default("file").as("kind"),
    file: fileId,
  },
  repeatable: true,
  evidence: observed(1),
});
