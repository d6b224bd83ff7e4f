import { account, array, date, select, text, url } from "../field.ts";
import { app, weak } from "../module.ts";
import { overHttp } from "../over-http.ts";

const trello = app({
  slug: "trello",
  name: "Trello",
  version: 4,
  parameters: { __IMTCONN__: account() },
});

const idList = text("List ID").required();
const name = text("Name");
const desc = text("Description");

/** Over HTTP, the key sends `Authorization: OAuth oauth_consumer_key="…", oauth_token="…"`. */
export const createCard = trello.action("createCard", {
  label: "Create a Card",
  summary: "Adds a card to a list.",
  mapper: {
    idList,
    name,
    desc,
    due: date("Due date"),
    pos: select("Position", ["top", "bottom"]),
    idMembers: array("Members", text("Member ID")),
    idLabels: array("Labels", text("Label ID")),
    urlSource: url("URL of an attachment"),
  },
  output: { id: text("Card ID"), idList, name, desc, url: url("URL"), shortUrl: url("Short URL") },
  evidence: weak("Only tools of other parties name the module; its fields are called as in Trello's API"),
  certain: overHttp({
    request: (card) => ({ method: "post", url: ["https://api.trello.com/1/cards"], body: card }),
  }),
});
