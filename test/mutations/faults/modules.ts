// How the fields of modules are filled in, and what modules are to each other.

import { all, filter, retrying, router, step } from "../clean/build.ts";
import { type Change, insert, type Mutation, move, remove, set } from "../mutation.ts";

const respond = (id: number, status: string, more: object = {}) =>
  step(id, "gateway:WebhookRespond@1", "Answer", { ...more, mapper: { status, body: "", headers: [] } });

const keep = (id: number, name: string, value: string) =>
  step(id, "util:SetVariable2@1", "Keep", { mapper: { name, scope: "roundtrip", value } });

/** So many modules at the end of the scenario. */
const crowd = (count: number, name: (index: number) => string): Change[] =>
  Array.from({ length: count }, (_, index) =>
    insert("/flow/-", step(100 + index, "util:FunctionIncrement@1", name(index), { parameters: { reset: "run" } })),
  );

const said = (...messages: readonly (readonly [category: string, severity: string, message: string])[]) =>
  messages.map(([category, severity, message]) => ({ category, severity, message }));

/** A module that nobody has described, with what the editor says of it. */
const unknown = (id: number, messages: unknown) => ({
  ...step(id, "github:createIssue@4", "Open an issue", retrying(id + 1)),
  metadata: { designer: { x: 300 * id, y: 0, name: "Open an issue", messages } },
});

