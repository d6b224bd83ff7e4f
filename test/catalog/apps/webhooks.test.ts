import { describe, expect, test } from "vitest";
import * as webhooks from "../../../src/catalog/apps/webhooks.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { webhook } from "../../../src/dsl/bindings.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

describe("webhooks", () => {
  test.for<[string, ModuleCall<unknown, string>, unknown]>([
    [
      "a trigger names its hook",
      webhooks.customWebhook({ webhook: webhook("orders") }),
      { parameters: { hook: "<webhooks: orders>" }, mapper: {} },
    ],
    ["an answer is 200 without a body", webhooks.respond(), { parameters: {}, mapper: { status: 200 } }],
    [
      "a text is answered as it is",
      webhooks.respond({ status: 202, body: "OK" }),
      { parameters: {}, mapper: { status: 202, body: "OK" } },
    ],
    [
      "data is answered as JSON",
      webhooks.respond({ body: { ok: true, items: [1, null] }, headers: { "Content-Type": "application/json" } }),
      {
        parameters: {},
        mapper: {
          status: 200,
          body: '{"ok":true,"items":[1,null]}',
          headers: [{ key: "Content-Type", value: "application/json" }],
        },
      },
    ],
    [
      "a mapping is answered as it is",
      webhooks.respond({ body: raw.text`{{3.json}}` }),
      { parameters: {}, mapper: { status: 200, body: "{{3.json}}" } },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });
});

describeAgainstExports(webhooks, {
  // A webhook that was not chosen before the export.
  "gateway:CustomWebHook": { absent: ["parameters.hook"] },
});
