// What becomes of answers: who gets to know them, which way they go, and what happens without one.

import { all, filter, ignoring, retrying, step } from "../clean/build.ts";
import { type Change, edit, insert, type Mutation, remove, set } from "../mutation.ts";

/** How "travel: act" and "expenses" read the answer. */
const TRAVEL_ANSWER = "{{ifempty(1.response_data.selected_value; 1.response_data)}}";
const EXPENSE_ANSWER = "{{ifempty(4.response_data.selected_value; 4.response_data)}}";

/** A third option, with a way of its own instead of the way for the rest. */
const onlyCheaper: readonly Change[] = [
  set("4/parameters", {}),
  set("11/filter", filter("Cheaper", all([TRAVEL_ANSWER, "text:equal", "cheaper"])).filter),
];

/** The way for the rest becomes one for reviews that ran out of time. */
const onlyTimeouts: readonly Change[] = [
  set("5/parameters", {}),
  set("12/filter", filter("Timeout", all(["{{4.status}}", "text:equal", "timeout"])).filter),
];

const keep = (id: number, value: string, more: object = {}) =>
  step(id, "util:SetVariable2@1", "Decision", { ...more, mapper: { name: "decision", scope: "roundtrip", value } });
const repeater = (id: number, repeats: string) =>
  step(id, "builtin:BasicRepeater@1", "Again and again", { mapper: { start: "1", repeats, step: "1" } });

const noted = (id: number) =>
  step(id, "datastore:UpdateRecord@1", "Note it", {
    parameters: { datastore: 902 },
    mapper: { key: "{{1.expense}}", data: { state: "approve" } },
    ...retrying(id + 1),
  });

