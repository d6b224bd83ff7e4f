import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answerTests } from "../../src/lint/review-answers.ts";
import { apiCall, requestCall, reviewFlow } from "../../src/lint/review-flow.ts";
import { buildScenario, type Scenario } from "../../src/model/scenario.ts";
import { asText } from "../../src/util/as-text.ts";
import { type JsonObject, module, webhook } from "./blueprints.ts";
import { ask, blueprint, getStatus, mail, mailIf, post, statusOf, watch } from "./rules/hitl/flows.ts";

const built = (json: JsonObject): Scenario =>
  buildScenario({ name: "Test", flows: [{ pointer: "/flow", modules: json.flow as readonly unknown[] }] });
const printed = (name: string): Scenario =>
  built(JSON.parse(readFileSync(new URL(`../../dist-blueprints/${name}.blueprint.json`, import.meta.url), "utf8")));

const sourcesOf = (scenario: Scenario) =>
  reviewFlow(scenario).sources.map(({ module: { id }, how, request }) => [id, how, request?.module.id]);

describe("where answers come from", () => {
  test.for([
    ["app/google-forms-approval-ask", [2], []],
    ["certain/google-forms-approval-ask", [2], []],
    ["app/google-forms-approval-act", [], [[1, "callback", undefined]]],
    ["certain/google-forms-approval-act", [], [[1, "callback", undefined]]],
    ["app/support-escalation-act", [], [[2, "status", undefined]]],
    ["certain/support-escalation-act", [], [[2, "status", undefined]]],
    ["certain/content-moderation-submit", [2], []],
    ["certain/content-moderation-act", [], [[1, "callback", undefined]]],
  ] as const)("is known in %s", ([name, requests, sources]) => {
    const scenario = printed(name);
    expect(reviewFlow(scenario).requests.map(({ module: { id } }) => id)).toEqual(requests);
    expect(sourcesOf(scenario)).toEqual(sources);
  });

  test.for<[string, JsonObject[], unknown[]]>([
    ["the app's own modules", [webhook(), ask(2), statusOf(3, "{{2.request_id}}")], [[3, "status", 2]]],
    ["HTTP calls", [webhook(), post(2), getStatus(3, "{{2.data.data.request_id}}")], [[3, "status", 2]]],
    ["the address to ask at", [webhook(), post(2), getStatus(3, "{{2.data.data.id}}?fields=all")], [[3, "status", 2]]],
    [
      "the app's call of the API",
      [webhook(), module(3, "hitl:makeAnApiCall", { mapper: { url: "/api/requests/{{1.id}}", method: "GET" } })],
      [[3, "status", undefined]],
    ],
    [
      "a webhook that is read like a callback",
      [webhook(), mail(2, "{{1.request_id}}{{1.response_data}}")],
      [[1, "callback", undefined]],
    ],
    [
      "a webhook with a chosen option",
      [webhook(), mail(2, "{{1.response_data.selected_label}}")],
      [[1, "callback", undefined]],
    ],
    ["a webhook that is read otherwise", [webhook(), mail(2, "{{1.response_data}}{{1.id}}")], []],
    ["a list of requests", [webhook(), module(3, "hitl:makeAnApiCall", { mapper: { url: "/api/requests" } })], []],
    ["feedback on a request", [webhook(), getStatus(3, "{{1.id}}/feedback")], []],
    [
      "another service",
      [webhook(), module(3, "http:MakeRequest", { mapper: { url: "https://example.com/requests/1" } })],
      [],
    ],
  ])("is told of %s", ([, flow, sources]) => {
    expect(sourcesOf(built(blueprint(flow)))).toEqual(sources);
  });
});

test("a field is the same whatever stands around it", () => {
  const flow = [
    getStatus(2, "{{1.id}}"),
    mail(3, "{{2.data.data.request.status}} {{2.status}} {{2.data}} {{2.data.data.request.response_by.name}}"),
  ];
  const { reads } = reviewFlow(built(blueprint([webhook(), ...flow])));
  expect(reads.map(({ field, wrapped, rest }) => [field, wrapped, rest.length])).toEqual([
    ["status", true, 0],
    ["status", false, 0],
    ["", true, 0],
    ["response_by", true, 1],
  ]);
});

test("a call is known by its method and its path", () => {
  const call = (url: string, method?: string) =>
    built(blueprint([module(1, "http:MakeRequest", { mapper: { url, method } })])).modules[0];
  const [first] = [call("https://api.hitl.sh/v1/api/requests/{{1.id}}?a={{1.b}}", "DELETE")];
  expect(first && apiCall(first)).toEqual({ method: "delete", path: "/v1/api/requests/{}" });
  expect(first && requestCall(first)).toEqual({ method: "delete" });
  const other = call("https://api.hitl.sh.example.com/v1/api/requests/1");
  expect(other && apiCall(other)).toBeUndefined();
});

describe("what is asked of answers", () => {
  const shown = (scenario: Scenario) =>
    answerTests(scenario).map(({ source, field, how, literal, lowered, substitutes }) =>
      [source.module.id, field, how, literal, lowered ? "lower" : "", ...substitutes].map(asText).join(" "),
    );

  test("is known of what is printed", () => {
    expect(shown(printed("certain/google-forms-approval-act"))).toEqual([
      "1 status equal cancelled ",
      "1 status equal completed ",
      "1 status equal timeout ",
      ...["approve", "reject", "escalate"].flatMap((option) => [
        `1 response_data equal ${option} lower escalate`,
        "1 status equal timeout ",
      ]),
      // The way for everything else tells what it was.
      "1 status equal timeout ",
    ]);
  });

  test.for<[string, JsonObject, string[]]>([
    ["a filter", mailIf(2, "{{1.response_data}}", "approve"), ["1 response_data equal approve "]],
    [
      "its operator",
      mailIf(2, "{{1.response_data}}", "approve", "text:notequal"),
      ["1 response_data notequal approve "],
    ],
    ["an answer in lower case", mailIf(2, "{{lower(trim(1.response_data))}}", "a"), ["1 response_data equal a lower"]],
    ["a filter without a text", mailIf(2, "{{1.response_data}}"), ["1 response_data exist undefined "]],
    ["a mapped text", mailIf(2, "{{1.response_data}}", "{{1.other}}"), ["1 response_data equal undefined "]],
    ["an operator of a mapping", mail(2, '{{if("timeout" = 1.status; 1; 2)}}'), ["1 status equal timeout "]],
    ["its denial", mail(2, '{{if(1.status != "pending"; 1; 2)}}'), ["1 status notequal pending "]],
    ["a switch", mail(2, '{{switch(1.event; "a"; 1; "b"; 2; "c")}}'), ["1 event equal a ", "1 event equal b "]],
    [
      "either form",
      mailIf(2, "{{ifempty(1.response_data.selected_value; 1.response_data)}}", "a"),
      ["1 response_data equal a "],
    ],
    ["two fields in one", mailIf(2, "{{ifempty(1.response_data; 1.status)}}", "a"), []],
    ["a part of an answer", mailIf(2, "{{substring(1.response_data; 0; 1)}}", "a"), []],
    ["a text around it", mailIf(2, "It is {{1.response_data}}", "a"), []],
    ["another module", mailIf(2, "{{3.response_data}}", "a"), []],
  ])("is told of %s", ([, step, tests]) => {
    expect(shown(built(blueprint([watch(), step])))).toEqual(tests);
  });
});
