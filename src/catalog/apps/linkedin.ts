import { account, array, boolean, collection, number, select, text } from "../field.ts";
import { app, observed } from "../module.ts";

const linkedin = app({
  slug: "linkedin",
  name: "LinkedIn",
  version: 2,
  parameters: { __IMTCONN__: account("linkedin2", "linkedin-openid") },
});

export const createPost = linkedin.action("CreatePost", {
  label: "Create a User Text Post",
  summary: "Posts text in the name of the connected person.",
  mapper: {
    content: text("Content").required(),
    mentions: array(
      "Mentions",
      collection("Mention", {
        entity: select("Entity", ["member", "company"]).required(),
        urn: text("Entity URN").required(),
        name: text("Entity Name").required().describe("As it stands in the content."),
        start: number("Start").required().describe("Where the name begins in the content."),
      }),
    ),
    visibility: select("Visibility", ["PUBLIC", "CONNECTIONS", "LOGGED_IN"]).default("PUBLIC"),
    feedDistribution: select("Feed Distribution", ["MAIN_FEED", "NONE"]).default("MAIN_FEED"),
    isReshareDisabledByAuthor: boolean("Is Reshare Disabled").default(false),
    type: select("Media Type", ["ARTICLE"]),
  },
  evidence: observed(7),
});
