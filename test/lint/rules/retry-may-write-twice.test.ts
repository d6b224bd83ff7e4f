import { retryMayWriteTwice } from "../../../src/lint/rules/retry-may-write-twice.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const retrying = (retry: unknown = true) => ({
  onerror: [module(3, "builtin:Break", { mapper: { retry, count: "3", interval: "15" } })],
});
const request = (mapper: object, retry?: unknown) =>
  blueprint([webhook(), module(2, "http:MakeRequest", { version: 4, mapper, ...retrying(retry) })]);

describeRule(retryMayWriteTwice, {
  good: {
    "a person tries it again": request({ method: "post" }, false),
    "a request that only asks": request({ method: "GET" }),
    "a header with a key": request({ method: "post", headers: [{ name: "Idempotency-Key", value: "{{1.id}}" }] }),
    "a field with a key": request({ method: "post", idempotencyKey: "{{1.id}}" }),
    "what comes out the same twice": blueprint([
      webhook(),
      module(2, "google-sheets:updateRow", { version: 2, ...retrying() }),
    ]),
    "a module that only reads": blueprint([
      webhook(),
      module(2, "google-sheets:filterRows", { version: 2, ...retrying() }),
    ]),
    "an app that nothing is known of": blueprint([webhook(), module(2, "my-app:Pay", retrying())]),
    "another directive": blueprint([
      webhook(),
      module(2, "google-email:sendAnEmail", { version: 4, onerror: [module(3, "builtin:Ignore")] }),
    ]),
  },
  bad: {
    "a mail that is sent again": {
      given: blueprint([webhook(), module(2, "google-email:sendAnEmail", { version: 4, ...retrying() })]),
      reports: [{ message: "twice", at: "/flow/1/onerror/0/module" }],
    },
    "a request without a key, as the editor writes the switch": {
      given: request({ method: "post", headers: [{ name: "Accept", value: "application/json" }] }, "{{true}}"),
      reports: [{ message: "twice", at: "/flow/1/onerror/0/module" }],
    },
  },
});
