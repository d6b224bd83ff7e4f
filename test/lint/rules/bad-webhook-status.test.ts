import { badWebhookStatus } from "../../../src/lint/rules/bad-webhook-status.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const respond = (status: unknown) =>
  blueprint([webhook(), module(2, "gateway:WebhookRespond", { mapper: { status } })]);

describeRule(badWebhookStatus, {
  good: {
    "a status of HTTP": respond("200"),
    "the last one": respond(599),
    "a mapped one": respond("{{1.status}}"),
    "one that the field's bounds tell": respond("20"),
    "something that is no number": respond("fine"),
    "a status of something else": blueprint([webhook(), module(2, "acme:Do", { mapper: { status: 1000 } })]),
    "no mapper": blueprint([webhook(), module(2, "gateway:WebhookRespond", { mapper: null })]),
  },
  bad: {
    "a digit too many": { given: respond("2000"), reports: [{ message: "unknown", at: "/flow/1/mapper/status" }] },
    "the first one behind": { given: respond(600), reports: [{ message: "unknown", at: "/flow/1/mapper/status" }] },
  },
});
