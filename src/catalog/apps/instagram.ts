import {
  account,
  array,
  boolean,
  collection,
  hook,
  number,
  remoteSelect,
  select,
  text,
  uinteger,
  url,
} from "../field.ts";
import { app, observed } from "../module.ts";

const identity = { slug: "instagram-business", name: "Instagram for Business", version: 1 } as const;
const instagram = app({ ...identity, parameters: { __IMTCONN__: account("facebook") } });

const accountId = remoteSelect("Page").required().describe("The id of the Instagram account that belongs to the page.");
const caption = text("Caption");
const location_id = text("Location ID");
const user_tags = array(
  "User Tags",
  collection("User Tag", {
    username: text("Username").required().describe("Without `@`."),
    x: number("X position", { min: 0, max: 1 }).required(),
    y: number("Y position", { min: 0, max: 1 }).required(),
  }),
);
const image_url = url("Photo URL").describe("A public address of a JPEG file.");

export const watchMedia = instagram.pollingTrigger("WatchMedia", {
  label: "Watch Media",
  summary: "Starts with each photo or video that was published since the last run.",
  parameters: { accountId, limit: uinteger("Limit").default(10) },
  output: { id: text("ID"), caption, permalink: url("Link") },
  evidence: observed(3),
});

export const newComment = app(identity).instantTrigger("NewComment", {
  label: "Watch Comments",
  summary: "Starts when someone comments.",
  parameters: { __IMTHOOK__: hook("instagram-business") },
  output: {
    field: text("Field"),
    id: text("Comment ID"),
    parent_id: text("Parent ID"),
    text: text("Text"),
    from: collection("From", { id: text("ID"), username: text("Username") }),
    media: collection("Media", { id: text("ID"), media_product_type: text("Media Product Type") }),
  },
  evidence: observed(1),
});

export const createPostPhoto = instagram.action("CreatePostPhoto", {
  label: "Create a Photo Post",
  summary: "Publishes a photo.",
  mapper: { accountId, image_url: image_url.required(), caption, user_tags, location_id },
  evidence: observed(4),
});

export const createCarouselPhoto = instagram.action("CreateCarouselPhoto", {
  label: "Create a Carousel Post",
  summary: "Publishes several photos and videos as one post.",
  mapper: {
    accountId,
    files: array(
      "Files",
      collection("File", {
        media_type: select("Media Type", ["IMAGE", "VIDEO"]).default("IMAGE").impliedBy({ video_url: "VIDEO" }),
        image_url,
        user_tags,
        video_url: url("Video URL"),
        thumb_offset: number("Cover Frame"),
      }),
    )
      .required()
      .describe("2 to 10."),
    caption,
    location_id,
  },
  evidence: observed(1),
});

export const createAReelPost = instagram.action("CreateAReelPost", {
  label: "Create a Reel Post",
  summary: "Publishes a reel.",
  mapper: {
    accountId,
    video_url: url("Video URL").required(),
    caption,
    share_to_feed: boolean("Share to Feed").default(false),
    thumb_offset: number("Cover Frame"),
    location_id,
  },
  evidence: observed(1),
});

export const createComment = instagram.action("CreateComment", {
  label: "Create a Comment Reply",
  summary: "Answers a comment.",
  mapper: { id: text("Comment ID").required(), message: text("Message").required() },
  evidence: observed(1),
});
