import { account, array, buffer, collection, date, filename, remoteSelect, select, text, url } from "../field.ts";
import { app, observed } from "../module.ts";

const pages = app({
  slug: "facebook-pages",
  name: "Facebook Pages",
  version: 6,
  parameters: { __IMTCONN__: account("facebook") },
});

const page_id = remoteSelect("Page").required().describe("The page's id.");
const message = text("Post caption");
const publishDate = date("Publish date").describe("At once when it is left out.");
/** A file comes from a previous module (`data`) or from the web (`url`). */
const upload = { url: url("URL"), fileName: filename("File name"), data: buffer("Data") };
const uploadedBy = (label: string) => select(label, ["data", "url"]).default("data").impliedBy({ url: "url" });

export const createPost = pages.action("CreatePost", {
  label: "Create a Post",
  summary: "Posts text, and perhaps a link, to a page.",
  mapper: {
    page_id,
    message,
    link: url("Link"),
    name: text("Link name"),
    description: text("Link description"),
    date: publishDate,
  },
  evidence: observed(8),
});

export const createPostWithPhotos = pages.action("CreatePostWithPhotos", {
  label: "Create a Post with Photos",
  summary: "Posts photos to a page.",
  mapper: {
    page_id,
    message,
    photos: array(
      "Photos",
      collection("Photo", { type: uploadedBy("Image input type"), ...upload, caption: text("Image caption") }),
    )
      .required()
      .describe("1 to 30."),
    date: publishDate,
  },
  evidence: observed(4),
});

export const uploadVideo = pages.action("UploadVideo", {
  label: "Upload a Video",
  summary: "Posts a video to a page.",
  mapper: { page_id, type: uploadedBy("Type"), ...upload, description: text("Video caption") },
  evidence: observed(2),
});

export const uploadAReel = pages.action("uploadAReel", {
  label: "Upload a Reel",
  summary: "Posts a reel to a page.",
  mapper: {
    page_id,
    uploadMethod: select("Upload method", ["data", "url"]).default("url"),
    url: url("URL"),
    title: text("Title"),
    description: text("Description"),
  },
  evidence: observed(2),
});
