// HITL.sh: questions to people. Its module ids are published nowhere: see `../hitl/app.ts`, the one place that holds
// them. Every module can be printed over HTTP and webhooks instead, by HITL.sh's documented API.

import type { Segment } from "../../iml/ast.ts";
import { property } from "../../iml/build.ts";
import { account, any, collection, date, hook, json, number, pairs, select, text, uinteger, url } from "../field.ts";
import { CREATE_REQUEST_DEFAULTS, HITL_APP, HITL_MODULES } from "../hitl/app.ts";
import { PRIORITIES, PROCESSING_TYPES, RESPONSE_TYPES, TIMEOUT_SECONDS } from "../hitl/contract.ts";
import { app, weak } from "../module.ts";
import { overHttp } from "../over-http.ts";
import * as webhooks from "./webhooks.ts";

const evidence = weak("HITL.sh publishes no module ids of its Make app; these follow Make's naming");

const hitl = app({ ...HITL_APP, parameters: { __IMTCONN__: account(HITL_APP.slug) } });
const hitlHooks = app(HITL_APP);

const API = "https://api.hitl.sh/v1/api/";

/** Below this path of the answer, fields are called as the app calls them, but for the renamed ones. */
const below =
  (prefix: readonly string[], renamed: Readonly<Record<string, string>> = {}) =>
  ([first, ...rest]: readonly Segment[]): readonly Segment[] => {
    if (first?.kind !== "property") return prefix.map(property);
    return [...[...prefix, renamed[first.name] ?? first.name].map(property), ...rest];
  };

const reviewer = collection("Reviewer", { id: text("ID"), name: text("Name"), email: text("Email") });

/** Answers at once with `pending`: there is no answer to read on it. The answer comes to the callback URL, or is asked for. */
export const createRequest = hitl.action(HITL_MODULES.createRequest, {
  label: "Create Request",
  summary: "Asks the people of a loop a question.",
  mapper: {
    loop_id: text("Loop ID").required(),
    request_text: text("Request Text").required().describe("1 to 2,000 characters."),
    response_type: select("Response Type", RESPONSE_TYPES).required(),
    response_config: json("Response Config").required(),
    processing_type: select("Processing Type", PROCESSING_TYPES).default(CREATE_REQUEST_DEFAULTS.processing_type),
    priority: select("Priority", PRIORITIES).default(CREATE_REQUEST_DEFAULTS.priority),
    timeout_seconds: uinteger("Timeout Seconds", TIMEOUT_SECONDS),
    default_response: any("Default Response"),
    context: json("Context"),
    callback_url: url("Callback URL"),
  },
  output: {
    request_id: text("Request ID"),
    status: select("Status", ["pending"]),
    processing_type: text("Processing Type"),
    priority: text("Priority"),
    timeout_at: date("Timeout At"),
    broadcasted_to: number("Broadcasted To"),
    notifications_sent: number("Notifications Sent"),
    polling_url: text("Polling URL"),
  },
  evidence,
  certain: overHttp({
    request: ({ loop_id, ...body }) => ({
      method: "post",
      url: [API, "loops/", loop_id, "/requests"],
      body: { type: "markdown", platform: "api", ...body },
    }),
    answer: ["data"],
  }),
});

export const getRequestStatus = hitl.action(HITL_MODULES.getRequestStatus, {
  label: "Get Request Status",
  summary: "Gives the state of a request, and the answer when there is one.",
  mapper: { request_id: text("Request ID").required() },
  output: {
    request_id: text("Request ID"),
    status: select("Status", ["pending", "completed", "timeout", "cancelled"]),
    priority: text("Priority"),
    response_data: any("Response Data"),
    response_by_user: reviewer,
    response_time_seconds: number("Response Time (seconds)"),
    created_at: date("Created At"),
    updated_at: date("Updated At"),
  },
  writes: false,
  repeatable: true,
  evidence,
  certain: {
    ...overHttp({ request: ({ request_id }) => ({ method: "get", url: [API, "requests/", request_id] }) }),
    outputPath: below(["data", "data", "request"], { request_id: "id" }),
  },
});

export const makeAnApiCall = hitl.action(HITL_MODULES.makeAnApiCall, {
  label: "Make an API Call",
  summary: "Calls any endpoint of HITL.sh's API with the connection's key.",
  mapper: {
    url: text("URL").required().describe("Below the API's address, such as `/api/loops`."),
    method: select("Method", ["get", "post", "put", "patch", "delete"]).default("get"),
    headers: pairs("Headers", "key"),
    qs: pairs("Query String", "key"),
    body: json("Body"),
  },
  output: { body: any("Body"), headers: any("Headers"), statusCode: number("Status Code") },
  evidence,
  certain: {
    ...overHttp({
      request: ({ url: path, method, headers, qs: queryParameters, body }) => ({
        method: method as "get",
        url: ["https://api.hitl.sh/v1", path],
        headers,
        queryParameters,
        body,
      }),
    }),
    // What the app calls `body`, the HTTP app calls `data`; `headers` and `statusCode` are the same.
    outputPath: below([], { body: "data" }),
  },
});

/** The webhook's address must be the `callback_url` of the requests whose answers shall come here. */
export const watchResponses = hitlHooks.instantTrigger(HITL_MODULES.watchResponses, {
  label: "Watch Responses",
  summary: "Starts the scenario when a request is answered, runs out of time, or is cancelled.",
  parameters: { __IMTHOOK__: hook(HITL_APP.slug) },
  output: {
    event: select("Event", ["request.completed", "request.timeout", "request.cancelled"]),
    request_id: text("Request ID"),
    loop_id: text("Loop ID"),
    status: select("Status", ["completed", "timeout", "cancelled"]),
    response_data: any("Response Data"),
    response_by: collection("Response By", { user_id: text("User ID"), name: text("Name"), email: text("Email") }),
    response_at: date("Response At"),
    response_time_seconds: number("Response Time (seconds)"),
    created_at: date("Created At"),
  },
  evidence,
  certain: {
    declaration: webhooks.customWebhook.declaration,
    input: ({ webhook }) => ({ webhook }),
  },
});
