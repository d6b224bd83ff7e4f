import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CREATE_REQUEST_FIELDS } from "../../src/catalog/hitl/app.ts";
import { RESPONSE_TYPES } from "../../src/catalog/hitl/contract.ts";
import { lint } from "../../src/lint/linter.ts";
import { type ReviewRequest, reviewRequests } from "../../src/lint/review-request.ts";
import { rules } from "../../src/lint/rules.generated.ts";
import { buildScenario, type Scenario } from "../../src/model/scenario.ts";
import { resolvePointer } from "../../src/util/json-pointer.ts";
import { blueprint, type JsonObject, module, route, router, webhook } from "./blueprints.ts";
import { asked, posted, request } from "./rules/hitl/requests.ts";

const scenarioOf = ({ flow, metadata }: JsonObject): Scenario =>
  buildScenario({ name: "Test", flows: [{ pointer: "/flow", modules: flow as unknown[] }], metadata });

const requestsOf = (json: JsonObject): readonly ReviewRequest[] => reviewRequests(scenarioOf(json));

function onlyOf(json: JsonObject): ReviewRequest {
  const [only, ...others] = requestsOf(json);
  if (only === undefined || others.length > 0) throw new Error("Not exactly one request");
  return only;
}

describe("a module that asks for a review", () => {
  test.for([
    "hitl:createRequest",
    "hitl:CreateARequest",
    "hitl:create-request",
    "hitl-sh:createRequest",
    "hitl-a1b2c3:createReviewRequest",
    "app#hitl:createRequest",
    "app#hitl-sh-x9:create_request",
  ])("may be %s", (type) => {
    expect(onlyOf(asked(request(), type))).toMatchObject({ form: "make", responseType: "single_select" });
  });

  test.for([
    "hitl:getRequestStatus",
    "hitl:cancelRequest",
    "human-in-the-loop:createRequest",
    "hitlist:createRequest",
    "zendesk:createRequest",
  ])("is not %s", (type) => {
    expect(requestsOf(asked(request(), type))).toEqual([]);
  });
});

describe("an HTTP call that asks for a review", () => {
  test.for([
    ["https://api.hitl.sh/v1/api/loops/65f1234567890abcdef12345/requests", "65f1234567890abcdef12345"],
    ["https://dev.api.hitl.sh/v1/api/loops/refunds/requests/", "refunds"],
    ["https://api.hitl.sh/v1/loops/refunds/requests?dry=1", "refunds"],
    ["https://api.hitl.sh/v1/api/loops/{{1.loop.id}}/requests", "{{1.loop.id}}"],
  ])("goes to %s", ([url, loop]) => {
    expect(onlyOf(posted(request(), { url }))).toMatchObject({ form: "http", loopId: { value: loop } });
  });

  test.for([
    { url: "https://api.hitl.sh/v1/api/requests/65f1234567890abcdef12345" },
    { url: "https://api.example.com/v1/api/loops/refunds/requests" },
    { url: "{{1.url}}" },
    { url: 7 },
    { method: "get" },
    { method: "{{1.method}}" },
  ])("is not one with %j", (mapper) => {
    expect(requestsOf(posted(request(), mapper))).toEqual([]);
  });

  const url = "https://api.hitl.sh/v1/api/loops/refunds/requests";
  const body = JSON.stringify(request());
  test.for([
    ["http:ActionSendData", 3, { url, method: "POST", bodyType: "raw", data: body }],
    ["http:ActionSendDataAPIKeyAuth", 3, { url, method: "post", bodyType: "raw", data: body }],
    ["http:MakeRequest", 4, { url, method: "post", contentType: "custom", rawBodyContent: body }],
    ["hitl:makeAnApiCall", 1, { url: "/api/loops/refunds/requests", method: "POST", body }],
    ["hitl-sh:universal", 1, { url, method: "POST", body }],
  ] as const)("may be made with %s", ([type, version, mapper]) => {
    const found = onlyOf(blueprint([webhook(), module(2, type, { version, mapper })]));
    expect(found).toMatchObject({ form: "http", responseType: "single_select", body: { value: request() } });
  });

  test.for([
    [
      "whose key for the body is not certain",
      "hitl:makeAnApiCall",
      { url: "/api/loops/refunds/requests", content: body },
    ],
    ["whose body a data structure builds", "http:MakeRequest", { url, inputMethod: "dataStructure" }],
    ["whose body is a form", "http:MakeRequest", { url, contentType: "urlEncoded", urlEncodedBodyContent: [] }],
    [
      "whose body is a form of the older module",
      "http:ActionSendData",
      { url, bodyType: "x_www_form_urlencoded", qs: [] },
    ],
  ] as const)("has a body that cannot be told where it is one %s", ([, type, mapper]) => {
    const found = onlyOf(blueprint([webhook(), module(2, type, { mapper: { method: "post", ...mapper } })]));
    expect(found.body.kind).toBe("mapped");
  });
});

