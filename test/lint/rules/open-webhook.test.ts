import { openWebhook } from "../../../src/lint/rules/open-webhook.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const store = (id: number, data: unknown, more: JsonObject = {}): JsonObject =>
  module(id, "datastore:AddRecord", { mapper: { key: "{{now}}", data }, ...more });

describeRule(openWebhook, {
  good: {
    "data that is only answered": blueprint([
      webhook(),
      module(2, "gateway:WebhookRespond", { mapper: { status: "200", body: "{{1.name}}" } }),
    ]),
    "a write of something else": blueprint([webhook(), store(2, { seen: "{{now}}" })]),
    "a secret in a header": blueprint([
      webhook(),
      store(2, { name: "{{1.name}}" }, filter('{{get(1.`__IMTHEADERS__`; "x-secret")}}', "exist")),
    ]),
    "a signature": blueprint([
      webhook(),
      store(2, { name: "{{1.name}}" }, filter('{{sha256(1.body; "hex")}}', "text:equal", "{{1.proof}}")),
    ]),
    "a token in the data": blueprint([
      webhook(),
      store(2, { name: "{{1.name}}" }, filter("{{1.token}}", "text:equal", "{{var.organization.t}}")),
    ]),
    "another trigger": blueprint([
      module(1, "rss:TriggerNewArticle", { version: 4 }),
      store(2, { name: "{{1.title}}" }),
    ]),
  },
  bad: {
    "data that is stored": {
      given: blueprint([webhook(), store(2, { name: "{{1.name}}" })]),
      reports: [{ message: "open", at: "/flow/0/module" }],
    },
    "data that takes a detour": {
      given: blueprint([webhook(), setVariable(2, "{{upper(1.name)}}"), store(3, { name: "{{2.v}}" })]),
      reports: [{ message: "open", at: "/flow/0/module" }],
    },
  },
});
