import { account, array, text, url } from "../field.ts";
import { app, weak } from "../module.ts";
import { overHttp } from "../over-http.ts";

const jira = app({
  slug: "jira",
  name: "Jira Cloud Platform",
  version: 1,
  parameters: { __IMTCONN__: account() },
});

/** Plain text in the document format that Jira's API wants. */
const asDocument = (content: unknown) => ({
  type: "doc",
  version: 1,
  content: [{ type: "paragraph", content: [{ type: "text", text: content }] }],
});

/** Over HTTP, the key sends `Authorization: Basic …`, made of the account's address and an API token. */
export const createIssue = jira.action("ActionCreateIssue", {
  label: "Create an Issue",
  summary: "Adds an issue to a project.",
  mapper: {
    project: text("Project").required().describe("The key of the project, such as `OPS`."),
    issuetype: text("Issue type").required().describe("By name, such as `Task`."),
    summary: text("Summary").required(),
    description: text("Description"),
    priority: text("Priority").describe("By name, such as `High`."),
    assignee: text("Assignee").describe("The id of an account."),
    labels: array("Labels", text("Label")),
  },
  output: { id: text("Issue ID"), key: text("Issue key"), self: url("URL in the API") },
  evidence: weak("Only a converter of another party names the module; version and fields are not known"),
  certain: overHttp({
    fields: { site: text("Site").required().describe("`acme` of `acme.atlassian.net`.") },
    request: ({ site, project, issuetype, summary, description, priority, assignee, labels }) => ({
      method: "post",
      url: ["https://", site, ".atlassian.net/rest/api/3/issue"],
      body: {
        fields: {
          project: { key: project },
          issuetype: { name: issuetype },
          summary,
          description: description === undefined ? undefined : asDocument(description),
          priority: priority === undefined ? undefined : { name: priority },
          assignee: assignee === undefined ? undefined : { id: assignee },
          labels,
        },
      },
    }),
  }),
});
