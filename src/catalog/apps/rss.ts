import { array, boolean, collection, date, number, record, selectMany, text, url } from "../field.ts";
import { app, observed } from "../module.ts";

const rss = app({ slug: "rss", name: "RSS", version: 4 });

const include = selectMany("Process RSS fields", ["google-merchant-center", "itunes"]);
const feed = {
  url: url("URL").required(),
  username: text("User name"),
  password: text("Password"),
  gzip: boolean("Request compressed content").default(true),
  maxResults: number("Maximum number of returned items").default(10),
};
const source = (label: string) => collection(label, { title: text("Name"), url: url("URL") });

const article = {
  title: text("Title"),
  description: text("Description"),
  summary: text("Summary"),
  author: text("Author"),
  url: url("URL"),
  dateUpdated: date("Date updated"),
  dateCreated: date("Date created"),
  comments: url("Comments"),
  image: source("Image"),
  categories: array("Categories", text("Category")),
  source: source("Source"),
  enclosures: array(
    "Enclosures",
    collection("Enclosure", { url: url("URL"), type: text("Type"), length: number("Length") }),
  ),
  rssFields: record("RSS fields"),
};

export const newArticle = rss.pollingTrigger("TriggerNewArticle", {
  label: "Watch RSS feed items",
  summary: "Starts with each article that came into a feed since the last run.",
  parameters: { ...feed, include },
  output: article,
  evidence: observed(1),
});

export const readArticles = rss.search("ActionReadArticles", {
  label: "Retrieve RSS feed items",
  summary: "Gives the articles of a feed, a bundle for each.",
  parameters: { include },
  mapper: { ...feed, filterDateFrom: date("Date from"), filterDateTo: date("Date to") },
  output: article,
  evidence: observed(19),
});