test("requests are found wherever they run, in reading order", () => {
  const ask = (id: number) => module(id, "hitl:createRequest", { mapper: { request_text: `Question ${id}` } });
  const orphans = [[ask(6)]];
  const json = blueprint(
    [webhook(), ask(2), router(3, [route(ask(4)), route({ ...webhook(5), onerror: [ask(7)] })])],
    {},
    { designer: { orphans } },
  );
  expect(requestsOf(json).map(({ module: { id } }) => id)).toEqual([2, 4, 7]);
});

test("requests are looked for once per scenario", () => {
  const scenario = scenarioOf(asked(request()));
  expect(reviewRequests(scenario)).toBe(reviewRequests(scenario));
});

describe("a field of the app", () => {
  const readAs = (fields: JsonObject, name: string) => {
    const field = onlyOf(asked(fields)).get(name);
    return field && { kind: field.kind, value: field.value };
  };

  test.for([
    ["timeout_seconds", request("text", { timeout_seconds: "3600" }), { kind: "number", value: 3600 }],
    ["timeout_seconds", request("text", { timeout_seconds: "1h" }), { kind: "string", value: "1h" }],
    ["default_response", request("rating", { default_response: "4.5" }), { kind: "number", value: 4.5 }],
    ["default_response", request("boolean", { default_response: "false" }), { kind: "boolean", value: false }],
    ["default_response", request("multi_select", { default_response: ' ["a"]' }), { kind: "array", value: ["a"] }],
    ["default_response", request("text", { default_response: "42" }), { kind: "string", value: "42" }],
    ["default_response", request("single_select", { default_response: "true" }), { kind: "string", value: "true" }],
    ["context", request("text", { context: '{"a":1}' }), { kind: "object", value: { a: 1 } }],
    ["callback_url", request("text", { callback_url: "" }), undefined],
  ] as const)("is read as what its text stands for: %s", ([name, fields, value]) => {
    expect(readAs(fields, name)).toEqual(value);
  });

  test("has the app's default when it is left empty", () => {
    const found = onlyOf(asked(request("text", { processing_type: "", priority: undefined })));
    expect(found.textOf("processing_type")).toBe("time-sensitive");
    expect(found.textOf("priority")).toBe("medium");
    expect(found.get("processing_type")).toBeUndefined();
  });
});

describe("a value that is known only at run time", () => {
  test.for([
    ["a text with a mapping", { request_text: "Hello {{1.name}}" }],
    ["a mapping", { request_text: "{{1.text}}" }],
  ])("is %s", ([, changes]) => {
    expect(onlyOf(posted(request("text", changes as JsonObject))).get("request_text")?.kind).toBe("mapped");
    expect(onlyOf(asked(request("text", changes as JsonObject))).get("request_text")?.kind).toBe("mapped");
  });

  test("takes the whole array with it when it stands for an item", () => {
    const config = '{"options": ["Approve", {{1.more}}], "required": true}';
    const found = onlyOf(asked(request("single_select", { response_config: config })));
    expect(found.configOf()?.get("options")?.kind).toBe("mapped");
    expect(found.options).toEqual([]);
    expect(found.answers).toBeUndefined();
  });

  test("is no answer that a default can be compared with", () => {
    const config = { options: ["Approve", "{{1.other}}"] };
    const found = onlyOf(posted(request("single_select", { response_config: config })));
    expect(found.options).toHaveLength(2);
    expect(found.answers).toBeUndefined();
  });
});

describe("whatever stands in the fields, no rule fails, and each finding is at a place that exists:", () => {
  const reviewRules = rules.filter(({ category }) => category === "review");
  const texts = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.constantFrom("{{1.x}}", '{"options": ["{{1.x}}", {{2.y}}], "a": ', '{"options": [{"value": "{{1.x}}"}]}', "{{"),
  );
  const values = fc.oneof(texts, fc.jsonValue(), fc.constantFrom(...RESPONSE_TYPES));

  const expectPlaces = (json: JsonObject): void => {
    const found = lint({ scenario: scenarioOf(json), json }, { rules: reviewRules, severityOf: () => "info" });
    for (const { at, rule } of found) {
      const value = resolvePointer(json, at.pointer);
      const isBodyKey = at.key === true && value === undefined;
      if (!isBodyKey) expect(value, `${rule} at ${at.pointer}`).toBeDefined();
      if (at.range === undefined) continue;
      expect(at.range.start).toBeLessThanOrEqual(at.range.end);
      expect(at.range.end).toBeLessThanOrEqual(String(value).length);
    }
  };

  test("the fields of the app", () => {
    const mappers = fc.dictionary(fc.constantFrom(...CREATE_REQUEST_FIELDS), values, { noNullPrototype: true });
    fc.assert(
      fc.property(mappers, fc.constantFrom(...RESPONSE_TYPES), (mapper, response_type) => {
        expectPlaces(asked({ response_type, ...mapper }));
      }),
      { numRuns: 300 },
    );
  });

  test("the body of an HTTP request", () => {
    const fields = fc.constantFrom(...Object.keys(request()), "context", "callback_url", "image_url");
    const bodies = fc.dictionary(fields, values, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.oneof(texts, bodies), fc.constantFrom(...RESPONSE_TYPES), (body, type) => {
        expectPlaces(posted(typeof body === "string" ? body : request(type, body)));
      }),
      { numRuns: 300 },
    );
  });
});
