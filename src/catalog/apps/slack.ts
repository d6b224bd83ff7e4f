import { account, any, boolean, collection, json, remoteSelect, select, text, uinteger, url } from "../field.ts";
import { app, observed } from "../module.ts";

const identity = { slug: "slack", name: "Slack", version: 4 } as const;
const slack = app({ ...identity, parameters: { __IMTCONN__: account("slack2") } });
/** Bots have connections of a kind of their own; not every module takes them. */
const slackOrBot = app({ ...identity, parameters: { __IMTCONN__: account("slack2", "slack3") } });

const CHANNEL_TYPES = ["public", "private", "im", "mpim"] as const;
const inputMethod = select("Input Method", ["list", "search"]).default("list");

export const watchMessages = slack.pollingTrigger("WatchMessages", {
  label: "Watch Public Channel Messages",
  summary: "Starts with each message that was posted to a public channel since the last run.",
  parameters: {
    inputMethod,
    channel: remoteSelect("Public Channel").required(),
    limit: uinteger("Limit").default(10),
  },
  output: { text: text("Text"), username: text("User name") },
  evidence: observed(1),
});

export const searchMessages = slack.search("SearchMessages", {
  label: "Search for Message",
  summary: "Gives the messages that match, a bundle for each.",
  mapper: {
    query: text("Query").required().describe("As in Slack's search box, such as `from:@ana in:#ops`."),
    sort: select("Sort by", ["score", "timestamp"]),
    sort_dir: select("Direction", ["asc", "desc"]),
    limit: uinteger("Limit").required(),
  },
  output: {
    iid: text("Search ID"),
    team: text("Team"),
    channel: collection("Channel", { id: text("Channel ID") }),
    type: text("Type"),
    user: text("User ID"),
    username: text("User name"),
    ts: text("Message ID (time stamp)"),
    text: text("Text"),
    permalink: url("Link"),
    blocks: any("Blocks"),
  },
  evidence: observed(5),
});

export const getPublicChannelMessage = slack.action("GetPublicChannelMessage", {
  label: "Get a Public Channel Message",
  summary: "Gives a message.",
  mapper: {
    inputMethod,
    channel: remoteSelect("Public Channel").required(),
    ts: text("Message ID (time stamp)").required(),
  },
  writes: false,
  repeatable: true,
  evidence: observed(2),
});

export const getUser = slack.action("GetUser", {
  label: "Get a User",
  summary: "Gives what Slack knows of a person.",
  mapper: { user: text("User ID").required() },
  output: {
    tz: text("Time zone"),
    profile: collection("Profile", { image_original: url("Image"), image_512: url("Image, 512 pixels wide") }),
  },
  writes: false,
  repeatable: true,
  evidence: observed(3),
});

export const createMessage = slackOrBot.action("CreateMessage", {
  label: "Create a Message",
  summary: "Posts a message to a channel or a person.",
  mapper: {
    channelWType: select("Enter a channel ID or name", ["manualy", "list"]).default("manualy"),
    channelType: select("Channel type", CHANNEL_TYPES),
    idType: select("ID type", ["channel", "user", "username"]),
    channel: remoteSelect("Channel ID or name").required().describe("`#name` or the channel's id."),
    text: text("Text"),
    blocks: json("Blocks").describe("`{ blocks: […] }`, as Slack's Block Kit Builder shows it."),
    thread_ts: text("Thread message ID (time stamp)"),
    reply_broadcast: boolean("Reply broadcast"),
    link_names: boolean("Link names"),
    parse: boolean("Parse message text"),
    mrkdwn: boolean("Use markdown").default(true).optional(),
    unfurl_links: boolean("Unfurl primarily text-based content"),
    unfurl_media: boolean("Unfurl media content"),
    icon_emoji: text("Icon emoji"),
    icon_url: url("Icon URL"),
    username: text("User name"),
  },
  output: { ts: text("Message ID (time stamp)"), channel: text("Channel"), message: any("Message") },
  evidence: observed(51),
});

export const addReaction = slack.action("AddReaction", {
  label: "Add a Reaction",
  summary: "Adds an emoji to a message.",
  mapper: {
    channelType: select("Channel type", CHANNEL_TYPES).required(),
    channel: remoteSelect("Channel").required(),
    timestamp: text("Message ID (time stamp)").required(),
    name: text("Emoji").required().describe("Its name without colons, such as `thumbsup`."),
  },
  evidence: observed(2),
});
