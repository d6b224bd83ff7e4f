// Requests for human review to start from: nothing can be said against one, and a test changes what it is about.

import { HITL_APP, HITL_MODULES } from "../../../../src/catalog/hitl/app.ts";
import type { ResponseType } from "../../../../src/catalog/hitl/contract.ts";
import { blueprint, type JsonObject, module, webhook } from "../../blueprints.ts";

const LOOP = "65f1234567890abcdef12345";

const ANSWERS: Readonly<Record<ResponseType, { readonly config: JsonObject; readonly fallback: unknown }>> = {
  text: { config: { max_length: 500, required: false }, fallback: "No feedback" },
  single_select: { config: { options: ["Approve", "Reject"], required: true }, fallback: "reject" },
  multi_select: {
    config: { options: ["Accuracy", "Tone", "Grammar"], min_selections: 0, max_selections: 3, required: false },
    fallback: [],
  },
  rating: { config: { scale_min: 1, scale_max: 5, scale_step: 1, required: true }, fallback: 3 },
  number: { config: { min_value: 0, max_value: 100, decimal_places: 0, required: true }, fallback: 10 },
  boolean: { config: { true_label: "Yes", false_label: "No", required: true }, fallback: false },
  editable_text: { config: { draft_text: "Dear customer", max_length: 500, required: false }, fallback: "Unchanged" },
};

/** A request body with an answer of this type; `changes` replace fields, and `undefined` removes one. */
export const request = (type: ResponseType = "single_select", changes: JsonObject = {}): JsonObject => ({
  processing_type: "time-sensitive",
  type: "markdown",
  priority: "medium",
  request_text: "Is this refund in order?",
  timeout_seconds: 3600,
  response_type: type,
  response_config: ANSWERS[type].config,
  default_response: ANSWERS[type].fallback,
  platform: "api",
  ...changes,
});

/** The same with changes to its `response_config`. */
export const configured = (type: ResponseType, config: JsonObject, changes: JsonObject = {}): JsonObject =>
  request(type, { response_config: { ...ANSWERS[type].config, ...config }, ...changes });

/** Where the body of a posted request stands. */
export const BODY = "/flow/1/mapper/jsonStringBodyContent";

/** A scenario that posts a body to HITL.sh's API. */
export const posted = (body: unknown, mapper: JsonObject = {}): JsonObject =>
  blueprint([
    webhook(),
    module(2, "http:MakeRequest", {
      version: 4,
      mapper: {
        url: `https://api.hitl.sh/v1/api/loops/${LOOP}/requests`,
        method: "post",
        contentType: "json",
        inputMethod: "jsonString",
        jsonStringBodyContent: typeof body === "string" ? body : JSON.stringify(body),
        ...mapper,
      },
    }),
  ]);

/** Where a field of the app stands. */
export const field = (name: string): string => `/flow/1/mapper/${name}`;

/** A scenario with Create Request of HITL.sh's app; a configuration or context that is no text becomes JSON text. */
export function asked(fields: JsonObject, type = `${HITL_APP.slug}:${HITL_MODULES.createRequest}`): JsonObject {
  const { type: _type, platform: _platform, image_url: _image, ...rest } = fields;
  const given = Object.entries({ loop_id: LOOP, ...rest }).filter(([, value]) => value !== undefined);
  const mapper = given.map(([name, value]) => {
    const isJson = name === "response_config" || name === "context";
    return [name, isJson && typeof value === "object" ? JSON.stringify(value) : value];
  });
  return blueprint([webhook(), module(2, type, { mapper: Object.fromEntries(mapper) })]);
}
