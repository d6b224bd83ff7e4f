// Content is reviewed before it is published, in real time. A website posts it to the first scenario, which asks a
// moderator; the answer starts the second one. The answer does not carry the content: a data store keeps it in between.

import {
  boolean,
  connection,
  dataStore,
  type ErrorFlow,
  env,
  iml,
  onError,
  review,
  route,
  scenario,
  singleSelect,
  text,
  webhook,
} from "cyanotype";
import { airtable, facebookPages, gmail, googleDrive, jira, slack, webhooks } from "cyanotype/apps";

/** What the website posts. */
interface Submission {
  title: string;
  body: string;
  author: string;
  author_email: string;
}

const team = connection("slack");

const moderation = review({
  connection: connection("hitl"),
  loop: env("MODERATION_LOOP"),
  response: singleSelect(["Approve", "Reject", "Flag"]),
  timeoutSeconds: 14_400,
  onTimeout: "flag",
  priority: "high",
  answers: webhook("moderation-answers"),
});

/** Content by the id of its request; `decided` says that an answer was acted on. */
const contents = dataStore("moderated-content", { title: "", body: "", author: "", author_email: "", decided: false });

const retry = onError.retry({ attempts: 3, everyMinutes: 5 });
/** For steps that must not run twice: somebody is told, and the bundle is kept for them to go on with. */
const tellAndKeep = (step: string) => (flow: ErrorFlow) => {
  flow.step(
    `Tell the team: ${step}`,
    slack.createMessage({ connection: team, channel: "#moderation-ops", text: `Failed: ${step}` }),
  );
  return onError.store();
};

export const submit = scenario("Content moderation: submit", { storeIncompleteExecutions: true }, (flow) => {
  const content = flow.trigger(
    "Content arrives",
    webhooks.customWebhook<Submission>({ webhook: webhook("submissions") }),
  );

  const asked = flow.step(
    "Ask a moderator",
    moderation.request({
      text: iml`# ${content.title}\n\n${content.body}`,
      context: { author: content.author, author_email: content.author_email },
    }),
    { onError: tellAndKeep("ask a moderator") },
  );

  flow.step(
    "Keep the content",
    contents.add({
      key: asked.request_id,
      row: {
        title: content.title,
        body: content.body,
        author: content.author,
        author_email: content.author_email,
        decided: false,
      },
      overwrite: true,
    }),
    { onError: retry },
  );

  flow.step(
    "Accept the submission",
    webhooks.respond({ status: 202, body: "Thank you. Your content will be reviewed." }),
  );
});

export const act = scenario(
  "Content moderation: act",
  {
    storeIncompleteExecutions: true,
    sequential: true,
    suppress: {
      "sequential-with-webhook":
        "One after the other, so that a second delivery of the same answer finds the content decided",
    },
  },
  (flow) => {
    const answer = flow.trigger("Answer arrives", moderation.responses());
    const content = flow.step("Get the content back", contents.get({ key: answer.request_id }), { onError: retry });

    flow.router("Decided or cancelled", [
      route("Cancelled", text.equals(answer.status, "cancelled"), (flow) => {
        flow.step("Close the cancelled review", contents.update({ key: answer.request_id, row: { decided: true } }), {
          onError: retry,
        });
      }),

      route("Decided", text.isOneOf(answer.status, ["completed", "timeout"]), (flow) => {
        flow.step("Close the review", contents.update({ key: answer.request_id, row: { decided: true } }), {
          when: ["Not decided before", boolean.isFalse(content.decided)],
          onError: retry,
        });

        flow.match("Decision", answer.answer, {
          approve: (flow) => {
            flow.step(
              "Publish on Facebook",
              facebookPages.createPost({
                connection: connection("facebook"),
                page_id: env("FACEBOOK_PAGE"),
                message: iml`${content.title}\n\n${content.body}\n\n– ${content.author}`,
              }),
              { onError: tellAndKeep("publish on Facebook") },
            );
            flow.step(
              "Log the publication",
              airtable.createRecord({
                connection: connection("airtable"),
                base: env("CONTENT_BASE"),
                table: env("PUBLICATIONS_TABLE"),
                record: { Request: answer.request_id, Title: content.title, Author: content.author },
              }),
              { onError: tellAndKeep("log the publication") },
            );
          },

          reject: (flow) => {
            flow.step(
              "Send the notice",
              gmail.sendAnEmail({
                connection: connection("gmail"),
                to: [content.author_email],
                subject: iml`Not published: ${content.title}`,
                content: "A moderator looked at your contribution and decided not to publish it.",
              }),
              { onError: tellAndKeep("send the notice") },
            );
            flow.step(
              "Archive the content",
              googleDrive.createAFileFromText({
                connection: connection("google-drive"),
                folderId: env("REJECTED_FOLDER"),
                name: iml`${answer.request_id}.txt`,
                content: iml`${content.title}\n\n${content.body}`,
              }),
              { onError: tellAndKeep("archive the content") },
            );
          },

          flag: (flow) => {
            const ticket = flow.step(
              "Open a moderation ticket",
              jira.createIssue({
                connection: connection("jira"),
                site: env("JIRA_SITE"),
                project: env("MODERATION_PROJECT"),
                issuetype: "Task",
                summary: iml`Flagged: ${content.title}`,
                description: content.body,
              }),
              { onError: tellAndKeep("open a moderation ticket") },
            );
            flow.step(
              "Alert the team",
              slack.createMessage({
                connection: team,
                channel: "#moderation",
                text: iml`${ticket.key}: ${content.title} by ${content.author}`,
              }),
              { onError: onError.store() },
            );
          },

          fallback: (flow) => {
            flow.step(
              "Report an unexpected answer",
              slack.createMessage({
                connection: team,
                channel: "#moderation-ops",
                text: iml`Unexpected answer to ${answer.request_id}: ${answer.answer}`,
              }),
              { onError: onError.store() },
            );
          },
        });
      }),
    ]);
  },
);
