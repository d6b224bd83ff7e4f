import { tooManyItems } from "../../../src/lint/rules/too-many-items.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const headers = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `X-${index}`, value: "1" }));
const respond = (given: unknown, more = {}) =>
  blueprint([webhook(), module(2, "gateway:WebhookRespond", { mapper: { status: "200", headers: given }, ...more })]);

/** What the editor says of a form. */
const photos = (count: number) =>
  blueprint([
    webhook(),
    module(2, "acme:Post", {
      mapper: { photos: Array.from({ length: count }, () => "{{1.photo}}") },
      metadata: {
        designer: { x: 0, y: 0 },
        expect: [{ name: "photos", type: "array", label: "Photos", validate: { maxItems: 2 } }],
      },
    }),
  ]);

describeRule(tooManyItems, {
  good: {
    "as many headers as Make takes": respond(headers(16)),
    "headers that are mapped": respond("{{1.headers}}"),
    "no headers": respond(undefined),
    "as many items as the editor takes": photos(2),
    "a form that the editor has drawn without a limit": respond(headers(17), {
      metadata: {
        designer: { x: 0, y: 0 },
        expect: [{ name: "headers", type: "array", label: "Custom headers" }],
      },
    }),
  },
  bad: {
    "a header too many": {
      given: respond(headers(17)),
      reports: [{ message: "many", at: "/flow/1/mapper/headers", help: "Leave one of them out" }],
    },
    "more items than the editor takes": {
      given: photos(4),
      reports: [{ message: "many", at: "/flow/1/mapper/photos", help: "Leave 2 of them out" }],
    },
  },
});
