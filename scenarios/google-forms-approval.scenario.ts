// Purchases that need an approval. A form asks for them; the first scenario asks a manager and notes the purchase in a
// sheet, the second one acts when the answer arrives. The answer carries only the request's id: the sheet knows the rest.

import {
  all,
  connection,
  type ErrorFlow,
  env,
  iml,
  number,
  onError,
  review,
  route,
  scenario,
  singleSelect,
  text,
  webhook,
} from "cyanotype";
import { gmail, googleForms, googleSheets, jira, slack } from "cyanotype/apps";

const google = connection("google");
const mail = connection("gmail");
const team = connection("slack");

const approval = review({
  connection: connection("hitl"),
  loop: env("APPROVAL_LOOP"),
  response: singleSelect(["Approve", "Reject", "Escalate"]),
  timeoutSeconds: 3600,
  onTimeout: "escalate",
  answers: webhook("purchase-answers"),
});

/** Columns: A request, B form response, C requester, D item, E amount, F status. */
const purchases = { connection: google, spreadsheetId: env("PURCHASES_SHEET"), sheetId: "Purchases" };
const archive = { ...purchases, sheetId: "Archive" };

/** For steps that must not run twice: somebody is told, and the bundle is kept for them to go on with. */
const tellAndKeep = (step: string) => (flow: ErrorFlow) => {
  flow.step(
    `Tell the team: ${step}`,
    slack.createMessage({ connection: team, channel: "#ops", text: `Failed: ${step}` }),
  );
  return onError.store();
};
const retry = onError.retry({ attempts: 3, everyMinutes: 5 });

export const ask = scenario(
  "Google Forms approval: ask",
  { schedule: { every: { minutes: 15 } }, storeIncompleteExecutions: true },
  (flow) => {
    const form = flow.trigger(
      "New form response",
      googleForms.watchResponses({
        connection: google,
        formId: env("PURCHASE_FORM"),
        questions: {
          item: googleForms.textQuestion(env("ITEM_QUESTION")),
          amount: googleForms.numberQuestion(env("AMOUNT_QUESTION")),
        },
      }),
    );

    // Asking twice does no harm: an answer whose request is not in the sheet is dropped by the other scenario.
    const asked = flow.step(
      "Ask a manager",
      approval.request({
        text: iml`Buy ${form.answers.item} for ${form.answers.amount} EUR?`,
        context: { response: form.responseId, requester: form.respondentEmail },
      }),
      { when: ["Requires approval", number.greaterThan(form.answers.amount, 500)], onError: retry },
    );

    flow.step(
      "Note the purchase",
      googleSheets.addRow({
        ...purchases,
        values: {
          A: asked.request_id,
          B: form.responseId,
          C: form.respondentEmail,
          D: form.answers.item,
          E: form.answers.amount,
          F: "waiting",
        },
      }),
      { onError: tellAndKeep("note the purchase") },
    );
  },
);

export const act = scenario(
  "Google Forms approval: act",
  {
    storeIncompleteExecutions: true,
    sequential: true,
    suppress: {
      "sequential-with-webhook":
        "One after the other, so that a second delivery of the same answer finds the purchase no longer waiting",
    },
  },
  (flow) => {
    const answer = flow.trigger("Answer arrives", approval.responses());

    const purchase = flow.step(
      "Find the purchase",
      googleSheets.filterRows({
        ...purchases,
        filter: all(
          text.equals(googleSheets.column("A"), answer.request_id),
          text.equals(googleSheets.column("F"), "waiting"),
        ),
        limit: 1,
      }),
      { onError: retry },
    );
    const mark = (status: string) =>
      googleSheets.updateRow({ ...purchases, rowNumber: purchase.rowNumber, values: { F: status } });

    flow.router("Decided or cancelled", [
      route("Cancelled", text.equals(answer.status, "cancelled"), (flow) => {
        flow.step("Mark as cancelled", mark("cancelled"), { onError: retry });
      }),

      // Answered in time, or escalated because nobody did.
      route("Decided", text.isOneOf(answer.status, ["completed", "timeout"]), (flow) => {
        flow.match("Decision", answer.answer, {
          approve: (flow) => {
            flow.step("Mark as approved", mark("approved"), { onError: retry });
            flow.step(
              "Tell the requester: approved",
              gmail.sendAnEmail({
                connection: mail,
                to: [purchase.C],
                subject: iml`Approved: ${purchase.D}`,
                content: iml`Your purchase of ${purchase.D} for ${purchase.E} EUR is approved.`,
              }),
              { onError: tellAndKeep("tell the requester of the approval") },
            );
          },

          reject: (flow) => {
            flow.step("Mark as rejected", mark("rejected"), { onError: retry });
            flow.step(
              "Archive the response",
              googleSheets.addRow({
                ...archive,
                values: { A: answer.request_id, B: purchase.B, C: purchase.C, D: purchase.D, E: purchase.E },
              }),
              { onError: tellAndKeep("archive the response") },
            );
            flow.step(
              "Tell the requester: rejected",
              gmail.sendAnEmail({
                connection: mail,
                to: [purchase.C],
                subject: iml`Rejected: ${purchase.D}`,
                content: iml`Your purchase of ${purchase.D} for ${purchase.E} EUR was not approved.`,
              }),
              { onError: tellAndKeep("tell the requester of the rejection") },
            );
          },

          escalate: (flow) => {
            flow.step("Mark as escalated", mark("escalated"), { onError: retry });
            const ticket = flow.step(
              "Open a ticket",
              jira.createIssue({
                connection: connection("jira"),
                site: env("JIRA_SITE"),
                project: env("PURCHASING_PROJECT"),
                issuetype: "Task",
                summary: iml`Decide on a purchase: ${purchase.D}`,
                description: iml`${purchase.C} wants to buy ${purchase.D} for ${purchase.E} EUR.`,
              }),
              { onError: tellAndKeep("open a ticket") },
            );
            flow.step(
              "Tell the manager",
              slack.createMessage({
                connection: team,
                channel: "#purchasing-managers",
                text: iml`${ticket.key}: ${purchase.C} wants to buy ${purchase.D} for ${purchase.E} EUR`,
              }),
              { onError: onError.store() },
            );
          },

          fallback: (flow) => {
            flow.step(
              "Report an unexpected answer",
              slack.createMessage({
                connection: team,
                channel: "#ops",
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
