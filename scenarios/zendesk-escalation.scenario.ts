// Urgent tickets go to the support manager. Make cannot wait for hours within one run, so the first scenario asks and
// remembers the request, and the second one looks every five minutes whether it is decided.

import {
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
import { slack, zendesk } from "cyanotype/apps";

const desk = { connection: connection("zendesk"), subdomain: env("ZENDESK_SUBDOMAIN") };
const team = connection("slack");

const triage = review({
  connection: connection("hitl"),
  loop: env("SUPPORT_MANAGERS_LOOP"),
  response: singleSelect(["Assign Specialist", "Escalate Executive", "Resolve With Template"]),
  timeoutSeconds: 14_400,
  onTimeout: "assign_specialist",
  priority: "high",
});

/** Requests that were sent, by their ids. */
const requests = dataStore("support-requests", { ticket: 0, state: "" });

const retry = onError.retry({ attempts: 3, everyMinutes: 5 });
/** For steps that must not run twice: somebody is told, and the bundle is kept for them to go on with. */
const tellAndKeep = (step: string) => (flow: ErrorFlow) => {
  flow.step(
    `Tell the team: ${step}`,
    slack.createMessage({ connection: team, channel: "#support-ops", text: `Failed: ${step}` }),
  );
  return onError.store();
};

export const ask = scenario(
  "Support escalation: ask",
  { schedule: { every: { minutes: 5 } }, storeIncompleteExecutions: true },
  (flow) => {
    const ticket = flow.trigger(
      "New ticket",
      zendesk.watchTickets({ connection: desk.connection, webhook: webhook("zendesk-tickets") }),
    );

    const asked = flow.step(
      "Ask the support manager",
      triage.request({
        text: iml`#${ticket.id}: ${ticket.subject}\n\n${ticket.description}`,
        context: { ticket: ticket.id, priority: ticket.priority, requester: ticket.requester_email },
      }),
      {
        when: ["High or urgent", text.isOneOf(ticket.priority, ["high", "urgent"])],
        onError: tellAndKeep("ask the support manager"),
      },
    );

    flow.step(
      "Remember the request",
      requests.add({ key: asked.request_id, row: { ticket: ticket.id, state: "open" }, overwrite: true }),
      { onError: retry },
    );
  },
);

// HITL.sh takes 100 calls an hour: 8 requests, each asked for 12 times an hour.
export const act = scenario(
  "Support escalation: act",
  { schedule: { every: { minutes: 5 } }, storeIncompleteExecutions: true, sequential: true },
  (flow) => {
    const open = flow.step(
      "Open requests",
      requests.search({ where: (row) => text.equals(row.state, "open"), limit: 8 }),
    );

    // What cannot be read now is read by the next run.
    const request = flow.step("Look for the answer", triage.status({ request: open.key }), {
      onError: onError.ignore(),
    });

    flow.router("Decided or cancelled", [
      route("Cancelled", text.equals(request.status, "cancelled"), (flow) => {
        flow.step("Forget the cancelled request", requests.update({ key: open.key, row: { state: "cancelled" } }), {
          onError: retry,
        });
      }),

      // Forgotten first and acted on then, so that the next run cannot act again; what fails is kept.
      route("Decided", text.isOneOf(request.status, ["completed", "timeout"]), (flow) => {
        flow.step("Forget the request", requests.update({ key: open.key, row: { state: "done" } }), { onError: retry });

        flow.match("Decision", request.answer, {
          assign_specialist: (flow) => {
            flow.step(
              "Assign to the specialists",
              zendesk.updateTicket({ ...desk, id: open.data.ticket, group_id: env<number>("SPECIALISTS_GROUP") }),
              { onError: retry },
            );
          },
          escalate_executive: (flow) => {
            flow.step(
              "Escalate to the executives",
              zendesk.updateTicket({
                ...desk,
                id: open.data.ticket,
                group_id: env<number>("EXECUTIVES_GROUP"),
                priority: "urgent",
              }),
              { onError: retry },
            );
          },
          resolve_with_template: (flow) => {
            flow.step(
              "Resolve with the template",
              zendesk.updateTicket({
                ...desk,
                id: open.data.ticket,
                status: "solved",
                comment: env("RESOLUTION_TEMPLATE"),
              }),
              { onError: tellAndKeep("resolve the ticket") },
            );
          },
          fallback: (flow) => {
            flow.step(
              "Report an unexpected answer",
              slack.createMessage({
                connection: team,
                channel: "#support-ops",
                text: iml`Unexpected answer to ${open.key}: ${request.answer}`,
              }),
              { onError: onError.store() },
            );
          },
        });
      }),
    ]);
  },
);