export const reviewFlow: readonly Mutation[] = [
  // Answers that nobody gets
  {
    fault: "The answer is read from the module that asks",
    in: "expenses",
    change: set("6/filter/conditions/0/1/a", "{{2.response_data}}"),
    finds: "hitl/response-read-from-create",
    at: "6/filter/conditions/0/1/a",
    marks: "2.response_data",
  },
  {
    fault: "The state is read from the module that asks",
    in: "expenses",
    change: set("6/filter/conditions/0/0/a", "{{2.status}}"),
    finds: "hitl/response-read-from-create",
    at: "6/filter/conditions/0/0/a",
    marks: "2.status",
  },
  {
    fault: "The verdict is the answer of the HTTP call that asks for it",
    in: "moderation",
    change: set("9/mapper/value", "{{7.data.data.response_data.selected_values}}"),
    finds: "hitl/response-read-from-create",
    at: "9/mapper/value",
    marks: "7.data.data.response_data.selected_values",
  },
  {
    fault: "A request has no callback, and its id is kept nowhere",
    in: "travel: ask",
    change: [remove("3/mapper/callback_url"), set("5/mapper/key", "{{1.responseId}}")],
    finds: "hitl/request-without-consumer",
    at: "3/module",
    marks: "hitl:createRequest",
  },
  {
    fault: "The id of a form's answer is kept in place of that of the request",
    in: "access: ask",
    change: edit("4/mapper/key", "2.request_id", "1.responseId"),
    finds: "hitl/request-without-consumer",
    at: "2/module",
    marks: "hitl:createRequest",
  },
  {
    fault: "The callback was deleted from the body of a request",
    in: "moderation",
    change: edit(
      "7/mapper/jsonStringBodyContent",
      ',\n  "callback_url": "https://hook.eu1.make.com/moderation-answers"',
      "",
    ),
    finds: "hitl/request-without-consumer",
    at: "7/module",
    marks: "http:MakeRequest",
  },

  // Ways around a review
  {
    fault: "An expense is noted as approved before anybody has answered",
    in: "expenses",
    change: [set("6/mapper/data", { state: "approve" }), insert("3", noted(90))],
    finds: "hitl/unreviewed-bypass",
    at: "90/module",
    marks: "datastore:UpdateRecord",
  },
  {
    fault: "An expense is noted as approved when nobody can be asked",
    in: "expenses",
    change: [
      set("6/mapper/data", { state: "approve" }),
      set("2/onerror", [noted(90), step(92, "builtin:Ignore@1", "Leave it out", { mapper: null })]),
    ],
    finds: "hitl/unreviewed-bypass",
    at: "90/module",
    marks: "datastore:UpdateRecord",
  },

  // Ways for answers
  {
    fault: "A route wants a participle in place of the option",
    in: "expenses",
    change: set("6/filter/conditions/0/1/b", "approved"),
    finds: "hitl/route-literal-unknown",
    at: "6/filter/conditions/0/1/b",
    marks: "approved",
  },
  {
    fault: "An option was renamed in the request alone",
    in: "expenses",
    change: [edit("2/mapper/response_config", "Reject", "Decline"), set("2/mapper/default_response", "Decline")],
    finds: "hitl/route-literal-unknown",
    at: "8/filter/conditions/0/1/b",
    marks: "reject",
  },
  {
    fault: "A route wants the option as reviewers see it",
    in: "expenses",
    change: [set("6/filter/conditions/0/1/a", EXPENSE_ANSWER), set("6/filter/conditions/0/1/b", "Approve")],
    finds: "hitl/route-literal-case",
    at: "6/filter/conditions/0/1/b",
    marks: "Approve",
  },
  {
    fault: "An answer in lower case is compared with a capital",
    in: "expenses",
    change: set("8/filter/conditions/0/1/b", "Reject"),
    finds: "hitl/route-literal-case",
    at: "8/filter/conditions/0/1/b",
    marks: "Reject",
  },
  {
    fault: "A third option was added, for which there is no route",
    in: "expenses",
    change: [edit("2/mapper/response_config", '"Reject"', '"Reject", "Ask back"'), ...onlyTimeouts],
    finds: "hitl/route-missing-option",
    at: "5/module",
    marks: "builtin:BasicRouter",
  },
  {
    fault: "The routes for two options became one and forgot the other",
    in: "expenses",
    change: [
      edit("2/mapper/response_config", '"Reject"', '"Reject", "Not this year"'),
      set("8/filter/conditions/0/1/b", "not_this_year"),
      ...onlyTimeouts,
    ],
    finds: "hitl/route-missing-option",
    at: "5/module",
    marks: "builtin:BasicRouter",
  },
  {
    fault: "The route for everything else became one for an option",
    in: "travel: act",
    change: onlyCheaper,
    finds: "hitl/router-no-fallback",
    at: "4/module",
    marks: "builtin:BasicRouter",
  },
  {
    fault: "The route for everything else was deleted",
    in: "travel: act",
    change: [set("4/parameters", {}), remove("4/routes/2")],
    finds: "hitl/router-no-fallback",
    at: "4/module",
    marks: "builtin:BasicRouter",
  },

  // Reviews without an answer
  {
    fault: "Everything but an approval is a refusal, a timeout too",
    in: "travel: act",
    change: set("9/filter/conditions", [all([TRAVEL_ANSWER, "text:notequal", "approve"])]),
    finds: "hitl/event-not-checked",
    at: "9/filter/conditions/0/0/a",
    marks: "1.response_data.selected_value",
  },
  {
    fault: "An answer is kept before anybody looks whether there is one",
    in: "expenses",
    change: insert("/flow/4", keep(90, "{{4.response_data}}")),
    finds: "hitl/event-not-checked",
    at: "90/mapper/value",
    marks: "4.response_data",
  },
  {
    fault: "Every route wants an answer, and a timeout has none",
    in: "travel: act",
    change: [...onlyCheaper, remove("9/filter/conditions/1")],
    finds: "hitl/timeout-default-not-applied",
    at: "1/module",
    marks: "hitl:watchResponses",
    also: ["hitl/router-no-fallback"],
  },
  {
    fault: "The routes look at the event and know one of three",
    in: "travel: act",
    change: [set("4/parameters", {}), remove("4/routes/2"), set("9/filter/conditions/1/0/b", "request.completed")],
    finds: "hitl/timeout-default-not-applied",
    at: "1/module",
    marks: "hitl:watchResponses",
    also: ["hitl/router-no-fallback"],
  },
  {
    fault: "A refusal to be quoted becomes a consent",
    in: "support",
    change: insert("4/routes/2/flow/3", keep(90, '{{if(12.status = "completed"; 12.response_data || true; false)}}')),
    finds: "hitl/falsy-answer",
    at: "90/mapper/value",
    marks: "12.response_data",
  },
  {
    fault: "A rating of 0 is taken for no rating",
    in: "travel: act",
    change: edit("11/mapper/text", "Look", '{{if(1.response_data.rating; "Rated. "; "Not rated. ")}}Look'),
    finds: "hitl/falsy-answer",
    at: "11/mapper/text",
    marks: "1.response_data.rating",
  },

  // What HITL.sh sends
  {
    fault: "What was remembered is looked up by who answered",
    in: "travel: act",
    change: set("2/mapper/key", "{{1.response_by.email}}"),
    finds: "hitl/no-dedup",
    at: "5/module",
    marks: "google-email:sendAnEmail",
  },
  {
    fault: "What was remembered is looked up by the loop",
    in: "travel: act",
    change: set("2/mapper/key", "{{1.loop_id}}"),
    finds: "hitl/no-dedup",
    at: "5/module",
    marks: "google-email:sendAnEmail",
  },
  {
    fault: "The destination is read from the context, which does not come back",
    in: "travel: act",
    change: edit("11/mapper/text", "2.destination", "1.context.destination"),
    finds: "hitl/callback-lacks-content",
    at: "11/mapper/text",
    marks: "1.context.destination",
  },
  {
    fault: "The question is quoted, which does not come back",
    in: "travel: act",
    change: edit("5/mapper/subject", "2.destination", "1.request_text"),
    finds: "hitl/callback-lacks-content",
    at: "5/mapper/subject",
    marks: "1.request_text",
  },
  {
    fault: "An answer is expected in an object alone",
    in: "travel: act",
    change: set("5/filter/conditions/0/1/a", "{{1.response_data.selected_value}}"),
    finds: "hitl/response-path-fragile",
    at: "5/filter/conditions/0/1/b",
    marks: "approve",
  },
  {
    fault: "An answer in lower case is expected in an object alone",
    in: "expenses",
    change: set("8/filter/conditions/0/1/a", "{{lower(4.response_data.selected_value)}}"),
    finds: "hitl/response-path-fragile",
    at: "8/filter/conditions/0/1/b",
    marks: "reject",
  },
  {
    fault: "An event is called like a status",
    in: "travel: act",
    change: set("5/filter/conditions/0/0/b", "completed"),
    finds: "hitl/status-unknown",
    at: "5/filter/conditions/0/0/b",
    marks: "completed",
  },
  {
    fault: "A status is spelt with one l",
    in: "expenses",
    change: set("10/filter/conditions/0/0/b", "canceled"),
    finds: "hitl/status-unknown",
    at: "10/filter/conditions/0/0/b",
    marks: "canceled",
  },

  // Asking again and again
  {
    fault: "Of all states a review can have, only completed goes on",
    in: "expenses",
    change: [set("5/parameters", {}), remove("5/routes/3"), remove("5/routes/2")],
    finds: "hitl/poll-terminal-states",
    at: "6/filter/conditions/0/0/b",
    marks: "completed",
  },
  {
    fault: "What is not completed when somebody looks is lost",
    in: "support",
    change: insert(
      "4/routes/2/flow/3",
      keep(90, "{{12.response_data}}", filter("Answered", all(["{{12.status}}", "text:equal", "completed"]))),
    ),
    finds: "hitl/poll-terminal-states",
    at: "90/filter/conditions/0/0/b",
    marks: "completed",
  },
  {
    fault: "HITL.sh is asked 150 times in a row",
    in: "support",
    change: [set("11/module", "builtin:BasicRepeater"), set("11/mapper", { start: "1", repeats: "150", step: "1" })],
    finds: "hitl/poll-rate",
    at: "12/module",
    marks: "hitl:getRequestStatus",
  },
  {
    fault: "HITL.sh is asked every five seconds",
    in: "expenses",
    change: [set("3/mapper/duration", "5"), insert("/flow/2", repeater(90, "200"))],
    finds: "hitl/poll-rate",
    at: "4/module",
    marks: "hitl:getRequestStatus",
    also: ["sleep-in-loop"],
  },
  {
    fault: "A run waits for an hour",
    in: "expenses",
    change: insert("/flow/2", repeater(90, "15")),
    finds: "hitl/poll-in-one-run",
    at: "3/module",
    marks: "util:FunctionSleep",
    also: ["sleep-in-loop"],
  },
  {
    fault: "A run waits for four hours on one of its routes",
    in: "support",
    change: insert("4/routes/2/flow/1", repeater(90, "60")),
    finds: "hitl/poll-in-one-run",
    at: "11/module",
    marks: "util:FunctionSleep",
    also: ["sleep-in-loop"],
  },
  {
    fault: "An answer is asked for that could have been sent",
    in: "expenses",
    change: remove("2/mapper/callback_url"),
    finds: "hitl/prefer-watch",
    at: "4/module",
    marks: "hitl:getRequestStatus",
  },
  {
    fault: "An answer on a route is asked for that could have been sent",
    in: "support",
    change: remove("9/mapper/callback_url"),
    finds: "hitl/prefer-watch",
    at: "12/module",
    marks: "hitl:getRequestStatus",
  },

  // Calls of the API
  {
    fault: "A call of the app has the whole address",
    in: "expenses",
    change: set("10/mapper/url", "https://api.hitl.sh/v1/api/requests/{{2.request_id}}"),
    finds: "hitl/api-call-path",
    at: "10/mapper/url",
    marks: "https://api.hitl.sh/v1",
  },
  {
    fault: "A call of the app leaves the beginning of the path out",
    in: "expenses",
    change: edit("10/mapper/url", "/api/requests", "/requests"),
    finds: "hitl/api-call-path",
    at: "10/mapper/url",
    marks: "/requests",
  },
  {
    fault: "A call of the app brings a key of its own",
    in: "expenses",
    change: set("10/mapper/headers/0", { key: "Authorization", value: "Bearer {{var.organization.hitlToken}}" }),
    finds: "hitl/api-call-auth-header",
    at: "10/mapper/headers/0/key",
    marks: "Authorization",
  },
  {
    fault: "A call of the app brings a key under another name",
    in: "expenses",
    change: insert("10/mapper/headers/-", { key: "x-api-key", value: "{{var.organization.hitlToken}}" }),
    finds: "hitl/api-call-auth-header",
    at: "10/mapper/headers/1/key",
    marks: "x-api-key",
  },
  {
    fault: "A review is taken back whatever became of it",
    in: "expenses",
    change: [
      set("10/filter", filter("Late", all(["{{1.late}}", "boolean:equal", "true"])).filter),
      remove("10/onerror"),
    ],
    finds: "hitl/cancel-not-pending",
    at: "10/module",
    marks: "hitl:makeAnApiCall",
    also: ["missing-error-handler"],
  },
  {
    fault: "A review is taken back over HTTP right after it was asked for",
    in: "moderation",
    change: insert(
      "4/branches/2/flow/1",
      step(90, "http:MakeRequest@4", "Take it back", {
        parameters: { authenticationType: "apiKey", tlsType: "", proxyKeychain: "", apiKeyKeychain: 7_002 },
        mapper: {
          url: "https://api.hitl.sh/v1/api/requests/{{7.data.data.request_id}}",
          method: "delete",
          parseResponse: true,
          stopOnHttpError: true,
        },
      }),
    ),
    finds: "hitl/cancel-not-pending",
    at: "90/module",
    marks: "http:MakeRequest",
    also: ["missing-error-handler"],
  },
  {
    fault: "A request that fails is ignored",
    in: "travel: ask",
    change: set("3/onerror", ignoring(4).onerror),
    finds: "hitl/ignore-hides-review",
    at: "4/module",
    marks: "builtin:Ignore",
    also: ["ignored-write"],
  },
  {
    fault: "A question to a moderator that fails is ignored",
    in: "moderation",
    change: set("7/onerror", ignoring(8).onerror),
    finds: "hitl/ignore-hides-review",
    at: "8/module",
    marks: "builtin:Ignore",
    also: ["ignored-write"],
  },
  {
    fault: "An image is put into a module that has no field for it",
    in: "travel: ask",
    change: set("3/mapper/image_url", "{{1.answers.`6c01`.fileUploadAnswers.answers[1].fileId}}"),
    finds: "hitl/image-needs-api-call",
    at: "3/mapper/image_url",
    marks: "image_url",
    key: true,
  },
  {
    fault: "A module for texts is told that it is about an image",
    in: "expenses",
    change: set("2/mapper/type", "image"),
    finds: "hitl/image-needs-api-call",
    at: "2/mapper/type",
    marks: "type",
    key: true,
  },
];
