// What the printed scenario does, tried with content of our own: that needs no account of Make, and costs no credit.

import { evaluateTemplate } from "cyanotype/iml";
import { expect, test } from "vitest";
import submit from "../dist-blueprints/certain/content-moderation-submit.blueprint.json" with { type: "json" };

const moderator = submit.flow.find(({ metadata }) => metadata.designer.name === "Ask a moderator");

/** What the moderator is asked about this content: the body of a request in JSON. */
function requestFor(content: { readonly title: string; readonly body: string }): unknown {
  const body = evaluateTemplate(moderator?.mapper.jsonStringBodyContent ?? "", {
    now: new Date(),
    bundle: () => ({ author: "Ada", author_email: "ada@example.com", ...content }),
  });
  return body.ok ? JSON.parse(String(body.value)) : body.error;
}

test.for([
  ["Spring", "All is new."],
  ['She said "yes"', "and left \\ for good"],
  ["Two lines", "one\nand another"],
])("whatever the content holds, the moderator sees it as it is: %j", ([title = "", body = ""]) => {
  expect(requestFor({ title, body })).toMatchObject({ request_text: `# ${title}\n\n${body}` });
});

test("nobody's answer is the answer: a moderator who is silent flags the content", () => {
  expect(requestFor({ title: "Spring", body: "All is new." })).toMatchObject({ default_response: "Flag" });
});
