import { account, array, boolean, collection, email, hook, number, select, text, url } from "../field.ts";
import { app, weak } from "../module.ts";
import { overHttp } from "../over-http.ts";
import { customWebhook } from "./webhooks.ts";

const evidence = weak("Only Make's guides name the module; its fields are called as in Zendesk's ticket API");

const zendesk = app({
  slug: "zendesk",
  name: "Zendesk",
  version: 2,
  parameters: { __IMTCONN__: account() },
});

const id = number("Ticket ID").required();
const subdomain = text("Subdomain").required().describe("`acme` of `acme.zendesk.com`.");
const priority = select("Priority", ["low", "normal", "high", "urgent"]);
const status = select("Status", ["new", "open", "pending", "hold", "solved", "closed"]);
const tags = array("Tags", text("Tag"));
const description = text("Description");

const settings = {
  type: select("Type", ["problem", "incident", "question", "task"]),
  priority,
  status,
  group_id: number("Group ID"),
  assignee_id: number("Assignee ID"),
  tags: tags.describe("All tags that the ticket shall have."),
};
const isPublic = boolean("Public").default(true).optional().describe("Whether the requester sees the comment.");

const ticket = {
  id: number("Ticket ID"),
  url: url("URL"),
  subject: text("Subject"),
  description,
  type: settings.type,
  priority,
  status,
  requester_id: number("Requester ID"),
  group_id: settings.group_id,
  assignee_id: settings.assignee_id,
  tags,
};

const api = (subdomain: unknown, ...path: readonly unknown[]) => [
  "https://",
  subdomain,
  ".zendesk.com/api/v2/",
  ...path,
];

/** The body of a request: a comment is an object of its own. */
const ticketBody = ({ comment, public: seen, ...rest }: Readonly<Record<string, unknown>>) => ({
  ticket: { ...rest, comment: comment === undefined ? undefined : { body: comment, public: seen } },
});

/**
 * Starts with each new ticket. Over a webhook, Zendesk itself has to call: make a webhook there with the address of
 * `webhook` (method POST, format JSON), and a trigger "Ticket is created" that notifies it with this body:
 *
 * ```json
 * {
 *   "id": {{ticket.id}},
 *   "subject": "{{ticket.title}}",
 *   "description": "{{ticket.description}}",
 *   "priority": "{{ticket.priority | downcase}}",
 *   "status": "{{ticket.status | downcase}}",
 *   "requester_email": "{{ticket.requester.email}}",
 *   "tags": ["{{ticket.tags | split: ' ' | join: '", "'}}"]
 * }
 * ```
 */
export const watchTickets = zendesk.pollingTrigger("WatchTickets", {
  label: "Watch Tickets",
  summary: "Starts with each new ticket.",
  output: {
    id: ticket.id,
    subject: ticket.subject,
    description,
    priority,
    status,
    requester_email: email("Requester email"),
    tags,
  },
  evidence,
  certain: {
    declaration: customWebhook.declaration,
    fields: { hook: hook("gateway-webhook") },
    input: ({ webhook }) => ({ webhook }),
  },
});

export const getTicket = zendesk.action("GetTicket", {
  label: "Get a Ticket",
  summary: "Gives a ticket.",
  mapper: { id },
  output: ticket,
  writes: false,
  repeatable: true,
  evidence: weak(
    "Called after its sisters, which only Make's guides name; its fields are called as in Zendesk's ticket API",
  ),
  certain: overHttp({
    fields: { subdomain },
    request: ({ subdomain, id }) => ({ method: "get", url: api(subdomain, "tickets/", id, ".json") }),
    answer: ["ticket"],
  }),
});

export const createTicket = zendesk.action("CreateTicket", {
  label: "Create a Ticket",
  summary: "Opens a ticket.",
  mapper: {
    subject: text("Subject").required(),
    comment: text("Comment").required().describe("What the ticket is about."),
    public: isPublic,
    requester: collection("Requester", { name: text("Name"), email: email("Email") }),
    ...settings,
  },
  output: ticket,
  evidence,
  certain: overHttp({
    fields: { subdomain },
    request: ({ subdomain, ...given }) => ({
      method: "post",
      url: api(subdomain, "tickets.json"),
      body: ticketBody(given),
    }),
    answer: ["ticket"],
  }),
});

/** Writes what is given, and leaves the rest as it is. A comment is added anew each time. */
export const updateTicket = zendesk.action("UpdateTicket", {
  label: "Update a Ticket",
  summary: "Changes a ticket, or comments on it.",
  mapper: { id, subject: text("Subject"), comment: text("Comment"), public: isPublic, ...settings },
  output: ticket,
  evidence,
  certain: overHttp({
    fields: { subdomain },
    request: ({ subdomain, id, ...given }) => ({
      method: "put",
      url: api(subdomain, "tickets/", id, ".json"),
      body: ticketBody(given),
    }),
    answer: ["ticket"],
  }),
});
