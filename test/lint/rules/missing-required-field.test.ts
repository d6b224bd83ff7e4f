import { missingRequiredField } from "../../../src/lint/rules/missing-required-field.ts";
import { blueprint, type JsonObject, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const sleep = (more: JsonObject) => blueprint([webhook(), module(2, "util:FunctionSleep", more)]);
const drawn = (expect: unknown, mapper: unknown, more: JsonObject = {}) =>
  blueprint([webhook(), module(2, "acme:Do", { mapper, metadata: { designer: { x: 0, y: 0 }, expect }, ...more })]);
const TITLE = { name: "title", type: "text", label: "Title", required: true };
const LINES = { name: "lines", type: "array", label: "Lines", spec: [TITLE, { name: "note", type: "text" }] };

describeRule(missingRequiredField, {
  good: {
    "a field that is filled in": sleep({ mapper: { duration: "5" } }),
    "a field that is mapped": sleep({ mapper: { duration: "{{1.wait}}" } }),
    "zero and false": drawn([TITLE, { ...TITLE, name: "n", type: "boolean" }], { title: 0, n: false }),
    "a field that may be empty": drawn([{ ...TITLE, required: false }], { title: "" }),
    "a field that the picture does not have": drawn([], {}),
    "a field with a default": blueprint([webhook(), module(2, "gateway:WebhookRespond", { mapper: { body: "" } })]),
    "a data store that is chosen on import": blueprint([
      webhook(),
      module(2, "datastore:GetRecord", { mapper: { key: "{{1.id}}" } }),
    ]),
    "a mapper that is no object": sleep({ mapper: [] }),
    "a list without items": drawn([LINES], { lines: [] }),
    "a list that is mapped": drawn([LINES], { lines: "{{1.lines}}" }),
    "a hidden field": drawn([{ ...TITLE, type: "hidden" }], {}),
    "a version that nobody has described": sleep({ version: 2, mapper: {} }),
    "connections, which have a rule of their own": blueprint([
      webhook(),
      module(2, "acme:Do", {
        metadata: { parameters: [{ name: "__IMTCONN__", type: "account:acme", label: "Connection", required: true }] },
      }),
    ]),
    "webhooks, which have a rule of their own": blueprint([webhook(1, { parameters: {} })]),
    "lists of iterators, which have a rule of their own": blueprint([webhook(), module(2, "builtin:BasicFeeder")]),
    "a field that stands in the wrong place, which has a rule of its own": sleep({ parameters: { duration: 5 } }),
    "what a webhook gives, written among its fields": blueprint([
      webhook(1, { metadata: { designer: { x: 0, y: 0 }, expect: [TITLE] } }),
    ]),
    "what an unknown trigger has, written among its mapped fields": blueprint([
      module(1, "acme:Watch", { mapper: {}, metadata: { designer: { x: 0, y: 0 }, expect: [TITLE] } }),
    ]),
    "fields that are not shaped like any": drawn([null, 1, {}, { name: 2 }], {}),
  },
  bad: {
    "a field that is not there": {
      given: sleep({ mapper: {} }),
      reports: [{ message: "empty", at: "/flow/1/mapper", help: "Fill in `mapper.duration`" }],
    },
    "a field that was cleared": {
      given: sleep({ mapper: { duration: "" } }),
      reports: [{ message: "empty", at: "/flow/1/mapper/duration" }],
    },
    "a field that the editor's picture requires": {
      given: drawn([TITLE], { title: null }),
      reports: [{ message: "empty", at: "/flow/1/mapper/title" }],
    },
    "a field of an item": {
      given: drawn([LINES], { lines: [{ title: "a" }, { note: "b" }] }),
      reports: [{ message: "empty", at: "/flow/1/mapper/lines/1" }],
    },
    "a header without a name": {
      given: blueprint([
        webhook(),
        module(2, "gateway:WebhookRespond", { mapper: { status: 200, headers: [{ key: "", value: "x" }] } }),
      ]),
      reports: [{ message: "empty", at: "/flow/1/mapper/headers/0/key" }],
    },
    "a static setting": {
      given: blueprint([
        webhook(),
        module(2, "datastore:GetRecord", { parameters: { datastore: null }, mapper: { key: "{{1.id}}" } }),
      ]),
      reports: [{ message: "empty", at: "/flow/1/parameters/datastore", help: "Fill in `parameters.datastore`" }],
    },
    "a module that nobody has filled in": {
      given: sleep({ parameters: undefined, mapper: undefined }),
      reports: [{ message: "untouched", at: "/flow/1/module", help: "Open the module and fill in “Delay”" }],
    },
    "one that asks for several things": {
      given: drawn([TITLE, { ...TITLE, name: "body", label: "Body" }], undefined, { parameters: undefined }),
      reports: [{ message: "untouched", at: "/flow/1/module", help: "Open the module and fill in “Title” and “Body”" }],
    },
  },
});