export const modules: readonly Mutation[] = [
  // Connections and webhooks
  {
    fault: "A search has no connection",
    in: "status",
    change: set("5/parameters/__IMTCONN__", ""),
    finds: "missing-connection",
    at: "5/parameters/__IMTCONN__",
    marks: "",
  },
  {
    fault: "The connection of a message was taken out",
    in: "status",
    change: set("12/parameters/__IMTCONN__", null),
    finds: "missing-connection",
    at: "12/parameters/__IMTCONN__",
    marks: null,
  },
  {
    fault: "A webhook has no address",
    in: "moderation",
    change: set("1/parameters/hook", ""),
    finds: "hook-not-set",
    at: "1/parameters/hook",
    marks: "",
  },
  {
    fault: "The address of a webhook was taken out",
    in: "orders",
    change: set("1/parameters/hook", null),
    finds: "hook-not-set",
    at: "1/parameters/hook",
    marks: null,
  },

  // Required fields
  {
    fault: "The length of a pause was cleared",
    in: "support",
    change: set("11/mapper/duration", ""),
    finds: "missing-required-field",
    at: "11/mapper/duration",
    marks: "",
  },
  {
    fault: "A record is stored nowhere",
    in: "orders",
    change: set("9/parameters/datastore", null),
    finds: "missing-required-field",
    at: "9/parameters/datastore",
    marks: null,
  },
  {
    fault: "A header of an answer has no name",
    in: "moderation",
    change: set("11/mapper/headers/0/key", ""),
    finds: "missing-required-field",
    at: "11/mapper/headers/0/key",
    marks: "",
  },
  {
    fault: "A module was put in and never opened",
    in: "support",
    change: [remove("11/mapper"), remove("11/parameters")],
    finds: "missing-required-field",
    at: "11/module",
    marks: "util:FunctionSleep",
  },

  {
    fault: "The address of a request was forgotten",
    in: "status",
    change: remove("1/mapper/url"),
    finds: "missing-required-field",
    at: "1/mapper",
  },

  // The wrong place
  {
    fault: "The length of a pause stands among the parameters",
    in: "support",
    change: move("11/mapper/duration", "11/parameters/duration"),
    finds: "misplaced-field",
    at: "11/parameters/duration",
    key: true,
    marks: "duration",
  },
  {
    fault: "A data store stands in the mapper",
    in: "orders",
    change: move("9/parameters/datastore", "9/mapper/datastore"),
    finds: "misplaced-field",
    at: "9/mapper/datastore",
    key: true,
    marks: "datastore",
  },
  {
    fault: "A data store is mapped",
    in: "orders",
    change: set("9/parameters/datastore", "{{1.order.store}}"),
    finds: "mapping-in-parameters",
    at: "9/parameters/datastore",
    marks: "1.order.store",
  },
  {
    fault: "The limit of a search is computed",
    in: "orders",
    change: set("3/parameters/limit", "{{min(2.quantity; 10)}}"),
    finds: "mapping-in-parameters",
    at: "3/parameters/limit",
    marks: "2.quantity",
  },

  // Values
  {
    fault: "A pause is to last ten minutes",
    in: "support",
    change: set("11/mapper/duration", "600"),
    finds: "value-out-of-range",
    at: "11/mapper/duration",
    marks: "600",
  },
  {
    fault: "A Break tries again never",
    in: "status",
    change: set("6/mapper/count", 0),
    finds: "value-out-of-range",
    at: "6/mapper/count",
    marks: 0,
  },
  {
    fault: "A Break waits for two months",
    in: "status",
    change: set("9/mapper/interval", "86400"),
    finds: "value-out-of-range",
    at: "9/mapper/interval",
    marks: "86400",
  },
  {
    fault: "A timeout has a unit",
    in: "orders",
    change: set("5/mapper/timeout", "40 s"),
    finds: "value-out-of-range",
    at: "5/mapper/timeout",
    marks: "40 s",
  },
  {
    fault: "The status of an answer lacks a digit",
    in: "greeting: caller",
    change: set("4/mapper/status", "20"),
    finds: "value-out-of-range",
    at: "4/mapper/status",
    marks: "20",
  },
  {
    fault: "A method is one that HTTP does not have",
    in: "status",
    change: set("1/mapper/method", "fetch"),
    finds: "unknown-option",
    at: "1/mapper/method",
    marks: "fetch",
  },
  {
    fault: "A content type is named as in the older HTTP app",
    in: "moderation",
    change: set("2/mapper/contentType", "application/json"),
    finds: "unknown-option",
    at: "2/mapper/contentType",
    marks: "application/json",
  },

  // Answers of webhooks
  {
    fault: "A scenario that answers requests was made to start with mails",
    in: "greeting: caller",
    change: set("1/module", "gateway:CustomMailHook"),
    finds: "response-without-webhook",
    at: "4/module",
    marks: "gateway:WebhookRespond",
  },
  {
    fault: "A scenario that another one calls answers a request",
    in: "greeting: callee",
    change: insert("4", respond(90, "200")),
    finds: "response-without-webhook",
    at: "90/module",
    marks: "gateway:WebhookRespond",
  },
  {
    fault: "A request is answered at once and again with the result",
    in: "greeting: caller",
    change: insert("2", respond(90, "202")),
    finds: "webhook-response-twice",
    at: "4/module",
    marks: "gateway:WebhookRespond",
  },
  {
    fault: "A request is answered before an if-else and behind its merge",
    in: "moderation",
    change: insert("4", respond(90, "202")),
    finds: "webhook-response-twice",
    at: "11/module",
    marks: "gateway:WebhookRespond",
  },
  {
    fault: "Only one branch of an if-else answers",
    in: "greeting: caller",
    change: set("4", {
      ...step(90, "builtin:BasicIfElse@1", "Known?"),
      mapper: null,
      branches: [
        {
          type: "condition",
          label: "known",
          merge: false,
          conditions: [all(["{{2.greeting}}", "exist"])],
          flow: [respond(91, "200")],
        },
        { type: "else", label: "unknown", merge: false, flow: [keep(92, "unknown", "{{1.customer}}")] },
      ],
    }),
    finds: "path-without-response",
    at: "92/module",
    marks: "util:SetVariable2",
  },
  {
    fault: "A fallback route does not answer",
    in: "greeting: caller",
    change: set(
      "4",
      router(
        90,
        "Known?",
        [
          [respond(91, "200", filter("Known", all(["{{2.greeting}}", "exist"])))],
          [keep(92, "unknown", "{{1.customer}}")],
        ],
        1,
      ),
    ),
    finds: "path-without-response",
    at: "92/module",
    marks: "util:SetVariable2",
  },
  {
    fault: "The status of an answer has a digit too many",
    in: "greeting: caller",
    change: set("4/mapper/status", "2000"),
    finds: "bad-webhook-status",
    at: "4/mapper/status",
    marks: "2000",
  },
  {
    fault: "A status of an answer was made up",
    in: "moderation",
    change: set("11/mapper/status", 700),
    finds: "bad-webhook-status",
    at: "11/mapper/status",
    marks: 700,
  },

  // Aggregators, iterators, ends
  {
    fault: "The target of an aggregator was deleted",
    in: "orders",
    change: set("7/parameters/target", "99.lines"),
    finds: "aggregator-target-missing",
    at: "7/parameters/target",
    marks: "99.lines",
  },
  {
    fault: "The target of an aggregator stands before it",
    in: "orders",
    change: set("7/parameters/target", "5.formFields"),
    finds: "aggregator-target-missing",
    at: "7/parameters/target",
    marks: "5.formFields",
  },
  {
    fault: "An aggregator collects the bundle of a stored record",
    in: "orders",
    change: insert(
      "11",
      step(90, "util:TextAggregator@1", "Keys", { parameters: { feeder: 9 }, mapper: { value: "{{9.key}}" } }),
    ),
    finds: "aggregator-of-one-bundle",
    at: "90/parameters/feeder",
    marks: 9,
  },
  {
    fault: "An aggregator collects what another one has collected",
    in: "orders",
    change: insert(
      "13",
      step(90, "builtin:BasicAggregator@1", "Texts", { parameters: { feeder: 12 }, mapper: { text: "{{12.text}}" } }),
    ),
    finds: "aggregator-of-one-bundle",
    at: "90/parameters/feeder",
    marks: 12,
    also: ["unreachable-reference"],
  },
  {
    fault: "An iterator goes through the number of items",
    in: "orders",
    change: set("2/mapper/array", "{{length(1.order.items)}}"),
    finds: "iterator-over-one-value",
    at: "2/mapper/array",
    marks: "{{length(1.order.items)}}",
  },
  {
    fault: "The list of an iterator stands in brackets",
    in: "status",
    change: set("4/mapper/array", "[{{2.incidents}}]"),
    finds: "iterator-over-one-value",
    at: "4/mapper/array",
    marks: "[{{2.incidents}}]",
  },
  {
    fault: "The message that reads a variable was deleted",
    in: "status",
    change: remove("12"),
    finds: "last-module-no-effect",
    at: "11/module",
    marks: "util:GetVariable2",
  },
  {
    fault: "A text is composed for nobody",
    in: "orders",
    change: insert("/flow/-", step(90, "util:ComposeTransformer@1", "Text", { mapper: { value: "{{12.text}}" } })),
    finds: "last-module-no-effect",
    at: "90/module",
    marks: "util:ComposeTransformer",
  },

  // Names
  {
    fault: "A row of a set of variables was copied",
    in: "travel: ask",
    change: insert("2/mapper/variables/3", { name: "cost", value: "{{1.createTime}}" }),
    finds: "duplicate-variable-name",
    at: "2/mapper/variables/3/name",
    marks: "cost",
  },
  {
    fault: "A variable is set to nothing before it is set",
    in: "travel: ask",
    change: insert("2/mapper/variables/0", { name: "destination", value: "" }),
    finds: "duplicate-variable-name",
    at: "2/mapper/variables/2/name",
    marks: "destination",
  },
  {
    fault: "Two modules of a large scenario look the same",
    in: "orders",
    change: crowd(20, (index) => (index < 2 ? "" : `Count ${index}`)),
    finds: "unnamed-modules",
    at: "100/module",
    marks: "util:FunctionIncrement",
  },
  {
    fault: "Most modules of a large scenario look the same",
    in: "greeting: callee",
    change: crowd(40, () => ""),
    finds: "unnamed-modules",
    at: "100/module",
    marks: "util:FunctionIncrement",
  },
  {
    fault: "A scenario has grown beyond measure",
    in: "greeting: callee",
    change: crowd(150, (index) => `Count ${index}`),
    finds: "large-scenario",
    at: "/flow",
  },
  {
    fault: "A scenario with handlers has grown beyond measure",
    in: "orders",
    change: crowd(140, (index) => `Count ${index}`),
    finds: "large-scenario",
    at: "/flow",
  },
  {
    fault: "A filter has an empty name",
    in: "orders",
    change: set("3/filter/name", ""),
    finds: "filter-without-name",
    at: "3/filter/name",
    marks: "",
  },
  {
    fault: "A filter has no name",
    in: "orders",
    change: remove("9/filter/name"),
    finds: "filter-without-name",
    at: "9/filter",
  },

  // What else Make would say
  {
    fault: "A request is sent with the older HTTP app",
    in: "orders",
    change: set("5/mapper/timeout", "30"),
    finds: "legacy-module",
    at: "5/module",
    marks: "http:ActionSendData",
  },
  {
    fault: "A file is downloaded with the older HTTP app",
    in: "orders",
    change: set("5", {
      ...step(5, "http:ActionGetFile@3", "Price list", {
        parameters: { handleErrors: true },
        mapper: { url: "https://prices.example.com/v1/{{encodeURL(2.sku)}}", serializeUrl: false, method: "get" },
      }),
      onerror: [step(6, "builtin:Break@1", "Try again", { mapper: { retry: true, count: "3", interval: "15" } })],
    }),
    finds: "legacy-module",
    at: "5/module",
    marks: "http:ActionGetFile",
  },
  {
    fault: "A row is added without a word on how its values are read",
    in: "status",
    change: remove("8/mapper/valueInputOption"),
    finds: "missing-value-input-option",
    at: "8/mapper",
  },
  {
    fault: "How the values of a row are read was cleared",
    in: "status",
    change: set("8/mapper/valueInputOption", ""),
    finds: "missing-value-input-option",
    at: "8/mapper/valueInputOption",
    marks: "",
  },
  {
    fault: "A request that is refused passes as a success",
    in: "status",
    change: set("1/mapper/stopOnHttpError", false),
    finds: "http-errors-pass",
    at: "1/mapper/stopOnHttpError",
    marks: false,
  },
  {
    fault: "A request of the older HTTP app that is refused passes as a success",
    in: "orders",
    change: set("5/parameters/handleErrors", false),
    finds: "http-errors-pass",
    at: "5/parameters/handleErrors",
    marks: false,
  },
  {
    fault: "The editor has found a module that is not set up",
    in: "orders",
    change: insert("11", unknown(90, said(["setupreq", "error", "The module is not set up."]))),
    finds: "editor-message",
    at: "90/metadata/designer/messages/0/message",
    marks: "The module is not set up.",
  },
  {
    fault: "The editor has found an empty field, and a connection that cannot be shared",
    in: "status",
    change: insert(
      "12",
      unknown(
        90,
        said(["share", "warning", "This module may not be shared."], ["setup", "error", "Value must not be empty."]),
      ),
    ),
    finds: "editor-message",
    at: "90/metadata/designer/messages/1/message",
    marks: "Value must not be empty.",
  },
];
