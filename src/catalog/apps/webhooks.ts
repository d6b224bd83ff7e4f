import { any, array, collection, email, hook, number, pairs, record, text, textOrJson, uinteger } from "../field.ts";
import { app, observed } from "../module.ts";

const gateway = app({ slug: "gateway", name: "Webhooks", version: 1 });

const maxResults = number("Maximum number of results").describe(
  "How many waiting requests one run takes when the scenario is not started at once.",
);

/**
 * Starts the scenario with each request to the webhook's address. What a bundle holds is up to the caller: name its
 * type, `customWebhook<{ orderId: number }>(…)`.
 */
export const customWebhook = gateway.instantTrigger("CustomWebHook", {
  label: "Custom webhook",
  summary: "Starts the scenario when a request comes in at the webhook's address.",
  parameters: { hook: hook("gateway-webhook"), maxResults },
  evidence: observed(47),
});

export const customMailhook = gateway.instantTrigger("CustomMailHook", {
  label: "Custom mailhook",
  summary: "Starts the scenario when a mail arrives at the mailhook's address.",
  parameters: { hook: hook("gateway-mailhook"), maxResults },
  output: {
    from: collection("Sender", { name: text("Name"), address: email("Email address") }),
    subject: text("Subject"),
    text: text("Text content"),
    html: text("HTML content"),
    headers: record("Headers"),
    attachments: array("Attachments", any("Attachment")),
  },
  evidence: observed(4),
});

/**
 * Answers the request that started the scenario, which must begin with `customWebhook`. Without it, or after 180
 * seconds, the caller gets `200 Accepted`.
 */
export const respond = gateway.action("WebhookRespond", {
  label: "Webhook response",
  summary: "Answers the request that started the scenario.",
  mapper: {
    status: uinteger("Status", { min: 100 }).default(200),
    body: textOrJson("Body"),
    headers: pairs("Custom headers", "key", { maxItems: 16 }),
  },
  canFail: false,
  evidence: observed(23),
});
