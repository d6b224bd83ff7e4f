import { account, text } from "../field.ts";
import { app, weak } from "../module.ts";
import { overHttp } from "../over-http.ts";

const x = app({ slug: "twitter", name: "X (formerly Twitter)", version: 6, parameters: { __IMTCONN__: account() } });

/** Over HTTP, the key sends `Authorization: Bearer …` with a token of a user: an app's own token may not post. */
export const createATweet = x.action("createATweet", {
  label: "Create a Post",
  summary: "Posts text in the name of the connected person.",
  mapper: { text: text("Text").required().describe("At most 280 characters.") },
  output: { id: text("Post ID"), text: text("Text") },
  evidence: weak("One example of Make's shows the module, and no export holds it"),
  certain: overHttp({
    request: ({ text }) => ({ method: "post", url: ["https://api.x.com/2/tweets"], body: { text } }),
    answer: ["data"],
  }),
});
