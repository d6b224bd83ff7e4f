import { expect, test } from "vitest";
import { createIssue } from "../../../src/catalog/apps/jira.ts";
import { connection, env } from "../../../src/dsl/bindings.ts";
import { certainValuesOf } from "../values-of.ts";

const issue = {
  connection: connection("jira"),
  site: env("JIRA_SITE"),
  project: "OPS",
  issuetype: "Task",
  summary: "Check the refund",
};

test("over HTTP, an issue names its project and type as Jira's API does", () => {
  expect(certainValuesOf(createIssue({ ...issue, labels: ["refund"] }))).toMatchObject({
    module: "http:MakeRequest",
    parameters: { authenticationType: "apiKey", apiKeyKeychain: "<keys: jira>" },
    mapper: {
      method: "post",
      url: "https://<values: JIRA_SITE>.atlassian.net/rest/api/3/issue",
      jsonStringBodyContent: JSON.stringify({
        fields: {
          project: { key: "OPS" },
          issuetype: { name: "Task" },
          summary: "Check the refund",
          labels: ["refund"],
        },
      }),
    },
  });
});

test("over HTTP, a description becomes a document", () => {
  const { mapper } = certainValuesOf(
    createIssue({ ...issue, description: "500 EUR", assignee: "a1", priority: "High" }),
  );
  const body = JSON.parse((mapper as { jsonStringBodyContent: string }).jsonStringBodyContent);
  expect(body.fields).toMatchObject({
    description: {
      type: "doc",
      version: 1,
      content: [{ type: "paragraph", content: [{ type: "text", text: "500 EUR" }] }],
    },
    assignee: { id: "a1" },
    priority: { name: "High" },
  });
});
