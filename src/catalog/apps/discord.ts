import {
  account,
  any,
  array,
  boolean,
  buffer,
  collection,
  date,
  filename,
  remoteSelect,
  select,
  text,
  uinteger,
  url,
} from "../field.ts";
import { app, observed } from "../module.ts";

const discord = app({
  slug: "discord",
  name: "Discord",
  version: 2,
  parameters: { __IMTCONN__: account("discord") },
});

const size = { height: uinteger("Height"), width: uinteger("Width") };
const picture = (label: string) => collection(label, { url: url("URL"), proxy_url: url("Proxy URL"), ...size });
const icon = { icon_url: url("Icon URL"), proxy_icon_url: url("Proxy Icon URL") };
const embed = collection("Embed", {
  title: text("Title"),
  type: text("Type"),
  description: text("Description"),
  url: url("URL"),
  timestamp: date("Timestamp"),
  color: uinteger("Color").describe("As a number: `0xff0000` is red."),
  footer: collection("Footer", { text: text("Text"), ...icon }),
  image: picture("Image"),
  thumbnail: picture("Thumbnail"),
  video: collection("Video", { url: url("URL"), ...size }),
  provider: collection("Provider", { name: text("Name"), url: url("URL") }),
  author: collection("Author", { name: text("Name"), url: url("URL"), ...icon }),
  fields: array(
    "Fields",
    collection("Field", { name: text("Name"), value: text("Value"), inline: boolean("Inline Flag") }),
  ),
});

export const createMessage = discord.action("createMessage", {
  label: "Send a Message",
  summary: "Posts a message to a channel.",
  mapper: {
    select: select("Choose a Method", ["channel", "thread", "user"]).default("channel"),
    channelId: remoteSelect("Channel ID").required(),
    content: text("Message").describe("At most 2000 characters."),
    tts: boolean("Is TTS message"),
    embeds: array("Embeds", embed),
    message_reference: collection("Message Reference", { message_id: text("Message ID") }),
    components: array("Components", any("Component")),
    sticker_ids: array("Stickers", collection("Sticker", { id: text("Sticker ID").required() })),
    files: array(
      "Files",
      collection("File", { filename: filename("File Name").required(), data: buffer("Data").required() }),
    ),
  },
  evidence: observed(45),
});

export const removeGuildMemberRole = discord.action("RemoveGuildMemberRole", {
  label: "Remove a Role from a Guild Member",
  summary: "Takes a role from a member.",
  mapper: { userId: text("User ID").required(), roleId: remoteSelect("Role ID").required() },
  repeatable: true,
  evidence: observed(1),
});
